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
export { type Atom, type Knowledge, knowledgeOf, learn } from './knowledge.js'
export { nextCalls, type NextCalls, type PlannedCall, type Purpose, type Stuck } from './plan.js'
export { antecedents, resolve, type Resolution } from './resolve.js'
