export { readDocument } from './document.js'
export { environmentFrom, type Imported } from './environment.js'
export type { LeftOut } from './operations.js'
