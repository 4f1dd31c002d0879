export { preferencesOf } from './pairs.js'
