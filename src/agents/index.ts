export { AgentFailure, type AgentFailureCause, type Ask, type Question } from './ask.js'
export { chatMessages, chatTools } from './conversation.js'
export { referencesIn } from './capability.js'
export { payloadIn, quotedIn } from './payload.js'
export { type CritiqueInput, type CritiquingAgent, modelCritiquing, proceduralCritiquing } from './critiquing/index.js'
export {
  type BareSubject,
  modelQuerying,
  proceduralQuerying,
  type QueryingAgent,
  type QueryingInput,
} from './querying/index.js'
export {
  modelReasoning,
  proceduralReasoning,
  type ReasonedStep,
  type ReasoningAgent,
  type ReasoningInput,
} from './reasoning/index.js'
export { type Abstraction, modelTooling, proceduralTooling, type ToolingAgent } from './tooling/index.js'
export { modelUser, type ReplyInput, type UserAgent } from './user/index.js'
