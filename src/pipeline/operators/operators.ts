import { chance, type Rng } from '../../core/random.js'

/** What a row may be put through beside its families. */
export const OPERATORS = ['renaming'] as const

export type OperatorName = (typeof OPERATORS)[number]

/** How many rows of a hundred an operator takes. */
const PERCENT: { readonly [name in OperatorName]: number } = { renaming: 15 }

/** Does the operator take this row, of those that were chosen? */
export function draws(chosen: ReadonlySet<OperatorName> | undefined, name: OperatorName, random: Rng): boolean {
  return (chosen?.has(name) ?? false) && chance(random.fork(`operator:${name}`), PERCENT[name], 100)
}
