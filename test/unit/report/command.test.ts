import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reportCommand } from '../../../src/cli/report.js'
import { UsageError } from '../../../src/core/errors.js'
import { makeRow, MOVE, WEIGH } from './rows.js'

let directory: string
let printed: string[]

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'turnsmith-report-'))
  const rows = [makeRow(0, [WEIGH, MOVE]), makeRow(1, [WEIGH])]
  const manifest = {
    schema: 1,
    turnsmith: '0',
    run: 'abcdefabcdefab',
    configuration: {},
    seed: 1,
    environments: [],
    status: 'complete',
    requested: 2,
    accepted: 2,
    rejected: {},
    files: [],
    timing: { seconds: 0 },
  }
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(directory, 'trajectories.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  printed = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line))
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(directory, { recursive: true, force: true })
})

const run = (...args: string[]): Promise<unknown> => reportCommand().exitOverride().parseAsync(args, { from: 'user' })
const page = (): string => join(directory, 'report.html')

describe('turnsmith report', () => {
  it('prints one JSON object last and writes the page', async () => {
    await run(directory, '--no-prove', '--json')
    const json = JSON.parse(printed.at(-1) ?? '') as { rows: number; quality: unknown[]; out: string }
    expect(json).toMatchObject({ rows: 2, out: page() })
    expect(json.quality).toHaveLength(22)
    expect(readFileSync(page(), 'utf8')).toContain('<!doctype html>')
  })

  it('prints a table otherwise', async () => {
    await run(directory, '--no-prove')
    expect(printed.join('\n')).toMatch(/Quality[\s\S]*turns with at least one hidden step[\s\S]*Page: /)
  })

  it('overwrites a page only when told to', async () => {
    writeFileSync(page(), 'mine')
    await expect(run(directory, '--no-prove')).rejects.toThrow(UsageError)
    expect(readFileSync(page(), 'utf8')).toBe('mine')
    await run(directory, '--no-prove', '--replace')
    expect(readFileSync(page(), 'utf8')).toContain('<!doctype html>')
  })

  it('refuses to prove rows whose environments it does not have', async () => {
    await expect(run(directory)).rejects.toThrow('--no-prove')
    expect(existsSync(page())).toBe(false)
  })

  it('names a wrong folder, target or benchmark with the remedy', async () => {
    await expect(run(join(directory, 'nowhere'))).rejects.toThrow('this is not a run directory')
    await expect(run(directory, '--out', join(directory, 'no', 'such.html'))).rejects.toThrow('Make the folder')
    mkdirSync(join(directory, 'taken.html'))
    await expect(run(directory, '--replace', '--out', join(directory, 'taken.html'))).rejects.toThrow(
      'nothing was overwritten',
    )
    await expect(run(directory, '--decontaminate', 'mmlu')).rejects.toThrow('bfcl:DIR')
  })

  it('begins its help with an example', () => {
    let help = ''
    reportCommand()
      .configureOutput({ writeOut: (text) => void (help += text) })
      .outputHelp()
    expect(help).toMatch(/^Example: turnsmith report /)
  })
})
