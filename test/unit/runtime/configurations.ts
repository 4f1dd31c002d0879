import type { Configuration } from '../../../src/runtime/index.js'

/** A configuration of short rows in the parcel desk. */
export function configurationOf(change: Partial<Configuration> = {}): Configuration {
  return {
    count: 12,
    seed: 7,
    environments: ['mini'],
    turns: [1, 2],
    targets: null,
    families: null,
    agents: 'procedural',
    sampler: 'directed',
    operators: [],
    ...change,
  }
}
