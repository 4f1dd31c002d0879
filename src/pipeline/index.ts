export { type CandidateResult, synthesizeCandidate } from './candidate.js'
export type { Recipe, Roles, WorldKind } from './recipe.js'
export { CANDIDATES, type ItemResult, runItems, synthesizeItem } from './run.js'
