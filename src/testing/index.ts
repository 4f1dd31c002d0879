export { testEnvironment } from './environment-laws.js'
export { testExporter } from './exporter-laws.js'
export { testPairExporter } from './pair-exporter-laws.js'
export { testTaskExporter } from './task-exporter-laws.js'
export { type Law, LawBroken } from './law.js'
export { samplePreferences, type SamplePair } from './sample-preferences.js'
export { sampleTrajectories } from './sample-trajectories.js'
export {
  ANSWER_FAULTS,
  type Conduct,
  CONDUCTS,
  type Fault,
  MIXED_FAULTS,
  type ModelServer,
  type ModelServerCounts,
  type ModelServerOptions,
  startModelServer,
  TRANSPORT_FAULTS,
} from './model-server/index.js'
