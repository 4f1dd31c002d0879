export {
  DEFAULT_ENVIRONMENTS,
  ENVIRONMENTS,
  environmentsNamed,
  exporterNamed,
  EXPORTERS,
  FORMATS,
  PAIR_EXPORTERS,
} from './environments.js'
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
