export { ADDRESS } from './postgres.js'
export { createDistributedRuntime } from './submit.js'
export { work } from './work.js'
