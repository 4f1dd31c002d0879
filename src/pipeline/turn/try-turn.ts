import type { FamilyName } from '../../core/family.js'
import type { Spend } from '../../core/run.js'
import { brokenBy, type Family, type Rewritten, TURN_FAMILIES } from '../../families/index.js'
import { retrace, type Sampler } from '../../phases/graph-interaction/index.js'
import { difficultyOf } from '../../verifiers/index.js'
import type { Place } from '../asker.js'
import { addCounts } from '../attempt-stats.js'
import type { Draft } from '../draft.js'
import { makeTurn, type Proved } from './make-turn.js'
import { contextOf, materialFor, ordinary, samplerInput } from './material.js'
import { type Refusal, refused } from './refusal.js'
import type { Manner } from './unmade-turn.js'
import type { ProposedTurn } from '../policy.js'
import type { Recipe } from '../recipe.js'

export interface TurnInput extends Manner {
  /** Which turn of which candidate this is, and which try at it. */
  readonly place: Place
}

/** What came of one try at a turn. */
export interface TurnTry {
  /** Tool calls executed while sampling. */
  readonly sampled: number
  /** Absent where no trace was found. */
  readonly proposed?: ProposedTurn
  /** Absent where the turn was accepted. */
  readonly refusal?: Refusal
  /** What models were asked for it, where models play roles. */
  readonly spent: readonly Spend[]
  /** Counts of what attempts came to, where models play roles. */
  readonly stats: { readonly [name: string]: number }
}

/** What was spent on a try so far. */
interface Tab {
  readonly spent: Spend[]
  readonly stats: { readonly [name: string]: number }[]
}

/**
 * One round of the three phases and the proof of its turn, with the turn that its family makes of the next message; moves the
 * draft on success, tells why on refusal.
 */
export async function tryTurn(
  recipe: Recipe,
  sampler: Sampler,
  draft: Draft,
  input: TurnInput,
  name: FamilyName = 'base',
): Promise<TurnTry> {
  const before = samplerInput(recipe, draft, input.random)
  const tab: Tab = { spent: [], stats: [] }
  const fail = (refusal: Refusal, sampled: number, proposed?: ProposedTurn): TurnTry => ({
    sampled,
    ...(proposed ? { proposed } : {}),
    refusal,
    spent: tab.spent,
    stats: recipe.rolesAt ? addCounts(tab.stats) : {},
  })
  const family = TURN_FAMILIES[name]
  if (!family) return fail(refused('families', 'unreachable', name), 0)
  const context = contextOf(draft, before)
  const { trace, calls: sampled, choices = [] } = materialFor(recipe, family, sampler, before, context)
  if (!trace && family.material !== 'none') return fail(refused('graph-interaction', 'unreachable', name), sampled)
  const rewritten = family.rewrite(ordinary(draft, trace), context)
  if (!rewritten || (trace && name !== 'policy' && brokenBy(trace, draft)))
    return fail(refused('families', 'unreachable', name), sampled, { family: name, choices })
  const kept = [draft.turns.length, draft.world, new Map(draft.used)] as const
  const refusal = await addTurns(recipe, draft, family, rewritten, input, tab)
  if (refusal) {
    restore(draft, kept)
    return fail(refusal, sampled, { family: name, choices })
  }
  const { world: start, graph, visible } = before
  const measured = recipe.measured === true || recipe.sampler === 'learned'
  const difficulty = measured && trace ? difficultyOf({ graph, start, visible, trace }) : 0
  return {
    sampled,
    proposed: { family: name, choices, accepted: { signature: trace?.signature ?? name, difficulty } },
    spent: tab.spent,
    stats: recipe.rolesAt ? addCounts(tab.stats) : {},
  }
}

/** The turn and the one that belongs to it; undefined where both were accepted. */
async function addTurns(
  recipe: Recipe,
  draft: Draft,
  family: Family,
  rewritten: Rewritten,
  input: TurnInput,
  tab: Tab,
): Promise<Refusal | undefined> {
  const refusal = await addTurn(recipe, draft, rewritten, input, tab)
  if (refusal || !family.next) return refusal
  const random = input.random.fork('next')
  const before = samplerInput({}, draft, random)
  const next = family.next(rewritten, contextOf(draft, before))
  const trace = next && retrace(before, next.requests)
  if (!next || !trace || brokenBy(trace, draft)) return refused('families', 'unreachable', family.name)
  const task = ordinary(draft, trace)
  const follow = { task: { ...task, families: [...task.families, family.name] }, subject: next.subject }
  const place = { ...input.place, turn: input.place.turn + 1 }
  return addTurn(recipe, draft, follow, { ...input, random, place }, tab)
}

async function addTurn(
  recipe: Recipe,
  draft: Draft,
  rewritten: Rewritten,
  input: TurnInput,
  tab: Tab,
): Promise<Refusal | undefined> {
  const roles = recipe.rolesAt?.(draft.kind, input.place, (spend) => tab.spent.push(spend)) ?? draft.kind.roles
  const made = await makeTurn({ ...recipe, roles }, draft, rewritten, input)
  tab.stats.push(made.stats)
  if ('refusal' in made) return made.refusal
  accept(draft, made)
  return undefined
}

/** The next turn starts from the state that the accepted steps left. */
function accept(draft: Draft, { turn, proof, world }: Proved): void {
  const { expected } = turn.task
  draft.turns.push(turn)
  draft.proofs.push(proof)
  for (const { tool } of expected.kind === 'act' ? expected.trace.requests : [])
    draft.used.set(tool, (draft.used.get(tool) ?? 0) + 1)
  draft.world = world
}

function restore(
  draft: Draft,
  [turns, world, used]: readonly [number, Draft['world'], ReadonlyMap<string, number>],
): void {
  draft.turns.length = turns
  draft.proofs.length = turns
  draft.world = world
  draft.used.clear()
  for (const [tool, times] of used) draft.used.set(tool, times)
}
