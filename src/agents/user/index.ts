export type { ReplyInput, UserAgent } from './agent.js'
export { modelUser } from './model.js'
