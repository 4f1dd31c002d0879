export { refine, type Refined, type RefineInput } from './refine.js'
