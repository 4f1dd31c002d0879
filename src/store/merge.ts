import { createHash } from 'node:crypto'
import { cpSync, createReadStream, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../core/errors.js'
import { type JsonObject, sameJson } from '../core/json.js'
import type { FileRecord, Manifest } from '../core/run.js'
import { createLineFile } from './line-file.js'
import {
  createRunDirectory,
  PREFERENCES,
  readManifest,
  REJECTED,
  TRAJECTORIES,
  writeManifest,
} from './run-directory.js'
import { createSums } from './totals.js'

interface ShardDirectory {
  readonly directory: string
  readonly manifest: Manifest
}

/** Joins the shards of a run, given in any order, into the bytes of the whole run; every file is checked on the way. */
export async function mergeShards(directories: readonly string[], out: string): Promise<Manifest> {
  const shards = orderedShards(directories)
  const [first] = shards
  if (!first) throw new UsageError('merge', 'there are no directories', 'Give the directories of all shards.')
  createRunDirectory(out)
  try {
    return await mergeInto(out, first, shards)
  } catch (error) {
    // Nothing of a merge that failed is of use to anybody; the shards are as they were.
    rmSync(out, { recursive: true, force: true })
    throw error
  }
}

async function mergeInto(out: string, first: ShardDirectory, shards: readonly ShardDirectory[]): Promise<Manifest> {
  const files: FileRecord[] = []
  for (const name of namesIn(shards)) files.push(await joinFiles(shards, name, out))
  cpSync(join(first.directory, 'environments'), join(out, 'environments'), { recursive: true })
  const sums = createSums()
  for (const { manifest } of shards) sums.add(manifest)
  const { shard: _, ...whole } = first.manifest
  const seconds = shards.reduce((sum, { manifest }) => sum + manifest.timing.seconds, 0)
  const merged: Manifest = {
    ...whole,
    requested: shards.reduce((sum, { manifest }) => sum + manifest.requested, 0),
    ...sums.totals(),
    files,
    timing: { seconds: Math.round(1000 * seconds) / 1000 },
  }
  writeManifest(out, merged)
  return merged
}

/** All shards of one run, each once and finished, in their order. */
function orderedShards(directories: readonly string[]): ShardDirectory[] {
  const shards = directories.map((directory) => ({ directory, manifest: readManifest(directory) }))
  const of = shards[0]?.manifest.shard?.[1] ?? 0
  const places: ShardDirectory[] = []
  for (const shard of shards) {
    const index = placeOf(shard, shards[0] as ShardDirectory)
    const other = places[index]
    if (other)
      throw new UsageError(
        shard.directory,
        `${other.directory} holds shard ${index}/${of} too`,
        'Give each shard once.',
      )
    places[index] = shard
  }
  const absent = Array.from({ length: of }, (_, index) => index).filter((index) => !places[index])
  if (absent.length > 0)
    throw new UsageError(
      'merge',
      `shards are missing: ${absent.map((index) => `${index}/${of}`).join(', ')}`,
      'Give the directories of all shards of the run.',
    )
  return places
}

function placeOf({ directory, manifest }: ShardDirectory, first: ShardDirectory): number {
  const { run, shard, status } = manifest
  if (!shard)
    throw new UsageError(
      directory,
      'this run is whole, not a shard',
      'Give directories that `turnsmith synth --shard i/n` wrote.',
    )
  if (run !== first.manifest.run || shard[1] !== first.manifest.shard?.[1])
    throw new UsageError(
      directory,
      `this is a shard of another run than ${first.directory} (${differenceOf(manifest, first.manifest)})`,
      'Shards must be made with the same options and version, and the same n in --shard i/n.',
    )
  if (status !== 'complete')
    throw new UsageError(
      directory,
      `shard ${shard.join('/')} is not finished`,
      `Finish it: turnsmith resume ${directory}`,
    )
  return shard[0]
}

/** What two shards that should be of one run differ in. */
function differenceOf(a: Manifest, b: Manifest): string {
  if (a.turnsmith !== b.turnsmith) return `turnsmith ${a.turnsmith} and ${b.turnsmith}`
  if (a.shard?.[1] !== b.shard?.[1]) return `parts of ${a.shard?.[1]} and of ${b.shard?.[1]}`
  const [mine, theirs] = [a.configuration as JsonObject, b.configuration as JsonObject]
  const name = Object.keys(mine).find((key) => !sameJson(mine[key], theirs[key]))
  return name ? `${name} ${JSON.stringify(mine[name])} and ${JSON.stringify(theirs[name])}` : 'other environments'
}

/** One file of all shards, one after another, each checked against its manifest before the result appears. */
async function joinFiles(shards: readonly ShardDirectory[], name: string, out: string): Promise<FileRecord> {
  const remedy = 'Free some space, empty the directory and merge again; the shards are as they were.'
  const joined = createLineFile(out, name, remedy)
  for (const { directory, manifest } of shards) {
    const listed = manifest.files.find((file) => file.name === name)
    if (!listed) continue
    const [path, hash] = [join(directory, name), createHash('sha256')]
    if (!existsSync(path)) throw new UsageError(path, 'there is no such file', 'Copy the whole directory of the shard.')
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      hash.update(chunk as Uint8Array)
      await joined.append(chunk as Uint8Array, 0)
    }
    if (hash.digest('hex') !== listed.sha256)
      throw new UsageError(
        path,
        'the file is not the one its manifest describes',
        'Copy the directory of the shard again, or make the shard again.',
      )
    await joined.append(new Uint8Array(), listed.rows)
  }
  return await joined.close()
}

/** Files of a whole run, in the order its manifest lists them. */
function namesIn(shards: readonly ShardDirectory[]): string[] {
  const present = new Set(shards.flatMap(({ manifest }) => manifest.files.map(({ name }) => name)))
  return [TRAJECTORIES, REJECTED, PREFERENCES].filter((name) => present.has(name))
}
