export type { Abstraction, ToolingAgent } from './agent.js'
export { proceduralTooling } from './procedural.js'
