import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../../src/core/digest.js'
import { UsageError } from '../../../src/core/errors.js'
import type { Manifest } from '../../../src/core/run.js'
import {
  createRunDirectory,
  fileSha256,
  readJsonLines,
  readManifest,
  readTrajectories,
  writeEnvironmentDocument,
  writeJsonLines,
  writeManifest,
} from '../../../src/store/index.js'
import { deskRows } from '../../support/rows.js'

let root = ''
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'turnsmith-store-'))))
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** No more of a manifest than these tests look at. */
const MANIFEST = { schema: 1, run: sha256(''), status: 'complete', files: [] } as unknown as Manifest

async function allOf<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const row of rows) all.push(row)
  return all
}

/** The one-line message of the usage error that this throws. */
async function usage(run: () => unknown): Promise<string> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    expect(error.message).not.toContain('\n')
    expect(error.message).toContain(error.remedy)
    return error.message
  }
  throw new Error('usage: nothing was thrown')
}

const write = (name: string, text: string): string => {
  writeFileSync(join(root, name), text)
  return join(root, name)
}

describe('createRunDirectory', () => {
  it('makes a new directory with its parents, and takes an empty one', () => {
    createRunDirectory(join(root, 'a/b'))
    expect(existsSync(join(root, 'a/b'))).toBe(true)
    createRunDirectory(join(root, 'a/b'))
    expect(readdirSync(join(root, 'a/b'))).toEqual([])
  })

  it('refuses one that holds anything, and leaves it alone', async () => {
    write('mine.txt', 'mine')
    for (const replace of [false, true])
      expect(await usage(() => createRunDirectory(root, { replace }))).toMatch(/nothing was overwritten/i)
    expect(readFileSync(join(root, 'mine.txt'), 'utf8')).toBe('mine')
  })

  it('replaces a run only when asked to', async () => {
    writeManifest(root, MANIFEST)
    write('old.txt', 'old')
    expect(await usage(() => createRunDirectory(root))).toMatch(/not empty.*nothing was overwritten/i)
    createRunDirectory(root, { replace: true })
    expect(existsSync(join(root, 'old.txt'))).toBe(false)
  })

  it('refuses a path that is a file or below one', async () => {
    const file = write('file', '')
    expect(await usage(() => createRunDirectory(join(file, 'run')))).toMatch(
      /cannot be written \((ENOTDIR|a file is in the way)\)/,
    )
    expect(await usage(() => createRunDirectory(file))).toMatch(/cannot be written \(ENOTDIR\)/)
  })

  it.skipIf(process.getuid?.() === 0)('refuses a place without permission', async () => {
    chmodSync(root, 0o500)
    expect(await usage(() => createRunDirectory(join(root, 'run')))).toMatch(/cannot be written \(EACCES\)/)
    chmodSync(root, 0o700)
  })
})

describe('manifests', () => {
  it('read back as written', () => {
    writeManifest(root, MANIFEST)
    expect(readManifest(root)).toEqual(MANIFEST)
  })

  it.each([
    ['is cut off', '{"schema":1,'],
    ['is of another schema', '{"schema":99}'],
    ['is a list', '[]'],
    ['is a text', '"schema"'],
  ])('are refused where the text %s', async (_, text) => {
    write('manifest.json', text)
    expect(await usage(() => readManifest(root))).toContain('manifest.json')
  })

  it.each(['null', '{"schema":1}'])('are refused where the text is %s', async (text) => {
    write('manifest.json', text)
    expect(await usage(() => readManifest(root))).toContain('manifest.json')
  })

  it('are missed where there is none', async () => {
    expect(await usage(() => readManifest(root))).toMatch(/not a run directory/)
  })
})

describe('JSON Lines', () => {
  it('read back as written, with what a manifest says about them', async () => {
    const writer = await writeJsonLines(root, 'rows.jsonl')
    const rows = [{ a: 1 }, { text: 'zwei\nZeilen "" 🎉' }, []]
    for (const row of rows) await writer.write(row)
    const closed = await writer.close()
    const text = readFileSync(join(root, 'rows.jsonl'), 'utf8')
    expect(closed).toEqual({ name: 'rows.jsonl', rows: 3, sha256: sha256(text) })
    expect(await fileSha256(join(root, 'rows.jsonl'))).toBe(closed.sha256)
    expect(await allOf(readJsonLines(join(root, 'rows.jsonl')))).toEqual(
      rows.map((value, i) => ({ line: i + 1, value })),
    )
  })

  it('are never written over', async () => {
    write('rows.jsonl', 'mine')
    expect(await usage(() => writeJsonLines(root, 'rows.jsonl'))).toMatch(/nothing was overwritten/)
    expect(readFileSync(join(root, 'rows.jsonl'), 'utf8')).toBe('mine')
  })

  it('name the line that is cut off, and its row where that can be seen', async () => {
    const file = write('rows.jsonl', '{"id":"s1-000000"}\n{"id":"s1-000001","x":')
    const message = await usage(() => allOf(readJsonLines(file)))
    expect(message).toContain(`${file} line 2`)
    expect(message).toMatch(/row s1-000001 ends in the middle of a row/)
  })

  it('name a line that is not JSON', async () => {
    const file = write('rows.jsonl', '{"id":"a"}\n\n{"id":"b",x}\n')
    expect(await usage(() => allOf(readJsonLines(file)))).toMatch(/line 3.*row b is not valid JSON/)
  })

  it('are missed where there are none', async () => {
    expect(await usage(() => allOf(readJsonLines(join(root, 'none.jsonl'))))).toMatch(/no such file/)
  })
})

describe('trajectories', () => {
  it('read back as written', async () => {
    const rows = await deskRows(41, 2)
    const file = write('trajectories.jsonl', rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    expect(await allOf(readTrajectories(file))).toEqual(rows.map((row, i) => ({ line: i + 1, row })))
  })

  it.each(['{}', '[]', 'null', '"row"', '{"schema":2,"turns":[]}', '{"schema":1,"turns":{}}'])(
    'are refused where a line is %s',
    async (line) => {
      const file = write('trajectories.jsonl', `${line}\n`)
      expect(await usage(() => allOf(readTrajectories(file)))).toMatch(/line 1.*not a trajectory/)
    },
  )
})

describe('environment documents', () => {
  it('lie under their digest', () => {
    createRunDirectory(root)
    writeEnvironmentDocument(root, 'abc', { name: 'mini' })
    expect(JSON.parse(readFileSync(join(root, 'environments/abc.json'), 'utf8'))).toEqual({ name: 'mini' })
  })
})
