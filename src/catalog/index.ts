export {
  DEFAULT_ENVIRONMENTS,
  defaultEnvironments,
  environmentNamed,
  ENVIRONMENTS,
  environmentsNamed,
  exporterNamed,
  EXPORTERS,
  FORMATS,
  knownEnvironments,
  PAIR_EXPORTERS,
  TASK_EXPORTERS,
} from './environments.js'
export { leftOutOf, type OwnFiles, useFilesOfProcess, useOwnFiles } from './own.js'
export { type Meant, meant } from './semantics.js'
export { worldKind, worldsOf } from './worlds.js'
export {
  assertPriced,
  chooseSpeakers,
  type ConfigurationFile,
  connect,
  loadConfigurationFile,
  movedTo,
  type RoleModels,
  type Way,
  type Speaker,
  type Speakers,
  speakerSchema,
} from './models/index.js'
