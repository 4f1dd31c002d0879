export { planTries, type Planned, probe, spreadOver } from './probe.js'
export { type Aspects, aspectsOf, type Profile, profileOf, type Rate } from './profile.js'
export { inBand, readProfile, weakTools } from './read-profile.js'
export type { Tried } from './try.js'
