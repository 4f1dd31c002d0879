import type { Json } from '../core/json.js'
import type { Policy } from '../core/policy.js'
import type { WorkResult } from '../core/run.js'
import { type Recipe, RunStopped, synthesizeItem } from '../pipeline/index.js'

/** Makes one item and puts what came of it into the form that journals and threads take. */
export async function performItem(recipe: Recipe, index: number, policy: Policy | undefined): Promise<WorkResult> {
  const made = await unlessStopped(() => synthesizeItem(recipe, index, policy))
  if (!made) return { index, status: 'stopped', rejections: [], spent: [], stats: {} }
  const { row, preferences, rejections, proposed, turns, sampled, spent, stats: tried } = made
  const common = {
    index,
    rejections,
    spent,
    ...(recipe.sampler === 'learned' ? { lesson: turns as unknown as Json } : {}),
  }
  if (!row) return { ...common, status: 'exhausted', stats: { ...tried, proposed, sampled } }
  const steps = row.turns.flatMap((turn) => turn.steps)
  const stats = {
    ...tried,
    turns: row.turns.length,
    calls: steps.reduce((sum, step) => sum + step.calls.length, 0),
    proposed,
    sampled,
  }
  const text = new TextEncoder()
  const pairs = preferences.map((pair) => `${JSON.stringify(pair)}\n`).join('')
  return {
    ...common,
    status: 'accepted',
    row: text.encode(JSON.stringify(row)),
    preferences: text.encode(pairs),
    stats,
  }
}

/** Undefined where the run ends before the item is done: it is to be gone on with. */
async function unlessStopped<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof RunStopped) return undefined
    throw error
  }
}
