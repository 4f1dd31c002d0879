import type { HardQuery } from '../core/hard-query.js'
import type { Discrepancy } from '../core/verdict.js'
import { levelOf } from '../language/index.js'

/** A message shows the noise that the row says it has, as much of it; that it reads back all the same is for `completeness`. */
export function verifyNoise({ turn, query }: { readonly turn: number; readonly query: HardQuery }): Discrepancy[] {
  return query.noise.flatMap(({ operator, level }): Discrepancy[] => {
    const shown = levelOf(operator, query.text)
    return shown === undefined || shown === level ? [] : [{ kind: 'unproved', turn, about: `noise: ${operator}` }]
  })
}
