export { mini } from './mini/environment.js'
