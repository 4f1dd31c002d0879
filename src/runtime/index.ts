export {
  announced,
  type Announcement,
  assertSameRun,
  type Configuration,
  recipeOf,
  startedManifest,
} from './configuration.js'
export { ADDRESS, createDistributedRuntime, type SharedMeans, work } from './distributed/index.js'
export { createInProcess } from './in-process.js'
export { budgetOf, createModelRoles, type ModelRoles } from './model-roles.js'
export type { Outcome, Pool, Work } from './pool.js'
export { type Ended, performRun, type Run } from './run.js'
export { createLocalRuntime, createThreadRuntime, type ThreadRuntimeOptions } from './runtimes.js'
export { type Serve, serve } from './serve.js'
export { createThreads, type ThreadsOptions } from './threads.js'
