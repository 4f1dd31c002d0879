export { type CandidateResult, synthesizeCandidate } from './candidate.js'
export { POLICIES, policyLine, type ProposedTurn, rewardOf, ROUND, train } from './policy.js'
export type { Recipe, Roles, WorldKind } from './recipe.js'
export { CANDIDATES, type ItemResult, runItems, type RunOptions, synthesizeItem } from './run.js'
