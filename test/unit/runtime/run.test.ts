import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Manifest, Runtime } from '../../../src/core/run.js'
import type { Shard } from '../../../src/core/shard.js'
import { policyLine, runItems } from '../../../src/pipeline/index.js'
import {
  assertSameRun,
  type Configuration,
  createLocalRuntime,
  type Ended,
  performRun,
  recipeOf,
  startedManifest,
} from '../../../src/runtime/index.js'
import { openJournal, readManifest, writeManifest } from '../../../src/store/index.js'
import { OWNER, temporaryDirectories } from '../../support/results.js'
import { configurationOf } from './configurations.js'

const directory = temporaryDirectories()

interface Stops {
  /** Ctrl-C after so many items. */
  readonly stopAfter?: number
  /** The process dies after so many items: nothing is written any more. */
  readonly dieAfter?: number
  readonly shard?: Shard
}

/** Goes on with the run in a directory, as a process would that may be stopped or die. */
async function proceed(
  path: string,
  configuration: Configuration,
  { stopAfter, dieAfter, shard }: Stops = {},
): Promise<Ended> {
  const manifest = startedManifest(configuration, '0.1.0', shard)
  const journal = openJournal(path, manifest.run, OWNER)
  const stop = new AbortController()
  let committed = 0
  const onCommitted = (): void => {
    committed += 1
    if (committed === stopAfter) stop.abort()
    if (committed === dieAfter) throw new Error('killed')
  }
  const runtime = createLocalRuntime(recipeOf(configuration), 1)
  try {
    return await performRun({
      directory: path,
      manifest,
      configuration,
      journal,
      runtime,
      signal: stop.signal,
      onCommitted,
    })
  } finally {
    journal.close()
  }
}

const fileOf = (path: string, name = 'trajectories.jsonl'): string => readFileSync(join(path, name), 'utf8')

async function undisturbed(
  configuration: Configuration,
): Promise<{ rows: string; refused: string; policies: string; pairs: string }> {
  let [rows, refused, policies, pairs] = ['', '', '', '']
  let before: Parameters<typeof policyLine>[1]
  await runItems(
    recipeOf(configuration),
    configuration.count,
    1,
    async ({ row, rejections, preferences }) => {
      if (row) rows += `${JSON.stringify(row)}\n`
      for (const pair of preferences) pairs += `${JSON.stringify(pair)}\n`
      for (const rejection of rejections) refused += `${JSON.stringify(rejection)}\n`
    },
    {
      onPolicy: async (policy) => {
        policies += `${JSON.stringify(policyLine(policy, before))}\n`
        before = policy
      },
    },
  )
  return { rows, refused, policies, pairs }
}

describe('a run', () => {
  it('writes the bytes that the pipeline makes, and a manifest that describes them', async () => {
    const [path, configuration] = [directory(), configurationOf()]
    const { manifest, sample } = await proceed(path, configuration)
    const { rows, refused, pairs } = await undisturbed(configuration)
    expect(fileOf(path)).toBe(rows)
    expect(fileOf(path, 'rejected.jsonl')).toBe(refused)
    expect(fileOf(path, 'preferences.jsonl')).toBe(pairs)
    expect(manifest).toMatchObject({ status: 'complete', requested: 12, accepted: 12 })
    expect(readManifest(path)).toEqual(manifest)
    expect(`${Buffer.from(sample ?? []).toString('utf8')}\n`).toBe(rows.slice(0, rows.indexOf('\n') + 1))
  })

  it('that is stopped writes what is finished, and becomes the whole run when it is gone on with', async () => {
    const [path, whole, configuration] = [directory(), directory(), configurationOf()]
    const { manifest } = await proceed(path, configuration, { stopAfter: 5 })
    expect(manifest).toMatchObject({ status: 'stopped', requested: 12, accepted: 5 })
    const { rows, refused, pairs } = await undisturbed(configuration)
    expect(rows.startsWith(fileOf(path))).toBe(true)
    const ended = await proceed(path, configuration)
    expect(fileOf(path)).toBe(rows)
    expect(fileOf(path, 'rejected.jsonl')).toBe(refused)
    expect(fileOf(path, 'preferences.jsonl')).toBe(pairs)
    const fresh = await proceed(whole, configuration)
    expect({ ...ended.manifest, timing: null }).toEqual({ ...fresh.manifest, timing: null })
  })

  it('that dies makes no committed item again, and shows no file before it is whole', async () => {
    const [path, configuration] = [directory(), configurationOf()]
    await expect(proceed(path, configuration, { dieAfter: 4 })).rejects.toThrow('killed')
    expect(readdirSync(path)).toEqual(['journal.sqlite'])
    let made = 0
    const manifest = startedManifest(configuration, '0.1.0')
    const journal = openJournal(path, manifest.run, OWNER)
    const local = createLocalRuntime(recipeOf(configuration), 1)
    const runtime: Runtime = {
      ...local,
      run: (items, onResult, signal) => local.run(counted(items), onResult, signal),
    }
    function* counted<T>(items: Iterable<T>): Generator<T> {
      for (const item of items) {
        made += 1
        yield item
      }
    }
    await performRun({
      directory: path,
      manifest,
      configuration,
      journal,
      runtime,
      signal: new AbortController().signal,
    })
    journal.close()
    expect(made).toBe(8)
    expect(fileOf(path)).toBe((await undisturbed(configuration)).rows)
  })

  it('with a learned sampler goes by rounds and learns the same, whatever happens on the way', async () => {
    const [path, configuration] = [directory(), configurationOf({ count: 60, sampler: 'learned', turns: [1, 1] })]
    await expect(proceed(path, configuration, { dieAfter: 20 })).rejects.toThrow('killed')
    await proceed(path, configuration, { stopAfter: 17 })
    const { manifest } = await proceed(path, configuration)
    const { rows, policies } = await undisturbed(configuration)
    expect(fileOf(path)).toBe(rows)
    expect(fileOf(path, 'policies.jsonl')).toBe(policies)
    expect(policies.trimEnd().split('\n')).toHaveLength(3)
    expect(manifest.files.map(({ name }) => name)).toEqual([
      'trajectories.jsonl',
      'rejected.jsonl',
      'preferences.jsonl',
      'policies.jsonl',
    ])
  })

  it('in shards makes the items of each', async () => {
    const configuration = configurationOf({ count: 5 })
    const parts = [directory(), directory()]
    for (const [index, path] of parts.entries()) await proceed(path, configuration, { shard: [index, 2] })
    expect(parts.map((path) => fileOf(path)).join('')).toBe((await undisturbed(configuration)).rows)
  })
})

describe('going on with a run', () => {
  const manifest = startedManifest(configurationOf(), '0.1.0')
  const refusal = (change: Partial<Manifest>): unknown => {
    const path = directory()
    writeManifest(path, { ...manifest, ...change })
    return () => assertSameRun(readManifest(path), '0.1.0', 'DIR')
  }

  it('takes the configuration from the manifest', () => {
    const path = directory()
    writeManifest(path, manifest)
    expect(assertSameRun(readManifest(path), '0.1.0', path)).toEqual(configurationOf())
  })

  it.each<[string, Partial<Manifest>, RegExp]>([
    [
      'another version of turnsmith',
      { turnsmith: '0.0.9' },
      /started by turnsmith 0\.0\.9, this is 0\.1\.0.*npx turnsmith@0\.0\.9 resume DIR/,
    ],
    [
      'another environment',
      { environments: [{ name: 'mini', version: 1, digest: 'f'.repeat(64) }] },
      /environment 'mini' has changed since the run was started/,
    ],
    ['another seed in the configuration', { configuration: configurationOf({ seed: 8 }) }, /altered/],
    [
      'a configuration of another version',
      { configuration: { ...configurationOf(), hue: 'red' } },
      /not one of this version/,
    ],
    ['no configuration', { configuration: null }, /not one of this version/],
  ])('is refused for %s, with a clear line', (_, change, words) => {
    expect(refusal(change)).toThrow(words)
  })
})
