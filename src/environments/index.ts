export { fileSystem } from './file-system/environment.js'
export { mini } from './mini/environment.js'
