import { Piscina } from 'piscina'
import { iteratorOf, type Outcome, type Pool, type Work } from './pool.js'

/** What is sent to a thread: inputs that take long enough, together, to be worth the way. */
interface Batch<I, S> {
  readonly inputs: readonly I[]
  readonly shared: S
}

interface Reply<O> {
  readonly outputs: readonly O[]
  readonly milliseconds: number
  /** The work threw: a bug, which ends the run. */
  readonly thrown?: { readonly message: string; readonly stack?: string }
}

/** What the module of a thread exports as `work`. */
export type Serve<I, S, O> = (batch: Batch<I, S>) => Promise<Reply<O>>

/** Work as the module of a thread exports it. */
export function serve<I, S, O>(work: Work<I, S, O>): Serve<I, S, O> {
  return async ({ inputs, shared }) => {
    const begun = performance.now()
    const outputs: O[] = []
    try {
      for (const input of inputs) outputs.push(await work(input, shared))
    } catch (error) {
      if (!(error instanceof Error)) throw error
      const { message, stack } = error
      return { outputs, milliseconds: 0, thrown: { message, ...(stack === undefined ? {} : { stack }) } }
    }
    return { outputs, milliseconds: performance.now() - begun }
  }
}

export interface ThreadsOptions {
  /** The module that every thread loads; it exports `work`, made by `serve`. */
  readonly module: URL
  readonly workers: number
  /** What the module finds as `workerData`. */
  readonly data?: unknown
  readonly onCrash?: (message: string) => void
}

/** How long a batch should take: long against the way to a thread and back, short for a person who waits for the end. */
const MILLISECONDS = 25
const LARGEST_BATCH = 64

/** Batches per thread that are under way: one it works on, one it finds waiting. */
const UNDER_WAY = 2

/** Batches per thread, those included, that wait for an earlier one. */
const WINDOW = 32

/**
 * A pool of threads that hands outcomes over in the order of the inputs. A thread that dies is replaced; the inputs of its batch
 * are tried once more, each alone, and one whose thread dies again comes out as a crash. An error thrown by the work ends the run.
 */
export function createThreads<I, S, O>({ module, workers, data, onCrash }: ThreadsOptions): Pool<I, S, O> {
  const threads = new Piscina({
    filename: module.href,
    name: 'work',
    minThreads: workers,
    maxThreads: workers,
    maxQueue: Number.POSITIVE_INFINITY,
    workerData: data,
  })
  // A thread that dies without a batch cannot load its module: there is nothing to retry.
  let broken: unknown
  threads.on('error', (error: unknown) => {
    broken = error
  })
  let size = 1

  async function send(inputs: readonly I[], shared: S): Promise<readonly O[]> {
    if (broken) throw broken
    const { outputs, milliseconds, thrown } = (await threads.run({ inputs, shared })) as Reply<O>
    if (thrown) throw new ThrownInThread(thrown)
    if (inputs.length > 0 && milliseconds > 0) {
      const fitting = Math.round((MILLISECONDS * inputs.length) / milliseconds)
      size = Math.max(1, Math.min(LARGEST_BATCH, size * 2, fitting))
    }
    return outputs
  }

  async function attempt(
    inputs: readonly I[],
    shared: S,
    onDeath: (message: string) => Promise<Outcome<I, O>[]>,
  ): Promise<Outcome<I, O>[]> {
    try {
      const outputs = await send(inputs, shared)
      return inputs.map((input, i) => ({ input, output: outputs[i] as O }))
    } catch (error) {
      if (error instanceof ThrownInThread || (error as Error).name === 'DataCloneError' || broken) throw error
      const { message } = error as Error
      onCrash?.(message)
      return await onDeath(message)
    }
  }

  async function perform(inputs: readonly I[], shared: S): Promise<Outcome<I, O>[]> {
    return await attempt(inputs, shared, async () => {
      const outcomes: Outcome<I, O>[] = []
      for (const input of inputs)
        outcomes.push(...(await attempt([input], shared, async (crash) => [{ input, crash }])))
      return outcomes
    })
  }

  return {
    workers,
    async run(inputs, shared, onOutcome, signal) {
      await send([], shared)
      const source = iteratorOf(inputs)
      const window: { outcomes?: Outcome<I, O>[] }[] = []
      const underWay = new Set<Promise<void>>()
      let more = true
      const start = (batch: readonly I[]): void => {
        const place: { outcomes?: Outcome<I, O>[] } = {}
        window.push(place)
        const job = perform(batch, shared).then((outcomes) => {
          place.outcomes = outcomes
          underWay.delete(job)
        })
        // Whoever awaits the jobs sees the rejection; it must not count as unhandled until then.
        job.catch(() => undefined)
        underWay.add(job)
      }
      try {
        for (;;) {
          while (more && !signal.aborted && underWay.size < UNDER_WAY * workers && window.length < WINDOW * workers) {
            const batch = await take(source, size)
            more = batch.length > 0
            if (more) start(batch)
          }
          const [first] = window
          if (!first) return
          if (!first.outcomes) await Promise.race(underWay)
          while (window[0]?.outcomes) for (const outcome of window.shift()?.outcomes ?? []) onOutcome(outcome)
        }
      } finally {
        await source.return?.()
      }
    },
    close: () => threads.destroy(),
  }
}

async function take<I>(source: Iterator<I> | AsyncIterator<I>, size: number): Promise<I[]> {
  const batch: I[] = []
  while (batch.length < size) {
    const next = await source.next()
    if (next.done) break
    batch.push(next.value)
  }
  return batch
}

/** An error of the work itself, with the stack it had in its thread. */
class ThrownInThread extends Error {
  override readonly name = 'ThrownInThread'

  constructor({ message, stack }: { readonly message: string; readonly stack?: string }) {
    super(message)
    if (stack !== undefined) this.stack = stack
  }
}
