export { interact, type InteractionInput } from './interact.js'
export { walk } from './walk.js'
