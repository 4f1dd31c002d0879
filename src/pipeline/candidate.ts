import type { FamilyName } from '../core/family.js'
import type { Preference } from '../core/preference.js'
import { type Policy, untrained } from '../core/policy.js'
import { between, createRng, pick, type Rng } from '../core/random.js'
import type { Rejection, Spend } from '../core/run.js'
import type { Trajectory } from '../core/trajectory.js'
import { directed, learned, random as undirected, type Sampler } from '../phases/graph-interaction/index.js'
import { addCounts } from './attempt-stats.js'
import { certify, certifyRenamed, type Draft, startDraft } from './draft.js'
import { fitsAlone, planRow } from './mixture.js'
import type { ProposedTurn } from './policy.js'
import { draws } from './operators/operators.js'
import { preferencesOf } from './preferences/index.js'
import type { Recipe, WorldKind } from './recipe.js'
import { type Refusal, refused } from './turn/refusal.js'
import { tryTurn, type TurnInput, type TurnTry } from './turn/try-turn.js'

/** What came of one candidate: a certified row or nothing, and every turn that was proposed and turned down. */
export interface CandidateResult {
  readonly row?: Trajectory
  /** The same row under its tools' own names. */
  readonly unnamed?: () => Trajectory
  readonly preferences: readonly Preference[]
  readonly rejections: readonly Rejection[]
  /** Tries at a turn, accepted ones included. */
  readonly proposed: number
  /** Turns for which a trace was found, in order. */
  readonly turns: readonly ProposedTurn[]
  /** Tool calls executed while sampling. */
  readonly sampled: number
  /** What models were asked, by what it came to; `abandoned`: turns that were accepted in a candidate that was not. */
  readonly spent: readonly Spend[]
  readonly stats: { readonly [name: string]: number }
}

/** Different tries at one turn before the candidate is given up. */
const TURN_TRIES = 5

/** A candidate in the making. */
interface Making {
  readonly recipe: Recipe
  readonly index: number
  readonly candidate: number
  readonly random: Rng
  readonly sampler: Sampler
  readonly register: TurnInput['register']
  /** The family that each turn is to be of. */
  readonly planned: readonly FamilyName[]
  readonly draft: Draft
  /** Every try at a turn so far. */
  readonly tries: (TurnTry & { readonly turn: number })[]
}

/**
 * Candidate `candidate` of item `index`: N rounds of the three phases in one world. Depends on the recipe, these numbers
 * and, under a learned sampler, the policy of the item's round.
 */
export async function synthesizeCandidate(
  recipe: Recipe,
  index: number,
  candidate: number,
  policy: Policy = untrained,
): Promise<CandidateResult> {
  const making = startCandidate(recipe, index, candidate, policy)
  const { draft, random } = making
  if (!(await fillDraft(making))) return resultOf(making)
  const lack = lackOf(recipe, draft)
  if (lack) return resultOf(making, undefined, lack)
  const place = { seed: recipe.seed, index, candidate }
  const renamed = draws(recipe.operators, 'renaming', random)
    ? certifyRenamed(draft, place, random.fork('renaming'))
    : undefined
  if (renamed) return resultOf(making, { row: renamed, unnamed: () => certify(draft, place) })
  const row = certify(draft, place)
  return resultOf(making, { row, unnamed: () => row })
}

function startCandidate(recipe: Recipe, index: number, candidate: number, policy: Policy): Making {
  const random = createRng(recipe.seed).fork(`item${index}`).fork(`candidate${candidate}`)
  const kind = pick(random.fork('world'), worldsFor(recipe))
  const count = between(random.fork('turns'), ...recipe.turns)
  const trained = recipe.sampler === 'learned' ? policy : undefined
  const plan = planRow(recipe.families, count, random.fork('families'), trained)
  return {
    recipe,
    index,
    candidate,
    random,
    sampler: samplerNamed(recipe.sampler ?? 'directed', policy),
    register: pick(random.fork('register'), ['plain', 'brisk', 'warm'] as const),
    planned: plan.turns,
    draft: startDraft(kind, plan.row, plan.turns.length, random),
    tries: [],
  }
}

/** Adds turn after turn, those of other families no earlier than they are planned; false where one could not be made. */
async function fillDraft(making: Making): Promise<boolean> {
  const { draft, planned } = making
  const due = planned.filter((family) => family !== 'base')
  while (draft.turns.length < draft.count) {
    const turn = draft.turns.length
    const special = due.find((family) => planned.indexOf(family) <= turn)
    const order = special ? [special, special, 'base' as const] : []
    for (let attempt = 0; attempt < TURN_TRIES && draft.turns.length === turn; attempt++) {
      const family = order[attempt] ?? 'base'
      if (draft.count - turn > 1 || fitsLast(family, draft.count)) await tryFamily(making, family, turn, attempt)
      if (draft.turns.length > turn && family !== 'base') due.splice(due.indexOf(family), 1)
    }
    if (draft.turns.length === turn) return false
  }
  return true
}

async function tryFamily(making: Making, family: FamilyName, turn: number, attempt: number): Promise<void> {
  const { recipe, index, candidate, random, sampler, register, draft, tries } = making
  if (recipe.pause) await recipe.pause()
  const input = {
    random: random.fork(`turn${turn}:${attempt}`),
    register,
    noisy: recipe.operators?.has('noise') ?? false,
    place: { index, candidate, turn, attempt },
    label: `${recipe.seed}:${index}:${candidate}`,
  }
  tries.push({ turn, ...(await tryTurn(recipe, sampler, draft, input, family)) })
}

/** What was asked for and is in none of the turns: a family, or every one of the targets. */
function lackOf({ families, targets }: Recipe, draft: Draft): Refusal | undefined {
  if (families?.some((family) => !isTrained(draft, family))) return refused('families', 'unreachable')
  if (targets && ![...targets].some((tool) => draft.used.has(tool))) return refused('graph-interaction', 'unreachable')
  return undefined
}

function resultOf(
  { index, candidate, random, draft, tries }: Making,
  certified?: { readonly row: Trajectory; readonly unnamed: () => Trajectory },
  lack?: Refusal,
): CandidateResult {
  const { kind, scenario } = draft
  const refusals = tries.flatMap(({ turn, refusal }) => (refusal ? [{ turn, ...refusal }] : []))
  return {
    ...certified,
    preferences: certified ? preferencesOf(certified.row, kind, scenario.world, random.fork('preferences')) : [],
    rejections: [...refusals, ...(lack ? [{ turn: draft.count - 1, ...lack }] : [])].map((refusal) => ({
      index,
      candidate,
      ...refusal,
    })),
    proposed: tries.length,
    turns: tries.flatMap(({ proposed }) => proposed ?? []),
    sampled: tries.reduce((sum, { sampled }) => sum + sampled, 0),
    spent: tries.flatMap(({ spent, refusal }) => {
      const cause = refusal ? `${refusal.phase}:${refusal.cause}` : certified ? 'accepted' : 'abandoned'
      return spent.map((spend) => ({ ...spend, cause }))
    }),
    stats: addCounts(tries.map(({ stats }) => stats)),
  }
}

/** May the family make the last turn? Not where it makes two. */
function fitsLast(family: FamilyName, count: number): boolean {
  return fitsAlone(family) || (family === 'recall' && count > 1)
}

/** Does a turn of the draft train the family? */
function isTrained({ turns }: Draft, family: FamilyName): boolean {
  return turns.some(({ task }) => task.families.includes(family))
}

/** The worlds that have a wanted target. */
function worldsFor({ worlds, targets }: Recipe): readonly WorldKind[] {
  const able = targets
    ? worlds.filter(({ semantics }) => [...targets].some((tool) => semantics.graph.tools.has(tool)))
    : worlds
  return able.length > 0 ? able : worlds
}

function samplerNamed(name: Sampler['name'], policy: Policy): Sampler {
  return name === 'learned' ? learned(policy) : name === 'random' ? undirected : directed
}
