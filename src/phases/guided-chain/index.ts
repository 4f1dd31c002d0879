export { refine, type Refined } from './refine.js'
export type { RefineInput } from './refine-input.js'
