import { createRng } from '../../core/random.js'
import type { FamilyName } from '../../core/family.js'
import type { Rule } from '../../core/rule.js'
import type { Trajectory, Turn } from '../../core/trajectory.js'
import type { Expectation, TurnTask } from '../../core/turn-task.js'
import { brokenBy, contraryOf } from '../../families/index.js'
import { certify, type Draft } from '../draft.js'
import type { Recipe } from '../recipe.js'
import { addAgain, briefingOf, draftedAgain, leastTurns, traceIn } from './again.js'
import { type TwinRow, withPreferences } from './twin.js'

/** Families of turns that can be carried out again after another turn before them. */
const ORDINARY: readonly string[] = ['base', 'distractor', 'single', 'policy']

/**
 * The policy pair of an accepted row, as the row of `index`: the same scenario and user messages under a policy that allows what
 * the row's own forbids, or forbids what it allows. Undefined where the row asks for nothing that its policy is about.
 */
export async function policyPairOf(recipe: Recipe, base: Trajectory, index: number): Promise<TwinRow | undefined> {
  const turn = base.turns.findIndex(({ task }) => task.families.includes('policy'))
  const expected = base.turns[turn]?.task.expected
  if (expected?.kind !== 'act' && (expected?.kind !== 'decline' || expected.because !== 'policy')) return undefined
  const { trace } = expected
  const began = trace && trace.requests.length === 1 ? draftedAgain(recipe, base, familiesOf(base)) : undefined
  const [rule] = began?.rules ?? []
  const other = rule && trace && contraryOf(began?.kind.environments ?? [], rule, trace)
  if (!began || !trace || !other) return undefined
  const random = createRng(recipe.seed).fork(`item${index}`).fork('twin')
  const draft = under(other, began, recipe, base)
  const there: Expectation = brokenBy(trace, draft)
    ? { kind: 'decline', because: 'policy', wanted: [other.name], trace }
    : { kind: 'act', trace }
  for (const [t, made] of base.turns.entries()) {
    const task = t < turn ? made.task : t === turn ? { ...made.task, expected: there } : again(draft, made)
    if (!task || !(await addAgain(recipe, draft, made, task, { index, random: random.fork(`turn${t}`) }))) break
  }
  if (draft.turns.length <= turn || draft.turns.length < leastTurns(recipe)) return undefined
  const twin = { of: base.id, flipped: [], system: base.system, turn, trace }
  return withPreferences(certify(draft, { seed: recipe.seed, index, candidate: 0 }, { twin }), draft, random)
}

function familiesOf({ turns }: Trajectory): FamilyName[] {
  return turns.some(({ task }) => task.families.includes('distractor')) ? ['policy', 'distractor'] : ['policy']
}

/** The draft under another rule. */
function under(rule: Rule, draft: Draft, recipe: Recipe, base: Trajectory): Draft {
  const { kind, scenario } = draft
  const system = kind.brief(scenario.world, scenario.userKnows, briefingOf(recipe, base), [rule])
  return { ...draft, rules: [rule], system, turns: [], proofs: [] }
}

/** A later turn as it is right after what was done or declined here. */
function again(draft: Draft, { task }: Turn): TurnTask | undefined {
  const { expected, faults, families } = task
  if (expected.kind !== 'act' || faults.length > 0 || families.some((name) => !ORDINARY.includes(name)))
    return undefined
  const trace = traceIn(draft, task.turn, expected.trace, createRng(task.turn).fork('again'))
  return trace && { ...task, expected: { kind: 'act', trace } }
}
