import type { Work } from './pool.js'

/** What is sent to a thread: inputs that take long enough, together, to be worth the way. */
export interface Batch<I, S> {
  readonly inputs: readonly I[]
  readonly shared: S
}

/** What a thread sends back. */
export interface Reply<O> {
  readonly outputs: readonly O[]
  readonly milliseconds: number
  /** The work threw: a bug, which ends the run. */
  readonly thrown?: { readonly message: string; readonly stack: string }
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
      return { outputs, milliseconds: 0, thrown: { message: error.message, stack: error.stack ?? '' } }
    }
    return { outputs, milliseconds: performance.now() - begun }
  }
}
