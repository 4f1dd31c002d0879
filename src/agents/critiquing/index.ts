export type { CritiquingAgent } from './agent.js'
export { proceduralCritiquing } from './procedural.js'
