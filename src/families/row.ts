import type { FamilyName } from '../core/family.js'
import { between, pick, type Rng, sampleOf } from '../core/random.js'
import type { Rule } from '../core/rule.js'
import type { Environment, Sibling } from '../environment/index.js'

/** Families that change a whole row before its first turn. */
export const ROW_FAMILIES: readonly FamilyName[] = ['single', 'long-context', 'distractor', 'policy']

/** What the row's families make of it. */
export interface RowShape {
  /** Turns, where a family decides that. */
  readonly turns?: number
  /** Scenario size: 1 is ordinary. */
  readonly size: number
}

/** The shape of a row of these families. */
export function rowOf(families: readonly FamilyName[], random: Rng): RowShape {
  return {
    ...(families.includes('single') ? { turns: 1 } : {}),
    size: families.includes('long-context') ? between(random.fork('size'), 4, 7) : 1,
  }
}

/** The rules of a row under policy: one that its environments declare, with a limit. */
export function layDown(environments: readonly Environment[], random: Rng): Rule[] {
  const main = environments.filter(({ definition }) => definition.auxiliary !== true)
  const declared = (main.length > 0 ? main : environments).flatMap(({ ref, definition }) =>
    (definition.conversation?.rules ?? []).map((rule) => ({ ...rule, name: `${ref.name}/${rule.name}` })),
  )
  if (declared.length === 0) return []
  const { name, tool, parameter, test, limits } = pick(random.fork('rule'), declared)
  const limit = limits.length === 0 ? null : pick(random.fork('limit'), limits)
  return [{ name, tool, ...(parameter === undefined ? {} : { parameter }), test, limit }]
}

/** Siblings to list beside the real tools: near-named ones that do something else. */
export function distract(environments: readonly Environment[], random: Rng): Sibling[] {
  const declared = environments.flatMap(({ definition }) => definition.conversation?.siblings ?? [])
  return sampleOf(random.fork('siblings'), declared, between(random.fork('count'), 2, Math.max(2, declared.length)))
}
