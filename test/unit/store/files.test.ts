import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Manifest, WorkResult } from '../../../src/core/run.js'
import { itemsOf, type Shard } from '../../../src/core/shard.js'
import {
  compact,
  createLineFile,
  mergeShards,
  readManifest,
  StorageError,
  writeEnvironmentDocument,
  writeManifest,
} from '../../../src/store/index.js'
import { accepted, exhausted, temporaryDirectories } from '../../support/results.js'

const directory = temporaryDirectories()

describe('a file of lines', () => {
  it('appears when it is whole, never before, and replaces an older one', async () => {
    const path = directory()
    writeFileSync(join(path, 'rows'), 'older')
    const file = createLineFile(path, 'rows', 'Try again.')
    for (const line of ['a', Buffer.from('ä'), '']) await file.write(line)
    expect(readFileSync(join(path, 'rows'), 'utf8')).toBe('older')
    expect(await file.close()).toMatchObject({ name: 'rows', rows: 3 })
    expect(readFileSync(join(path, 'rows'), 'utf8')).toBe('a\nä\n\n')
    expect(readdirSync(path)).toEqual(['rows'])
  })

  it('is written in pieces, however long it gets', async () => {
    const path = directory()
    const file = createLineFile(path, 'rows', 'Try again.')
    const line = 'x'.repeat(10_000)
    for (let i = 0; i < 500; i++) await file.write(line)
    await file.close()
    expect(readFileSync(join(path, 'rows'), 'utf8')).toBe(`${line}\n`.repeat(500))
  })

  it.skipIf(!existsSync('/dev/full'))('on a full disk: a clear line, and no file that looks whole', async () => {
    const path = directory()
    symlinkSync('/dev/full', join(path, 'rows.partial'))
    const file = createLineFile(path, 'rows', 'Free some space.')
    await file.write('a')
    await expect(file.close()).rejects.toThrow(StorageError)
    expect(readdirSync(path)).toEqual(['rows.partial'])
    const again = createLineFile(path, 'rows', 'Free some space.')
    await again.write('a')
    await expect(again.close()).rejects.toThrow(/rows: the disk is full\. Free some space\.$/)
  })
})

describe('compaction', () => {
  it('writes every finished item in the order it is given, and adds up what they come to', async () => {
    const path = directory()
    const pairs = new TextEncoder().encode('{"pair":1}\n{"pair":2}\n')
    const spent = [{ role: 'querying', cause: 'accepted', answers: 1, model: 'm', tokensIn: 3, tokensOut: 4, usd: 0.5 }]
    const results: WorkResult[] = [
      accepted(0),
      { ...exhausted(3), rejections: accepted(3).rejections, stats: { proposed: 9 } },
      { ...accepted(5), preferences: pairs, spent } as WorkResult,
      { ...exhausted(8), spent },
    ]
    const { totals, files, sample } = await compact(path, results)
    expect(readFileSync(join(path, 'trajectories.jsonl'), 'utf8')).toBe('{"index":0}\n{"index":5}\n')
    expect(readFileSync(join(path, 'preferences.jsonl'), 'utf8')).toBe('{"pair":1}\n{"pair":2}\n')
    const refused = readFileSync(join(path, 'rejected.jsonl'), 'utf8').trimEnd().split('\n')
    expect(refused.map((line) => (JSON.parse(line) as { index: number }).index)).toEqual([0, 3, 5])
    expect(Buffer.from(sample ?? []).toString()).toBe('{"index":0}')
    expect(files.map(({ name, rows }) => [name, rows])).toEqual([
      ['trajectories.jsonl', 2],
      ['rejected.jsonl', 3],
      ['preferences.jsonl', 2],
    ])
    expect(totals).toEqual({
      accepted: 2,
      rejected: { 'verifiers:mutant': 3 },
      stats: { calls: 14, proposed: 9, turns: 6 },
      cost: [{ role: 'querying', cause: 'accepted', answers: 2, model: 'm', tokensIn: 6, tokensOut: 8, usd: 1 }],
    })
  })
})

const COUNT = 11

/** A finished run directory of items that are accepted but for every third. */
async function finishedRun(shard?: Shard, change: Partial<Manifest> = {}): Promise<string> {
  const path = directory()
  const [from, to] = itemsOf(COUNT, shard)
  const indices = Array.from({ length: to - from }, (_, i) => from + i)
  const { totals, files } = await compact(
    path,
    indices.map((index) => (index % 3 === 2 ? exhausted(index) : accepted(index))),
  )
  writeEnvironmentDocument(path, 'digest', { name: 'mini' })
  writeManifest(path, {
    schema: 1,
    turnsmith: '0.1.0',
    run: 'run',
    configuration: { count: COUNT, seed: 1 },
    seed: 1,
    environments: [{ name: 'mini', version: 1, digest: 'digest' }],
    status: 'complete',
    ...(shard ? { shard } : {}),
    requested: to - from,
    ...totals,
    files,
    timing: { seconds: 1 },
    ...change,
  })
  return path
}

const contentOf = (path: string): { [name: string]: string } =>
  Object.fromEntries(
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.jsonl?$/.test(name) && name !== 'manifest.json')
      .map((name) => [name, readFileSync(join(path, name), 'utf8')]),
  )

describe('shards', () => {
  it('hold every item once, in ranges, even when there are more shards than items', () => {
    for (const [count, of] of [
      [11, 4],
      [3, 7],
      [0, 2],
      [17_000, 13],
    ] as const) {
      const ranges = Array.from({ length: of }, (_, index) => itemsOf(count, [index, of]))
      expect(ranges[0]?.[0]).toBe(0)
      expect(ranges.at(-1)?.[1]).toBe(count)
      for (const [i, [from, to]] of ranges.entries()) {
        expect(from).toBe(i === 0 ? 0 : ranges[i - 1]?.[1])
        expect(to).toBeGreaterThanOrEqual(from)
      }
    }
  })

  it('merge, in any order, into the files and the manifest of the whole run', async () => {
    const whole = await finishedRun()
    for (const of of [1, 2, 4, 15]) {
      const shards = await Promise.all(Array.from({ length: of }, (_, index) => finishedRun([index, of])))
      const out = join(directory(), 'merged')
      await mergeShards(shards.toReversed(), out)
      expect(contentOf(out)).toEqual(contentOf(whole))
      expect({ ...readManifest(out), timing: null }).toEqual({ ...readManifest(whole), timing: null })
    }
  })

  it('are refused with the reason where they are not all of one finished run', async () => {
    const [first, second, third] = await Promise.all([0, 1, 2].map((index) => finishedRun([index, 3])))
    const all = [first, second, third] as string[]
    const cases: readonly (readonly [string[], RegExp])[] = [
      [[first, third] as string[], /shards are missing: 1\/3/],
      [[...all, second] as string[], /holds shard 1\/3 too/],
      [[...all.slice(1), await finishedRun()], /this run is whole, not a shard/],
      [[...all.slice(1), await finishedRun([0, 4])], /another run.*parts of 4 and of 3/],
      [
        [...all.slice(1), await finishedRun([0, 3], { run: 'r2', configuration: { count: COUNT, seed: 2 } })],
        /another run.*\(seed 2 and 1\)/,
      ],
      [
        [...all.slice(1), await finishedRun([0, 3], { run: 'r2', turnsmith: '0.2.0' })],
        /turnsmith 0\.2\.0 and 0\.1\.0/,
      ],
      [[...all.slice(1), await finishedRun([0, 3], { status: 'stopped' })], /not finished.*turnsmith resume/],
    ]
    for (const [directories, words] of cases) {
      const out = join(directory(), 'merged')
      await expect(mergeShards(directories, out)).rejects.toThrow(words)
      expect(existsSync(out)).toBe(false)
    }
  })

  it('whose bytes were changed on the way are found out, and nothing is left behind', async () => {
    const shards = await Promise.all([0, 1].map((index) => finishedRun([index, 2])))
    writeFileSync(join(shards[1] ?? '', 'trajectories.jsonl'), '{"index":9}\n')
    const out = join(directory(), 'merged')
    await expect(mergeShards(shards, out)).rejects.toThrow(/not the one its manifest describes/)
    expect(existsSync(out)).toBe(false)
  })
})
