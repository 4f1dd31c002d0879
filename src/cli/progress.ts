import cliProgress from 'cli-progress'

/** What a step forward brought. */
export interface Advance {
  readonly accepted?: boolean
  /** Causes of what was turned down. */
  readonly rejected?: readonly string[]
  /** What models took for it. */
  readonly usd?: number
}

/** How far long work is: a bar on a terminal, JSON lines otherwise; on stderr, so that rows keep stdout. */
export interface Progress {
  advance(by?: Advance): void
  finish(): void
}

export interface ProgressOptions {
  /** Done before this process began. */
  readonly done?: number
  /** How many work on it now. */
  readonly workers?: () => number
}

/** Starts to show progress. */
export function createProgress(
  what: string,
  total: number,
  { done = 0, workers = () => 1 }: ProgressOptions = {},
): Progress {
  const tally = createTally(what, total, done, workers)
  return process.stderr.isTTY ? bar(tally, total) : lines(tally)
}

interface Standing {
  readonly progress: string
  readonly done: number
  readonly total: number
  readonly accepted: number
  readonly perSecond: number
  readonly rejected: { readonly [cause: string]: number }
  readonly etaSeconds: number
  readonly usd: number
  readonly workers: number
}

interface Tally {
  add(by: Advance): void
  standing(): Standing
}

/** Rates count what this process did; they go by a clock that never jumps. */
function createTally(progress: string, total: number, doneBefore: number, workers: () => number): Tally {
  const begun = performance.now()
  const rejected = new Map<string, number>()
  let [done, accepted, usd] = [doneBefore, 0, 0]
  return {
    add({ accepted: one = true, rejected: causes = [], usd: cost = 0 }) {
      done += 1
      usd += cost
      if (one) accepted += 1
      for (const cause of causes) rejected.set(cause, (rejected.get(cause) ?? 0) + 1)
    },
    standing() {
      const seconds = Math.max(0.001, (performance.now() - begun) / 1000)
      const pace = (done - doneBefore) / seconds
      return {
        progress,
        done,
        total,
        accepted,
        perSecond: Math.round((10 * accepted) / seconds) / 10,
        rejected: Object.fromEntries([...rejected].toSorted(([, a], [, b]) => b - a)),
        etaSeconds: pace > 0 ? Math.round((total - done) / pace) : 0,
        usd: Math.round(1e6 * usd) / 1e6,
        workers: workers(),
      }
    },
  }
}

const CAUSES_SHOWN = 3

function bar(tally: Tally, total: number): Progress {
  const format = '{bar} {value}/{total} {progress} · {perSecond}/s · {down} · {cost}{crew} · ETA {left}'
  const display = new cliProgress.SingleBar(
    { format, hideCursor: true, clearOnComplete: true, barsize: 20, linewrap: false },
    cliProgress.Presets.shades_classic,
  )
  const words = (): { readonly [token: string]: string | number } => {
    const { progress, perSecond, rejected, usd, workers, etaSeconds } = tally.standing()
    const causes = byCause(rejected)
    const shown = causes.slice(0, CAUSES_SHOWN).map(([cause, n]) => `${cause} ${n}`)
    const down = `rejected ${shown.join(', ')}${causes.length > CAUSES_SHOWN ? ' …' : ''}`
    return {
      progress,
      perSecond,
      down: causes.length === 0 ? 'none rejected' : down,
      cost: usd === 0 ? '' : `$${usd.toFixed(4)} · `,
      crew: workers === 1 ? '1 worker' : `${workers} workers`,
      left: durationText(etaSeconds),
    }
  }
  const update = (): void => display.update(tally.standing().done, words())
  display.start(total, tally.standing().done, words())
  return {
    advance(by = {}) {
      tally.add(by)
      update()
    },
    finish: () => display.stop(),
  }
}

function durationText(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  if (hours > 0) return `${hours} h ${minutes} min`
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`
}

/** Milliseconds after which a line is written even though little has happened. */
const PATIENCE = 30_000

function lines(tally: Tally): Progress {
  let [tenths, written] = [Math.floor(tenthsOf(tally.standing())), performance.now()]
  return {
    advance(by = {}) {
      tally.add(by)
      const standing = tally.standing()
      const now = Math.floor(tenthsOf(standing))
      if (now === tenths && performance.now() - written < PATIENCE) return
      ;[tenths, written] = [now, performance.now()]
      process.stderr.write(`${JSON.stringify(standing)}\n`)
    },
    finish: () => undefined,
  }
}

function tenthsOf({ done, total }: Standing): number {
  return (10 * done) / Math.max(1, total)
}

/** Causes of all phases together, the commonest first: a bar has no room for the phase. */
function byCause(rejected: { readonly [phaseAndCause: string]: number }): [cause: string, count: number][] {
  const counts = new Map<string, number>()
  for (const [name, n] of Object.entries(rejected)) {
    const cause = name.replace(/^.*:/, '')
    counts.set(cause, (counts.get(cause) ?? 0) + n)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)
}
