export { conditionsAsNeeds, type Need, type NeedyTool } from './needs.js'
export { type Plans, type PlanStep, plansFor } from './plans.js'
export { type Cycle, cyclesOf, type DeadEnd, deadEndsOf, distancesTo, minimalSetsOf, reachable } from './queries.js'
