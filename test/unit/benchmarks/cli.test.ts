import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { CommanderError } from 'commander'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bfclCommand } from '../../../src/cli/bfcl.js'
import { UsageError } from '../../../src/core/errors.js'
import { dataFolder } from './data.js'

let folder: ReturnType<typeof dataFolder>
let printed: string[]

beforeEach(() => {
  folder = dataFolder()
  printed = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line))
})
afterEach(() => {
  vi.restoreAllMocks()
  folder.remove()
  process.exitCode = 0
})

const run = (...args: string[]): Promise<unknown> => bfclCommand().exitOverride().parseAsync(args, { from: 'user' })

const call = (text: string, result: string): object => ({ call: text, result_str: result, raised: false })
const RECORD = {
  id: 'r_0',
  long_context: false,
  today: '2026-11-22',
  involved_classes: ['TicketAPI'],
  initial_config: {},
  initial_state: {},
  turns: [
    {
      calls: [
        call('ticket_get_login_status()', '{"login_status": false}'),
        call('logout()', 'something else'),
        call('print', '<built-in function print>'),
      ],
      state: {},
    },
  ],
}

function transcripts(record: object = RECORD, name = 'gt_base.jsonl.gz'): string {
  const file = join(folder.directory, name)
  writeFileSync(file, gzipSync(`${JSON.stringify(record)}\n`))
  return file
}

describe('bfcl replay', () => {
  it('prints the figures as one JSON object and exits with 1 where something differs', async () => {
    await run('replay', transcripts(), '--json')
    expect(printed).toHaveLength(1)
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({
      records: 1,
      calls: 3,
      equal: 1,
      states: 0,
      statesEqual: 0,
      unsupported: 1,
      byFile: { 'gt_base.jsonl.gz': { calls: 3, equal: 1, unsupportedByName: { 'python-builtin': 1 } } },
      firstDifferences: [
        { record: 'r_0', turn: 0, what: 'logout()', expected: 'something else', got: '{"success": false}' },
      ],
    })
    expect(process.exitCode).toBe(1)
  })

  it('names what is wrong with a file', async () => {
    await expect(run('replay', join(folder.directory, 'none.gz'))).rejects.toThrow(/none\.gz: no such file\. /)
    await expect(run('replay', folder.directory)).rejects.toThrow(UsageError)
    await expect(run('replay', transcripts({ id: 'x' }))).rejects.toThrow(
      "record 1 is no golden transcript ('long_context' is missing or of another type)",
    )
    writeFileSync(join(folder.directory, 'cut.gz'), gzipSync('x'.repeat(1000)).subarray(0, 15))
    await expect(run('replay', join(folder.directory, 'cut.gz'))).rejects.toThrow('the file is not gzip data')
    await expect(
      run('replay', transcripts({ ...RECORD, long_context: true }), '--constants', join(folder.directory, 'none.json')),
    ).rejects.toThrow('none.json: no such file')
  })
})

describe('bfcl check', () => {
  const response = {
    id: 'c_0',
    case_id: 'r_0',
    category: 'base',
    mutation: 'none',
    model_response: [[['ticket_get_login_status()', 'logout()', "'a'"]]],
    verdict: { valid: false },
  }

  it('judges with the transcripts beside it', async () => {
    transcripts()
    await run('check', transcripts(response, 'checker.jsonl.gz'), '--json')
    expect(JSON.parse(printed.at(-1) ?? '')).toMatchObject({
      records: 1,
      agree: 0,
      byMutation: { none: { records: 1, agree: 0 } },
      firstDifferences: [{ record: 'c_0', expected: { valid: false } }],
    })
  })

  it('wants them beside it', async () => {
    await expect(run('check', transcripts(response, 'checker.jsonl.gz'))).rejects.toThrow('its cases are not beside it')
  })
})

describe('bfcl eval', () => {
  it('refuses wrong options in one line', async () => {
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
    await expect(run('eval', '--data', 'x')).rejects.toThrow(CommanderError)
    await expect(run('eval', '--data', 'x', '--base-url', 'u', '--model', 'm', '--concurrency', '0')).rejects.toThrow(
      UsageError,
    )
    await expect(run('eval', '--data', 'x', '--base-url', 'u', '--model', 'm', '--temperature', 'hot')).rejects.toThrow(
      "'hot' is not a number from 0 to 2",
    )
  })

  it('begins its help with an example', () => {
    const help = bfclCommand().commands.map(
      (command) => (
        command.configureOutput({ writeOut: (text) => printed.push(text) }),
        command.exitOverride(),
        command
      ),
    )
    for (const command of help) expect(() => command.parse(['--help'], { from: 'user' })).toThrow(CommanderError)
    expect(printed.join('')).toContain('Example: turnsmith bfcl eval --data')
  })
})
