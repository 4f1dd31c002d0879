export { type Conduct, CONDUCTS } from './conduct.js'
export { ANSWER_FAULTS, type Fault, MIXED_FAULTS, TRANSPORT_FAULTS } from './faults.js'
export { type ModelServer, type ModelServerCounts, type ModelServerOptions, startModelServer } from './server.js'
