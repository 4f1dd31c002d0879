import type { FileRecord, Spend, WorkResult } from '../core/run.js'
import { createLineFile, type LineFile } from './line-file.js'
import { PREFERENCES, REJECTED, TRAJECTORIES } from './run-directory.js'

/** What the finished items of a run come to. */
export interface Totals {
  readonly accepted: number
  /** Turned down, by phase and cause, in the order of the names. */
  readonly rejected: { readonly [cause: string]: number }
  readonly stats: { readonly [name: string]: number }
  readonly cost: readonly Spend[]
  /** The first accepted row's line. */
  readonly sample?: Uint8Array
}

/** Writes finished items, given in index order, as the final files of a run; each file appears when it is whole. */
export async function compact(
  directory: string,
  results: Iterable<WorkResult>,
): Promise<Totals & { readonly files: readonly FileRecord[] }> {
  const remedy = `Free some space, then go on with \`turnsmith resume ${directory}\`: every finished item is kept.`
  const [rows, refused] = [
    await createLineFile(directory, TRAJECTORIES, remedy),
    await createLineFile(directory, REJECTED, remedy),
  ]
  let pairs: LineFile | undefined
  const sums = createSums()
  for (const result of results) {
    sums.add(result)
    for (const rejection of result.rejections) await refused.write(JSON.stringify(rejection))
    if (result.status !== 'accepted') continue
    await rows.write(result.row)
    if (result.preferences.length === 0) continue
    pairs ??= await createLineFile(directory, PREFERENCES, remedy)
    await pairs.write(result.preferences.subarray(0, -1))
  }
  const files = [await rows.close(), await refused.close(), ...(pairs ? [await pairs.close()] : [])]
  return { ...sums.totals(), files }
}

/** Adds up results as they come. */
export function createSums(): { add(result: WorkResult): void; totals(): Totals } {
  const [rejected, stats, cost] = [new Map<string, number>(), new Map<string, number>(), new Map<string, Spend>()]
  let accepted = 0
  let sample: Uint8Array | undefined
  return {
    add(result) {
      for (const { phase, cause } of result.rejections) increase(rejected, `${phase}:${cause}`, 1)
      for (const [name, value] of Object.entries(result.stats)) increase(stats, name, value)
      for (const spend of result.spent)
        cost.set(`${spend.role} ${spend.model}`, sumOf(cost.get(`${spend.role} ${spend.model}`), spend))
      if (result.status !== 'accepted') return
      accepted += 1
      sample ??= result.row
    },
    totals: () => ({
      accepted,
      rejected: inOrder(rejected),
      stats: inOrder(stats),
      cost: Object.values(inOrder(cost)),
      ...(sample ? { sample } : {}),
    }),
  }
}

function increase(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by)
}

function sumOf(known: Spend | undefined, more: Spend): Spend {
  if (!known) return more
  const usd = known.usd === undefined || more.usd === undefined ? {} : { usd: known.usd + more.usd }
  return {
    role: more.role,
    model: more.model,
    tokensIn: known.tokensIn + more.tokensIn,
    tokensOut: known.tokensOut + more.tokensOut,
    ...usd,
  }
}

function inOrder<T>(map: ReadonlyMap<string, T>): { [name: string]: T } {
  return Object.fromEntries([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
