import type { FamilyName } from '../core/family.js'
import { between, pick, type Rng, sampleOf } from '../core/random.js'
import type { Rule } from '../core/rule.js'
import type { Trace } from '../core/trace.js'
import { untag } from '../core/number.js'
import type { Environment, Sibling } from '../environment/index.js'
import { brokenBy } from './policy.js'

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

/**
 * The same rule with another limit, or turned into a permission: under it a trace is allowed where the rule forbids it and
 * forbidden where the rule allows it. Undefined where nothing declared does that.
 */
export function contraryOf(environments: readonly Environment[], rule: Rule, trace: Trace): Rule | undefined {
  const isBroken = (other: Rule): boolean => brokenBy(trace, { rules: [other] }) !== undefined
  return contraries(environments, rule, trace).find((other) => isBroken(other) !== isBroken(rule))
}

function contraries(environments: readonly Environment[], rule: Rule, { calls }: Trace): Rule[] {
  const { limits = [], permits } =
    environments
      .flatMap(({ ref, definition }) =>
        (definition.conversation?.rules ?? []).map((declared) => ({
          ...declared,
          name: `${ref.name}/${declared.name}`,
        })),
      )
      .find(({ name }) => name === rule.name) ?? {}
  if (rule.test === 'any') return permits === undefined ? [] : [{ ...rule, test: 'none', limit: null }]
  // What is asked for may be just what is allowed at most.
  const said = calls.flatMap(({ call }) => {
    const value =
      call.name === rule.tool && rule.test === 'above' ? untag(call.arguments[rule.parameter ?? ''] ?? null) : null
    return value === null ? [] : [value]
  })
  return [...limits, ...said].map((limit) => ({ ...rule, limit }))
}

/** Siblings to list beside the real tools: near-named ones that do something else. */
export function distract(environments: readonly Environment[], random: Rng): Sibling[] {
  const declared = environments.flatMap(({ definition }) => definition.conversation?.siblings ?? [])
  return sampleOf(random.fork('siblings'), declared, between(random.fork('count'), 2, Math.max(2, declared.length)))
}
