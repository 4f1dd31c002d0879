import { setFlagsFromString } from 'node:v8'

/** The engine of Node 20 and 21; later ones count otherwise, know no such flag, and would print that they do not. */
const COUNTS_BYTECODE = /^1[01]\./

/**
 * Has the engine optimise a function after it ran eight times as long as by default. Most of this program runs too seldom for
 * optimised code to pay for its making, which otherwise costs a quarter of a run's CPU time. No result depends on it.
 */
export function tuneEngine(): void {
  if (COUNTS_BYTECODE.test(process.versions.v8)) setFlagsFromString('--interrupt-budget=1000000')
}
