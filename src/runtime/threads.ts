import { Piscina } from 'piscina'
import { iteratorOf, type Outcome, type Pool } from './pool.js'
import type { Reply } from './serve.js'

export interface ThreadsOptions {
  /** The module that every thread loads; it exports `work`, made by `serve`. */
  readonly module: URL
  readonly workers: number
  /** What the module finds as `workerData`. */
  readonly data?: unknown
  /** Told when a thread dies. */
  readonly onCrash?: (message: string) => void
}

/** How long a batch should take: long against the way to a thread and back, short for a person who waits for the end. */
const MILLISECONDS = 25
const LARGEST_BATCH = 64

/** Neighbours go to the same thread, since an item may be made from the one before it. */
const PAIR = 2

/** Batches per thread that are under way: one it works on, one it finds waiting. */
const UNDER_WAY = 2

/** Batches per thread, those included, that may wait for an earlier one. */
const WINDOW = 32

/**
 * A pool of threads that hands outcomes over in the order of the inputs. A thread that dies is replaced; the inputs of its batch
 * are tried once more, each alone, and one whose thread dies again comes out as a crash. An error thrown by the work ends the run.
 */
export function createThreads<I, S, O>(options: ThreadsOptions): Pool<I, S, O> {
  const threads = new ThreadBatches<I, S, O>(options)
  const { workers } = options
  return {
    workers,
    async run(inputs, shared, onOutcome, signal) {
      await threads.send([], shared)
      const source = iteratorOf(inputs)
      const window: Place<I, O>[] = []
      const underWay = new Set<Promise<void>>()
      let more = true
      try {
        for (;;) {
          while (more && !signal.aborted && underWay.size < UNDER_WAY * workers && window.length < WINDOW * workers) {
            const batch = await take(source, threads.size)
            more = batch.length > 0
            if (more) window.push(startIn(underWay, threads.perform(batch, shared)))
          }
          if (window.length === 0) return
          if (!window[0]?.outcomes) await Promise.race(underWay)
          while (window[0]?.outcomes) for (const outcome of window.shift()?.outcomes ?? []) onOutcome(outcome)
        }
      } finally {
        await source.return?.()
      }
    },
    close: () => threads.close(),
  }
}

/** Where a batch stands in the order, with its outcomes once it is done. */
interface Place<I, O> {
  outcomes?: readonly Outcome<I, O>[]
}

function startIn<I, O>(underWay: Set<Promise<void>>, batch: Promise<readonly Outcome<I, O>[]>): Place<I, O> {
  const place: Place<I, O> = {}
  const job: Promise<void> = batch.then((outcomes) => {
    place.outcomes = outcomes
    underWay.delete(job)
    return undefined
  })
  // Whoever races the jobs sees a rejection; until then it must not count as unhandled.
  job.catch(() => undefined)
  underWay.add(job)
  return place
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

/** Batches on threads, sized by how long the last ones took. */
class ThreadBatches<I, S, O> {
  /** Inputs that a batch should have. */
  size = PAIR
  readonly #threads: Piscina<unknown, Reply<O>>
  readonly #onCrash: (message: string) => void
  /** A thread that died without a batch cannot load its module: there is nothing to try again. */
  #broken: Error | undefined
  #closed = false

  constructor({ module, workers, data, onCrash = () => undefined }: ThreadsOptions) {
    this.#onCrash = onCrash
    this.#threads = new Piscina({
      filename: module.href,
      name: 'work',
      minThreads: workers,
      maxThreads: workers,
      maxQueue: Number.POSITIVE_INFINITY,
      workerData: data,
    })
    this.#threads.on('error', (error: Error) => {
      this.#broken = error
    })
  }

  /** Outcomes of a batch; after a crash its inputs are tried alone. */
  async perform(inputs: readonly I[], shared: S): Promise<readonly Outcome<I, O>[]> {
    const outputs = await this.#survive(inputs, shared)
    if (Array.isArray(outputs)) return inputs.map((input, i) => ({ input, output: outputs[i] as O }))
    const outcomes: Outcome<I, O>[] = []
    for (const input of inputs) {
      const alone = await this.#survive([input], shared)
      outcomes.push(alone instanceof ThreadDied ? { input, crash: alone.message } : { input, output: alone[0] as O })
    }
    return outcomes
  }

  async #survive(inputs: readonly I[], shared: S): Promise<readonly O[] | ThreadDied> {
    try {
      return await this.send(inputs, shared)
    } catch (error) {
      if (!(error instanceof ThreadDied)) throw error
      this.#onCrash(error.message)
      return error
    }
  }

  /** Outputs of a batch; none for no inputs, which only waits until a thread has loaded its module. */
  async send(inputs: readonly I[], shared: S): Promise<readonly O[]> {
    const { outputs, milliseconds, thrown } = await this.#run(inputs, shared)
    if (thrown) throw Object.assign(new Error(thrown.message), { stack: thrown.stack })
    if (inputs.length > 0) {
      const fitting = PAIR * Math.round((MILLISECONDS * inputs.length) / Math.max(0.01, milliseconds) / PAIR)
      this.size = Math.max(PAIR, Math.min(LARGEST_BATCH, this.size * 2, fitting))
    }
    return outputs
  }

  async #run(inputs: readonly I[], shared: S): Promise<Reply<O>> {
    try {
      if (!this.#broken) return await this.#threads.run({ inputs, shared })
    } catch (error) {
      // The work's own errors come back in the reply: this is the thread's end, unless we closed it or could not write to it.
      const ours = this.#closed || this.#broken !== undefined || error instanceof DOMException
      if (ours || inputs.length === 0) throw error
      throw new ThreadDied(error as Error)
    }
    throw this.#broken
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#threads.destroy()
  }
}

/** The end of a thread in the middle of its work: out of memory, or the process was told to exit there. */
class ThreadDied extends Error {
  override readonly name = 'ThreadDied'

  constructor(cause: Error) {
    super(cause.message, { cause })
  }
}
