import type { FamilyName } from '../core/family.js'
import type { Preference } from '../core/preference.js'
import { type Policy, untrained } from '../core/policy.js'
import { between, createRng, pick } from '../core/random.js'
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
import { tryTurn, type TurnTry } from './turn.js'

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
  const random = createRng(recipe.seed).fork(`item${index}`).fork(`candidate${candidate}`)
  const kind = pick(random.fork('world'), worldsFor(recipe))
  const count = between(random.fork('turns'), ...recipe.turns)
  const plan = planRow(
    recipe.families,
    count,
    random.fork('families'),
    recipe.sampler === 'learned' ? policy : undefined,
  )
  const draft = startDraft(kind, plan.row, plan.turns.length, random)
  const rejections: Rejection[] = []
  const tries: TurnTry[] = []
  const register = pick(random.fork('register'), ['plain', 'brisk', 'warm'] as const)
  const sampler = samplerNamed(recipe.sampler ?? 'directed', policy)
  const result = (row?: Trajectory, unnamed?: () => Trajectory): CandidateResult => ({
    ...(row ? { row, unnamed: unnamed ?? (() => row) } : {}),
    preferences: row ? preferencesOf(row, kind, draft.scenario.world, random.fork('preferences')) : [],
    rejections,
    proposed: tries.length,
    turns: tries.flatMap(({ proposed }) => proposed ?? []),
    sampled: tries.reduce((sum, { sampled }) => sum + sampled, 0),
    spent: tries.flatMap(({ spent, refusal }) => {
      const cause = refusal ? `${refusal.phase}:${refusal.cause}` : row ? 'accepted' : 'abandoned'
      return spent.map((spend) => ({ ...spend, cause }))
    }),
    stats: addCounts(tries.map(({ stats }) => stats)),
  })
  const tryFamily = async (family: FamilyName, turn: number, attempt: number): Promise<void> => {
    if (recipe.pause) await recipe.pause()
    const made = await tryTurn(
      recipe,
      sampler,
      draft,
      {
        random: random.fork(`turn${turn}:${attempt}`),
        register,
        noisy: recipe.operators?.has('noise') ?? false,
        place: { index, candidate, turn, attempt },
        label: `${recipe.seed}:${index}:${candidate}`,
      },
      family,
    )
    tries.push(made)
    if (made.refusal) rejections.push({ index, candidate, turn, ...made.refusal })
  }
  const due = plan.turns.filter((family) => family !== 'base')
  while (draft.turns.length < draft.count) {
    const turn = draft.turns.length
    const special = due.find((family) => plan.turns.indexOf(family) <= turn)
    const order = special ? [special, special, 'base' as const] : []
    for (let attempt = 0; attempt < TURN_TRIES && draft.turns.length === turn; attempt++) {
      const family = order[attempt] ?? 'base'
      if (draft.count - turn > 1 || fitsLast(family, draft.count)) await tryFamily(family, turn, attempt)
      if (draft.turns.length > turn && family !== 'base') due.splice(due.indexOf(family), 1)
    }
    if (draft.turns.length === turn) return result()
  }
  if (recipe.families?.some((family) => !isTrained(draft, family))) {
    rejections.push({ index, candidate, turn: draft.count - 1, phase: 'families', cause: 'unreachable' })
    return result()
  }
  if (recipe.targets && ![...recipe.targets].some((tool) => draft.used.has(tool))) {
    rejections.push({ index, candidate, turn: draft.count - 1, phase: 'graph-interaction', cause: 'unreachable' })
    return result()
  }
  const place = { seed: recipe.seed, index, candidate }
  const unnamed = (): Trajectory => certify(draft, place)
  const renamed = draws(recipe.operators, 'renaming', random)
    ? certifyRenamed(draft, place, random.fork('renaming'))
    : undefined
  return renamed ? result(renamed, unnamed) : result(unnamed())
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
