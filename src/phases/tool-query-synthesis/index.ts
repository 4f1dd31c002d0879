export { synthesize, type SynthesisInput } from './synthesize.js'
