/** What came of one input: an output, or the crash of the thread that worked on it, twice. */
export type Outcome<I, O> = { readonly input: I; readonly output: O } | { readonly input: I; readonly crash: string }

/**
 * Does the same work on many inputs. Inputs are taken as there is room for them, so that memory stays flat however many
 * there are. `shared` goes to the work beside every input. Under an aborted signal no more inputs are taken, and those
 * under way are finished.
 */
export interface Pool<I, S, O> {
  readonly workers: number
  run(
    inputs: Iterable<I> | AsyncIterable<I>,
    shared: S,
    onOutcome: (outcome: Outcome<I, O>) => void,
    signal: AbortSignal,
  ): Promise<void>
  close(): Promise<void>
}

/** The work of a pool. */
export type Work<I, S, O> = (input: I, shared: S) => Promise<O>

/** Takes inputs one by one from either kind of iterable. */
export function iteratorOf<I>(inputs: Iterable<I> | AsyncIterable<I>): Iterator<I> | AsyncIterator<I> {
  return Symbol.asyncIterator in inputs ? inputs[Symbol.asyncIterator]() : inputs[Symbol.iterator]()
}
