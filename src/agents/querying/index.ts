export type { QueryingAgent, QueryingInput } from './agent.js'
export { proceduralQuerying } from './procedural.js'
