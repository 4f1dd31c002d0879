import { type ChatModel, ModelError } from '../model/index.js'
import type { Tasks } from '../server/index.js'
import { type Sampling, type Tried, tryTask } from './try.js'

/** One try that is to be made. */
export interface Planned {
  readonly task: string
  readonly attempt: number
}

/** Tries at every one of these tasks, those of one task one after another. */
export function planTries(tasks: readonly string[], k: number): Planned[] {
  return tasks.flatMap((task) => Array.from({ length: k }, (_, attempt) => ({ task, attempt })))
}

/** So many ids, spread over all of them. */
export function spreadOver(tasks: Tasks, limit: number): readonly string[] {
  const ids = tasks.ids(0, tasks.count ?? limit)
  return ids.length <= limit
    ? ids
    : Array.from({ length: limit }, (_, i) => ids[Math.floor((i * ids.length) / limit)] ?? '')
}

/**
 * Makes the tries, so many at a time, and hands over each as it is finished. A request that the endpoint refuses fails its try, unless
 * it has never answered yet; an endpoint that is gone stops the probe with a `ModelError`, when those under way are finished.
 */
export async function probe(
  tasks: Tasks,
  planned: readonly Planned[],
  model: ChatModel,
  { concurrency, ...sampling }: Sampling & { readonly concurrency: number },
  onTried: (tried: Tried) => void,
): Promise<void> {
  const queue = planned.values()
  let [failed, answered] = [false, false]
  const tryOne = async ({ task, attempt }: Planned): Promise<Tried> => {
    try {
      const tried = await tryTask(await tasks.open(task), attempt, model, sampling)
      answered = true
      return tried
    } catch (error) {
      const isRefused = error instanceof ModelError && (error.failure === 'refused' || error.failure === 'malformed')
      if (!isRefused || !answered) throw error
      return { schema: 1, task, attempt, passed: false, reasons: ['refused'], calls: 0, tokensIn: 0, tokensOut: 0 }
    }
  }
  const work = async (): Promise<void> => {
    for (const one of queue) {
      if (failed || sampling.signal?.aborted) return
      try {
        onTried(await tryOne(one))
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const workers = Array.from({ length: concurrency }, work)
  await Promise.allSettled(workers)
  await Promise.all(workers)
}
