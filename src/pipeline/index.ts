export {
  type Answers,
  type Asker,
  type AskerOptions,
  createAsker,
  type Place,
  type RoleModel,
  spendOf,
} from './asker.js'
export { type Amount, type Budget, type Caps, createBatchBudget, createBudget, outOfMoney } from './budget.js'
export { type CandidateResult, synthesizeCandidate } from './candidate.js'
export { tooFewTurns } from './mixture.js'
export { POLICIES, policyLine, type ProposedTurn, rewardOf, ROUND, train } from './policy.js'
export { OPERATORS, type OperatorName } from './operators/operators.js'
export type { Recipe, Roles, WorldKind } from './recipe.js'
export { CANDIDATES, type ItemResult, runItems, type RunOptions, synthesizeItem } from './run.js'
export { type RoleName, ROLES, rolesOnModels } from './speakers.js'
export { RunStopped, type StopCause } from './stop.js'
