export type { Abstraction, ToolingAgent } from './agent.js'
export { modelTooling } from './model.js'
export { proceduralTooling } from './procedural.js'
