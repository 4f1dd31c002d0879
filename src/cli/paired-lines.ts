import { existsSync } from 'node:fs'
import type { Preference } from '../core/preference.js'
import { readPreferences, readLines } from '../store/index.js'
import type { Line } from './judge.js'

/**
 * Lines of a file of trajectories, each with the preference pairs of its row. Both files go by index, so that neither has to
 * be held; a pair that belongs to no row is told to `onStray`.
 */
export async function* pairedLines(
  trajectories: string,
  preferences: string | undefined,
  onStray: (pair: Preference, line: number) => void,
): AsyncGenerator<Line> {
  const pairs = pairsIn(preferences)
  let next = await pairs.next()
  for await (const { line, text } of readLines(trajectories)) {
    const index = indexOf(text)
    const own: Preference[] = []
    while (!next.done && next.value.pair.index <= index) {
      if (next.value.pair.index === index) own.push(next.value.pair)
      else onStray(next.value.pair, next.value.line)
      next = await pairs.next()
    }
    yield { line, text, ...(own.length > 0 ? { pairs: own } : {}) }
  }
  for (; !next.done; next = await pairs.next()) onStray(next.value.pair, next.value.line)
}

/** None where there is no such file. */
async function* pairsIn(path: string | undefined): ReturnType<typeof readPreferences> {
  if (path !== undefined && existsSync(path)) yield* readPreferences(path)
}

/** The index of a row, read from the beginning of its line; of a line that is no row, none. */
function indexOf(text: string): number {
  return Number(/"index":(\d+)/.exec(text.slice(0, 400))?.[1] ?? Number.NaN)
}
