export type { ReasonedStep, ReasoningAgent, ReasoningInput } from './agent.js'
export { proceduralReasoning } from './procedural.js'
