export type { CritiqueInput, CritiquingAgent } from './agent.js'
export { modelCritiquing } from './model.js'
export { proceduralCritiquing } from './procedural.js'
