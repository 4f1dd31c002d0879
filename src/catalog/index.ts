export { DEFAULT_ENVIRONMENTS, ENVIRONMENTS, environmentsNamed, exporterNamed, EXPORTERS } from './environments.js'
export { worldKind, worldsOf } from './worlds.js'
