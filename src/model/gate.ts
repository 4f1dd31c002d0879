/** Lets so many through at once, and finds out how many that should be. */
export interface Gate {
  readonly limit: () => number
  enter(signal?: AbortSignal): Promise<void>
  /** `overloaded`: the endpoint asked for less (429, 503). */
  leave(overloaded: boolean): void
}

/** Halved when this share of a round of requests was turned away. */
const TOO_MANY = 10

/** Fewer than these, or than a quarter of a small round, may be chance. */
const CHANCE = 3

/**
 * The limit grows by one with every request that gets through until it is back where it was last found too high, and beyond
 * that by one a round, then two, then four; it is halved at most once a round. Requests turned away at random, up to one in
 * twenty-five, hardly move it.
 */
export function createGate(start: number, most: number): Gate {
  let limit = Math.min(start, most)
  let known = most
  let inside = 0
  let round = { ended: 0, overloads: 0 }
  let step = 1
  // Requests that were under way when the limit was halved say nothing about the new one.
  let before = 0
  const waiting: (() => void)[] = []
  const admit = (): void => {
    while (inside < Math.floor(limit) && waiting.length > 0) {
      inside += 1
      waiting.shift()?.()
    }
  }
  const adapt = (overloaded: boolean): void => {
    if (before > 0) {
      before -= 1
      if (overloaded) return
    }
    round.ended += 1
    if (!overloaded) limit = Math.min(most, limit + (limit < known ? 1 : step / limit))
    else round.overloads += 1
    if (overloaded && round.overloads >= Math.max(limit / TOO_MANY, Math.min(CHANCE, limit / 4))) {
      known = Math.max(1, limit * 0.9)
      limit = Math.max(1, limit / 2)
      round = { ended: 0, overloads: 0 }
      step = 1
      before = inside
    } else if (round.ended >= limit) {
      if (limit >= known) step *= 2
      round = { ended: 0, overloads: 0 }
    }
  }
  return {
    limit: () => Math.floor(limit),
    enter(signal) {
      if (signal?.aborted) return Promise.reject(signal.reason as Error)
      if (waiting.length === 0 && inside < Math.floor(limit)) {
        inside += 1
        return Promise.resolve()
      }
      return new Promise((resolve, reject) => {
        const abort = (): void => {
          waiting.splice(waiting.indexOf(go), 1)
          reject(signal?.reason as Error)
        }
        const go = (): void => {
          signal?.removeEventListener('abort', abort)
          resolve()
        }
        signal?.addEventListener('abort', abort, { once: true })
        waiting.push(go)
      })
    },
    leave(overloaded) {
      inside -= 1
      adapt(overloaded)
      admit()
    },
  }
}
