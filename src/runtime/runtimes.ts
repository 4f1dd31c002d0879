import type { Policy } from '../core/policy.js'
import type { Runtime, WorkItem, WorkResult } from '../core/run.js'
import type { Recipe } from '../pipeline/index.js'
import { createInProcess } from './in-process.js'
import { performItem } from './perform-item.js'
import type { Outcome, Pool } from './pool.js'
import { createThreads } from './threads.js'

/** Items in this thread, at most `concurrency` under way. */
export function createLocalRuntime(recipe: Recipe, concurrency: number): Runtime {
  const work = (index: number, policy: Policy | undefined): Promise<WorkResult> => performItem(recipe, index, policy)
  return runtimeOf(createInProcess(work, concurrency), (policy) => policy)
}

/** A policy's text in memory that threads share, so that it is not copied for every batch. */
export interface SharedPolicy {
  readonly round: number
  readonly bytes: Uint8Array
}

export interface ThreadRuntimeOptions {
  readonly workers: number
  /** What the run is: every thread makes its worlds from it. */
  readonly configuration: unknown
  /** Told when a thread dies. */
  readonly onCrash?: (message: string) => void
  /** The module that the threads load instead of the one that makes items. */
  readonly module?: URL
}

/** Items on threads of this process. */
export function createThreadRuntime({ workers, configuration, onCrash, module }: ThreadRuntimeOptions): Runtime {
  const pool = createThreads<number, SharedPolicy | undefined, WorkResult>({
    module: module ?? new URL('./item-thread.js', import.meta.url),
    workers,
    data: configuration,
    ...(onCrash ? { onCrash } : {}),
  })
  return runtimeOf(pool, (policy) => policy && sharedPolicy(policy))
}

function sharedPolicy(policy: Policy): SharedPolicy {
  const text = new TextEncoder().encode(JSON.stringify(policy))
  const bytes = new Uint8Array(new SharedArrayBuffer(text.length))
  bytes.set(text)
  return { round: policy.round, bytes }
}

function runtimeOf<S>(pool: Pool<number, S, WorkResult>, share: (policy: Policy | undefined) => S): Runtime {
  return {
    workers: pool.workers,
    async run(items, onResult, signal) {
      const source = items[Symbol.iterator]()
      const first = source.next()
      if (first.done) return
      const { policy } = first.value
      await pool.run(indicesOf(first.value, source), share(policy), (outcome) => onResult(resultOf(outcome)), signal)
    },
    close: () => pool.close(),
  }
}

function* indicesOf(first: WorkItem, rest: Iterator<WorkItem>): Generator<number> {
  for (let item: WorkItem | undefined = first; item;) {
    if (item.policy !== first.policy) throw new RangeError('items of one run of a runtime must share their policy')
    yield item.index
    const next = rest.next()
    item = next.done ? undefined : next.value
  }
}

function resultOf(outcome: Outcome<number, WorkResult>): WorkResult {
  return 'output' in outcome ? outcome.output : crashed(outcome.input)
}

/** An item that took the thread or the process that worked on it down, again and again. */
export function crashed(index: number): WorkResult {
  const rejection = { index, candidate: 0, turn: 0, phase: 'runtime', cause: 'worker-crash' } as const
  return { index, rejections: [rejection], spent: [], stats: {}, status: 'failed', cause: 'worker-crash' }
}
