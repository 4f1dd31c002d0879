import type { Rejection } from '../core/run.js'
import type { Trajectory } from '../core/trajectory.js'
import { synthesizeCandidate } from './candidate.js'
import type { Recipe } from './recipe.js'

/** Candidates per item before it is given up. */
export const CANDIDATES = 20

export interface ItemResult {
  readonly index: number
  readonly row?: Trajectory
  readonly rejections: readonly Rejection[]
  readonly proposed: number
}

/** Item i = the first accepted of candidates (seed, i, 0..19); it sees nothing of other items. */
export async function synthesizeItem(recipe: Recipe, index: number): Promise<ItemResult> {
  const rejections: Rejection[] = []
  let proposed = 0
  for (let candidate = 0; candidate < CANDIDATES; candidate++) {
    const result = await synthesizeCandidate(recipe, index, candidate)
    rejections.push(...result.rejections)
    proposed += result.proposed
    if (result.row) return { index, row: result.row, rejections, proposed }
  }
  return { index, rejections, proposed }
}

/**
 * Items 0..count-1 with at most `concurrency` under way, handed to `onItem` in index order whatever order they finish in.
 * At most twice `concurrency` finished items wait for an earlier one.
 */
export async function runItems(recipe: Recipe, count: number, concurrency: number, onItem: (item: ItemResult) => Promise<void>, signal?: AbortSignal): Promise<void> {
  const waiting = new Map<number, Promise<ItemResult>>()
  let started = 0
  for (let next = 0; next < count && !signal?.aborted; next++) {
    while (started < count && started - next < concurrency) {
      waiting.set(started, synthesizeItem(recipe, started))
      started += 1
    }
    const item = await (waiting.get(next) as Promise<ItemResult>)
    waiting.delete(next)
    await onItem(item)
  }
  await Promise.allSettled(waiting.values())
}
