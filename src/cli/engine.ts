import { setFlagsFromString } from 'node:v8'

/** V8 of Node 20 to 25. */
const KNOWN = /^1[1-4]\./

/** Flags by the engines that know them; one that does not would print so. */
const FLAGS: readonly { readonly engines: RegExp; readonly flag: string }[] = [
  // By default a heap may grow fourfold before it is collected; so a run of any length stays under 600 MB.
  { engines: KNOWN, flag: '--heap-growing-percent=60' },
  // A thread's space for what is new, in MB: half of what Node 20 gives by itself and a quarter of what Node 24 does, and as fast.
  { engines: KNOWN, flag: '--max-semi-space-size=8' },
  // Optimised code takes in a ninth of what it does by default of the functions that it calls: made in less time, and as fast.
  { engines: KNOWN, flag: '--max-inlined-bytecode-size-cumulative=100' },
  { engines: KNOWN, flag: '--max-inlined-bytecode-size=60' },
  // Native code for a regular expression after a hundred uses instead of one.
  { engines: KNOWN, flag: '--regexp-tier-up-ticks=100' },
  // Node 20 and 21; later engines count otherwise. Optimised code for a function after eight times as much as by default.
  { engines: /^11\./, flag: '--interrupt-budget=1000000' },
]

/**
 * Has the engine optimise only what runs long, and collect garbage sooner. Most of this program runs too seldom for optimised code
 * to pay for its making, which otherwise costs a quarter of a run's CPU time. No result depends on it.
 */
export function tuneEngine(): void {
  for (const { engines, flag } of FLAGS) if (engines.test(process.versions.v8)) setFlagsFromString(flag)
}
