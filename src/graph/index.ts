export { firstListed } from './first-listed.js'
export {
  type ApiGraph,
  buildGraph,
  type GraphOutput,
  type GraphParameter,
  type GraphTool,
  type Relation,
  relationsOf,
  toolNamed,
} from './graph.js'
export {
  type HiddenCall,
  hiddenCalls,
  hiddenCallsOf,
  hiddenSteps,
  isMove,
  isSessionTool,
  ROUTINE,
} from './hidden-steps.js'
export type { Atom } from './atoms.js'
export { type Knowledge, knowledgeOf, learn } from './knowledge.js'
export { isMended, lapsedBy } from './lapse.js'
export { withoutOptional } from './optional.js'
export { nextCalls, type NextCalls } from './plan.js'
export type { PlannedCall, Purpose, Stuck } from './planned-call.js'
export { placedParameter } from './place.js'
export { antecedents, pointedAt, resolve, type Resolution } from './resolve.js'
export { restrict } from './restrict.js'
export { mayHaveRivals, rivalsIn } from './rivals.js'
export { siblingOf } from './sibling.js'
