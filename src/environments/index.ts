export { fileSystem } from './file-system/environment.js'
export { mini } from './mini/environment.js'
export { ticketing } from './ticketing/environment.js'
export { travel } from './travel/environment.js'
