export { type CritiquingAgent, proceduralCritiquing } from './critiquing/index.js'
export { proceduralQuerying, type QueryingAgent, type QueryingInput } from './querying/index.js'
export { proceduralReasoning, type ReasonedStep, type ReasoningAgent, type ReasoningInput } from './reasoning/index.js'
export { type Abstraction, proceduralTooling, type ToolingAgent } from './tooling/index.js'
