export { type Objection, synthesize, type Synthesis, type SynthesisInput } from './synthesize.js'
