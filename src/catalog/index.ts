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
