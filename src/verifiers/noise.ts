import type { HardQuery } from '../core/hard-query.js'
import type { Message } from '../core/message.js'
import type { Discrepancy } from '../core/verdict.js'
import { levelOf, todayOf } from '../language/index.js'

/** A message shows the noise that the row says it has, as much of it; that it reads back all the same is for `completeness`. */
export function verifyNoise({
  turn,
  messages,
  query,
}: {
  readonly turn: number
  readonly messages: readonly Message[]
  readonly query: HardQuery
}): Discrepancy[] {
  return query.noise.flatMap(({ operator, level }): Discrepancy[] => {
    const shown = levelOf(operator, query.text, todayOf(messages))
    return shown === undefined || shown === level ? [] : [{ kind: 'unproved', turn, about: `noise: ${operator}` }]
  })
}
