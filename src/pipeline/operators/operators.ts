import { chance, type Rng } from '../../core/random.js'

/** What a row may be put through beside its families. */
export const OPERATORS = ['renaming', 'twins', 'noise', 'slips', 'conditions'] as const

export type OperatorName = (typeof OPERATORS)[number]

/** Of a hundred first attempts, how many go wrong where slips were chosen. */
export const FALLIBLE = 12

/** Of a hundred ordinary turns, how many ask for something that hangs on what is found out, where something can. */
export const CONDITIONAL = 18

/** Of a hundred rows, how many an operator tries to take (not every row can be); noise falls to single messages, slips to single attempts. */
const PERCENT: { readonly [name in Exclude<OperatorName, 'noise' | 'slips' | 'conditions'>]: number } = {
  renaming: 35,
  twins: 15,
}

/** Does the operator take this row, of those that were chosen? `times` as often where it can only take some. */
export function draws(
  chosen: ReadonlySet<OperatorName> | undefined,
  name: keyof typeof PERCENT,
  random: Rng,
  times = 1,
): boolean {
  return (chosen?.has(name) ?? false) && chance(random.fork(`operator:${name}`), times * PERCENT[name], 100)
}
