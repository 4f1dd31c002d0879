import type { FileRecord, WorkResult } from '../core/run.js'
import { createLineFile, type LineFile } from './line-file.js'
import { PREFERENCES, REJECTED, TRAJECTORIES } from './run-directory.js'
import { createSums, type Totals, totalsOf } from './totals.js'

/** What a compaction wrote. */
export interface Compacted {
  readonly totals: Totals
  readonly files: readonly FileRecord[]
  /** The first accepted row's line. */
  readonly sample?: Uint8Array
}

/** Writes finished items, given in index order, as the final files of a run; each file appears when it is whole. */
export async function compact(directory: string, results: Iterable<WorkResult>): Promise<Compacted> {
  const remedy = `Free some space, then go on with \`turnsmith resume ${directory}\`: every finished item is kept.`
  const create = (name: string): LineFile => createLineFile(directory, name, remedy)
  const [rows, refused] = [create(TRAJECTORIES), create(REJECTED)]
  let pairs: LineFile | undefined
  let sample: Uint8Array | undefined
  const sums = createSums()
  for (const result of results) {
    sums.add(totalsOf(result))
    for (const rejection of result.rejections) await refused.write(JSON.stringify(rejection))
    if (result.status !== 'accepted') continue
    await rows.write(result.row)
    sample ??= result.row
    const { preferences } = result
    if (preferences.length > 0) {
      pairs ??= create(PREFERENCES)
      await pairs.append(preferences, preferences.filter((byte) => byte === LINE_BREAK).length)
    }
  }
  const files = [await rows.close(), await refused.close(), ...(pairs ? [await pairs.close()] : [])]
  return { totals: sums.totals(), files, ...(sample ? { sample } : {}) }
}

const LINE_BREAK = 10
