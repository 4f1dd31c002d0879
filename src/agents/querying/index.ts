export type { BareSubject, QueryingAgent, QueryingInput } from './agent.js'
export { modelQuerying } from './model.js'
export { proceduralQuerying } from './procedural.js'
