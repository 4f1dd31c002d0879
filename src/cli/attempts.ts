import type { Manifest } from '../core/run.js'

/** What attempts came to, by attempt and outcome: the part of a run's counts that tells how hard its turns were. */
export function attemptCounts(stats: Manifest['stats']): { [name: string]: number } {
  return Object.fromEntries(Object.entries(stats).filter(([name]) => name.includes(':')))
}

/** Outcomes that are shown beside the rate. */
const SHOWN = 3

/** Attempts as rows of a table: how many passed without a hint and with each further one, and what was wrong with the others. */
export function attemptRows(stats: Manifest['stats']): [string, string][] {
  const tries = Object.entries(attemptCounts(stats)).flatMap(([name, times]) => {
    const [, attempt, outcome = ''] = /^attempt(\d+):(.+)$/.exec(name) ?? []
    return attempt === undefined ? [] : [{ attempt: Number(attempt), outcome, times }]
  })
  const attempts = [...new Set(tries.map(({ attempt }) => attempt))].toSorted((a, b) => a - b)
  const refused = stats['hint:refused'] ?? 0
  return [
    ...attempts.map((attempt): [string, string] => {
      const made = tries.filter((one) => one.attempt === attempt)
      const all = made.reduce((sum, { times }) => sum + times, 0)
      const passed = made.find(({ outcome }) => outcome === 'passed')?.times ?? 0
      const wrong = made.filter(({ outcome }) => outcome !== 'passed').toSorted((a, b) => b.times - a.times)
      const why = wrong.slice(0, SHOWN).map(({ outcome, times }) => `, ${outcome} ${times}`)
      return [nameOf(attempt), `${passed} of ${all} passed (${Math.round((100 * passed) / all)} %)${why.join('')}`]
    }),
    ...(refused > 0 ? [['hints refused', String(refused)] as [string, string]] : []),
  ]
}

function nameOf(attempt: number): string {
  return attempt === 0 ? 'without a hint' : attempt === 1 ? 'with one hint' : `with ${attempt} hints`
}
