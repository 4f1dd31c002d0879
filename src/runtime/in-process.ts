import { setImmediate } from 'node:timers/promises'
import { iteratorOf, type Pool, type Work } from './pool.js'

/** A pool in this thread: at most `concurrency` inputs under way, outcomes as they come. */
export function createInProcess<I, S, O>(work: Work<I, S, O>, concurrency: number): Pool<I, S, O> {
  return {
    workers: 1,
    async run(inputs, shared, onOutcome, signal) {
      const source = iteratorOf(inputs)
      let failed = false
      const lane = async (): Promise<void> => {
        while (!signal.aborted && !failed) {
          const next = await source.next()
          if (next.done) return
          onOutcome({ input: next.value, output: await work(next.value, shared) })
          // Procedural work never waits for anything: let signals and the display have their turn.
          await setImmediate()
        }
      }
      const lanes = Array.from({ length: concurrency }, async () => {
        try {
          await lane()
        } catch (error) {
          failed = true
          throw error
        }
      })
      const ends = await Promise.allSettled(lanes)
      await source.return?.()
      for (const end of ends) if (end.status === 'rejected') throw end.reason
    },
    close: async () => undefined,
  }
}
