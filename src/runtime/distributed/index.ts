export { ADDRESS } from './postgres.js'
export { createDistributedRuntime } from './submit.js'
export { type SharedMeans, work } from './work.js'
