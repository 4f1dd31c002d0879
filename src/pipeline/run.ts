import type { Preference } from '../core/preference.js'
import { type Policy, untrained } from '../core/policy.js'
import type { Rejection, Spend } from '../core/run.js'
import type { Trajectory } from '../core/trajectory.js'
import { createRng } from '../core/random.js'
import { addCounts } from './attempt-stats.js'
import { synthesizeCandidate } from './candidate.js'
import { draws } from './operators/operators.js'
import { policyPairOf } from './operators/policy-pair.js'
import { twinOf } from './operators/twin.js'
import { type ProposedTurn, ROUND, train } from './policy.js'
import type { Recipe } from './recipe.js'
import { addUp } from '../core/spend.js'

/** Candidates per item before it is given up. */
export const CANDIDATES = 20

export interface ItemResult {
  readonly index: number
  readonly row?: Trajectory
  readonly preferences: readonly Preference[]
  readonly rejections: readonly Rejection[]
  readonly proposed: number
  /** Turns of all candidates for which a trace was found, in order. */
  readonly turns: readonly ProposedTurn[]
  /** Tool calls executed while sampling. */
  readonly sampled: number
  /** What models were asked, by role, model and what it came to. */
  readonly spent: readonly Spend[]
  /** Counts of what attempts came to, where models play roles. */
  readonly stats: { readonly [name: string]: number }
}

/**
 * Item i = the first accepted of candidates (seed, i, 0..19), or the twin of the item before, which is then made again for
 * it where it was not made here; it sees nothing of other items but its round's policy.
 */
export async function synthesizeItem(recipe: Recipe, index: number, policy: Policy = untrained): Promise<ItemResult> {
  const twin = isTwin(recipe, index) ? await synthesizeTwin(recipe, index, policy) : undefined
  if (twin) return twin
  const own = synthesizeOwn(recipe, index, policy)
  if (isTwin(recipe, index + 1)) basesOf(recipe).keep(index, policy, own)
  return (await own).item
}

/** Items that were made last, for their twins: items come in order, so that a twin mostly finds the one before it. */
class Bases {
  /** More are never under way in one thread. */
  static readonly MOST = 64
  readonly #made = new Map<number, { readonly policy: Policy; readonly own: Promise<Own> }>()

  keep(index: number, policy: Policy, own: Promise<Own>): void {
    const [oldest] = this.#made.keys()
    if (oldest !== undefined && this.#made.size >= Bases.MOST) this.#made.delete(oldest)
    this.#made.set(index, { policy, own })
  }

  take(index: number, policy: Policy): Promise<Own> | undefined {
    const made = this.#made.get(index)
    this.#made.delete(index)
    return made?.policy === policy ? made.own : undefined
  }
}

const bases = new WeakMap<Recipe, Bases>()

function basesOf(recipe: Recipe): Bases {
  const known = bases.get(recipe) ?? new Bases()
  bases.set(recipe, known)
  return known
}

/** Twins have odd indices, so that no twin is the twin of another and both are of one round. */
function isTwin({ seed, operators, targets }: Recipe, index: number): boolean {
  return index % 2 === 1 && !targets && draws(operators, 'twins', createRng(seed).fork(`item${index}`), 2)
}

async function synthesizeTwin(recipe: Recipe, index: number, policy: Policy): Promise<ItemResult | undefined> {
  const { unnamed } = await (basesOf(recipe).take(index - 1, policy) ?? synthesizeOwn(recipe, index - 1, policy))
  const base = unnamed?.()
  const twin = base && ((await policyPairOf(recipe, base, index)) ?? (await twinOf(recipe, base, index)))
  return twin && { index, ...twin, rejections: [], proposed: 0, turns: [], sampled: 0, spent: [], stats: {} }
}

/** What came of an item's own candidates, and its row under its tools' own names. */
interface Own {
  readonly item: ItemResult
  readonly unnamed?: () => Trajectory
}

async function synthesizeOwn(recipe: Recipe, index: number, policy: Policy): Promise<Own> {
  const rejections: Rejection[] = []
  const turns: ProposedTurn[] = []
  const spends: Spend[] = []
  const counts: { readonly [name: string]: number }[] = []
  let [proposed, sampled] = [0, 0]
  const sums = (): Pick<ItemResult, 'spent' | 'stats'> => ({ spent: addUp(spends), stats: addCounts(counts) })
  for (let candidate = 0; candidate < CANDIDATES; candidate++) {
    const result = await synthesizeCandidate(recipe, index, candidate, policy)
    rejections.push(...result.rejections)
    turns.push(...result.turns)
    proposed += result.proposed
    sampled += result.sampled
    spends.push(...result.spent)
    counts.push(result.stats)
    const { row, unnamed, preferences } = result
    if (row && unnamed)
      return { item: { index, row, preferences, rejections, proposed, turns, sampled, ...sums() }, unnamed }
  }
  return { item: { index, preferences: [], rejections, proposed, turns, sampled, ...sums() } }
}

type OnItem = (item: ItemResult) => Promise<void>

export interface RunOptions {
  /** Under a learned sampler: the policy of the round that starts. */
  readonly onPolicy?: (policy: Policy) => Promise<void>
  readonly signal?: AbortSignal
}

/**
 * Items 0..count-1 with at most `concurrency` under way, handed to `onItem` in index order whatever order they finish in. At most
 * twice `concurrency` finished items wait for an earlier one. A learned sampler goes by rounds: a round starts when all
 * items of the one before are done and its policy has learned from them in index order.
 */
export async function runItems(
  recipe: Recipe,
  count: number,
  concurrency: number,
  onItem: OnItem,
  { onPolicy, signal }: RunOptions = {},
): Promise<void> {
  if (recipe.sampler !== 'learned') return await runRange(recipe, 0, count, concurrency, untrained, onItem, signal)
  let policy = untrained
  for (let from = 0; from < count && !signal?.aborted; from += ROUND) {
    await onPolicy?.(policy)
    const turns: ProposedTurn[] = []
    const onItemOfRound = async (item: ItemResult): Promise<void> => {
      turns.push(...item.turns)
      await onItem(item)
    }
    await runRange(recipe, from, Math.min(count, from + ROUND), concurrency, policy, onItemOfRound, signal)
    policy = train(policy, turns)
  }
}

/** Finished items that may wait for an earlier one, for each item under way. */
const AHEAD = 2

async function runRange(
  recipe: Recipe,
  from: number,
  to: number,
  concurrency: number,
  policy: Policy,
  onItem: OnItem,
  signal?: AbortSignal,
): Promise<void> {
  const waiting = new Map<number, Promise<ItemResult>>()
  let [next, started, underWay, failed] = [from, from, 0, false]
  const isOpen = (): boolean => !failed && !signal?.aborted && started < to
  const fill = (): void => {
    while (isOpen() && underWay < concurrency && started - next < concurrency + AHEAD * concurrency) {
      const item = synthesizeItem(recipe, started, policy)
      underWay += 1
      waiting.set(started, item)
      started += 1
      item.then(ended, () => {
        failed = true
        ended()
      })
    }
  }
  const ended = (): void => {
    underWay -= 1
    fill()
  }
  for (; next < to && !signal?.aborted; next++) {
    fill()
    const item = await (waiting.get(next) as Promise<ItemResult>)
    waiting.delete(next)
    await onItem(item)
  }
  await Promise.allSettled(waiting.values())
}
