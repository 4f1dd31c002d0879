export type { ReasonedStep, ReasoningAgent, ReasoningInput } from './agent.js'
export { modelReasoning } from './model.js'
export { proceduralReasoning } from './procedural.js'
