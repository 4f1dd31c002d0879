import { setFlagsFromString } from 'node:v8'

/**
 * Has the engine optimise a function after it ran eight times as long as by default. Most of this program runs too seldom for
 * optimised code to pay for its making, which otherwise costs a quarter of a run's CPU time. No result depends on it.
 */
export function tuneEngine(): void {
  setFlagsFromString('--interrupt-budget=1000000')
}
