import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forEachLeaf, type Json, type JsonObject } from '../../src/core/json.js'
import { at, formatPointer, type Pointer, withValueAt } from '../../src/core/pointer.js'
import type { Preference } from '../../src/core/preference.js'
import type { Trajectory } from '../../src/core/trajectory.js'
import { MAIN, messagesOf, summaryOf, turnsmith } from '../support/cli.js'

const root = mkdtempSync(join(tmpdir(), 'turnsmith-cli-'))
const [one, other] = [join(root, 'one'), join(root, 'other')]
const made: string[] = []

beforeAll(async () => {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is not there: run \`npm run build\`, or \`npm test\`, which does.`)
  const common = ['--environments', 'mini,file-system', '--count', '6', '--seed', '7', '--turns', '2-3', '--json']
  const runs = await Promise.all([
    turnsmith('synth', ...common, '--concurrency', '1', '--out', one),
    turnsmith('synth', ...common, '--concurrency', '4', '--out', other),
  ])
  made.push(...runs.map(({ stdout, stderr, code }) => (code === 0 ? stdout : `${code} ${stderr}`)))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const fileOf = (run: string, name = 'trajectories.jsonl'): string => readFileSync(join(run, name), 'utf8')
const linesOf = (run: string): string[] => fileOf(run).trimEnd().split('\n')
const rowsOf = (run: string): Trajectory[] => linesOf(run).map((line) => JSON.parse(line) as Trajectory)

function write(name: string, text: string): string {
  const path = join(root, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
  return path
}

describe('synth', () => {
  it('accepts every item and says so in its last line', () => {
    for (const stdout of made)
      expect(summaryOf({ code: 0, stdout, stderr: '' })).toMatchObject({ requested: 6, accepted: 6 })
  })

  it('writes the same bytes at any concurrency', () => {
    expect(linesOf(one)).toHaveLength(6)
    expect(fileOf(other)).toBe(fileOf(one))
    expect(fileOf(other, 'rejected.jsonl')).toBe(fileOf(one, 'rejected.jsonl'))
  })

  it('writes manifests that differ in timing only', () => {
    const [first, second] = [one, other].map((run) => ({
      ...(JSON.parse(fileOf(run, 'manifest.json')) as JsonObject),
      timing: null,
    }))
    expect(second).toEqual(first)
    expect(first).toMatchObject({ status: 'complete', accepted: 6, seed: 7 })
  })
})

describe('verify', () => {
  it('re-proves every row of a run', async () => {
    const ran = await turnsmith('verify', one, '--json')
    expect(messagesOf(ran)).toEqual([])
    expect(ran.code).toBe(0)
    expect(summaryOf(ran)).toMatchObject({
      rows: 6,
      verified: 6,
      failed: 0,
      nullPassed: 0,
      mutants: { survived: 0 },
      queryMutants: { survived: 0 },
      ungrounded: 0,
      leaks: 0,
    })
  })

  it('re-proves rows of a file without its run', async () => {
    const { code, stdout } = await turnsmith('verify', write('some.jsonl', linesOf(one).slice(2, 4).join('\n')))
    expect(code).toBe(0)
    expect(stdout).toMatch(/^2 of 2 rows verified/)
  })

  it('sees that a row is missing from a run', async () => {
    const short = join(root, 'short')
    for (const name of readdirSync(one).filter((entry) => /\.jsonl?$/.test(entry)))
      write(`short/${name}`, fileOf(one, name))
    const pairs = fileOf(one, 'preferences.jsonl').trimEnd().split('\n')
    const { row: lost } = JSON.parse(pairs.at(-1) ?? '') as Preference
    write(
      'short/trajectories.jsonl',
      `${linesOf(one)
        .filter((_, i) => rowsOf(one)[i]?.id !== lost)
        .join('\n')}\n`,
    )
    const ofLost = await turnsmith('verify', short)
    expect(ofLost.code).toBe(1)
    expect(messagesOf(ofLost).join()).toMatch(/its row is not there/)
    const kept = pairs.filter((line) => !line.includes(`"row":"${lost}"`))
    write('short/preferences.jsonl', kept.map((line) => `${line}\n`).join(''))
    const ran = await turnsmith('verify', short)
    expect(ran.code).toBe(1)
    expect(messagesOf(ran).join()).toMatch(/not the one the manifest describes/)
  })

  it('proves the preference pairs of a run with its rows, and names one that proves nothing', async () => {
    const pairs = fileOf(one, 'preferences.jsonl').trimEnd().split('\n')
    expect(summaryOf(await turnsmith('verify', one, '--json'))['preferences']).toEqual({
      pairs: pairs.length,
      proved: pairs.length,
      failed: 0,
    })
    const run = join(root, 'paired')
    for (const name of readdirSync(one).filter((entry) => /\.jsonl?$/.test(entry)))
      write(`paired/${name}`, fileOf(one, name))
    const [first = '', ...rest] = pairs
    const { chosen, ...pair } = JSON.parse(first) as { id: string; chosen: unknown }
    const harmless = JSON.stringify({ ...pair, chosen, rejected: chosen })
    const stray = JSON.stringify({ ...pair, chosen, id: 'stray', index: 99 })
    write('paired/preferences.jsonl', `${[harmless, ...rest, stray].join('\n')}\n`)
    const ran = await turnsmith('verify', run, '--json')
    expect(ran.code).toBe(1)
    expect(summaryOf(ran)).toMatchObject({
      verified: 6,
      failed: 0,
      preferences: { pairs: pairs.length + 1, failed: 2 },
    })
    expect(messagesOf(ran).join('\n')).toMatch(new RegExp(`preference pair ${pair.id}.*that the rejected step fails`))
    expect(messagesOf(ran).join('\n')).toMatch(/preference pair stray .*its row is not there/)
  })
})

/** Another digit in place of the first one of a text. */
const otherDigit = (text: string): string => text.replace(/\d/, (digit) => String((Number(digit) + 3) % 10))

/** A leaf with one digit changed; undefined where it has none. */
function redigited(leaf: Json): Json | undefined {
  if (typeof leaf === 'string') return /\d/.test(leaf) ? otherDigit(leaf) : undefined
  return typeof leaf === 'number' ? Number(otherDigit(String(leaf))) : undefined
}

/** Places of a row whose value has a digit, by the part of the row they belong to. */
function digitPlaces(row: Trajectory): Map<string, Pointer[]> {
  const places = new Map<string, Pointer[]>()
  forEachLeaf(row as unknown as Json, (leaf, path) => {
    if (redigited(leaf) === undefined) return
    const part =
      path[0] === 'turns'
        ? path
            .slice(2)
            .filter((key) => !/^\d+$/.test(key))
            .slice(0, 5)
            .join('/')
        : path
            .slice(0, 2)
            .filter((key) => !/^\d+$/.test(key))
            .join('/')
    places.set(part, [...(places.get(part) ?? []), formatPointer(path)])
  })
  return places
}

const rowText = (row: Trajectory, place: Pointer): string =>
  JSON.stringify(
    withValueAt(row as unknown as Json, place, redigited(at(row as unknown as Json, place) ?? null) ?? null),
  )

/** The first row made in an environment. */
function rowWith(environment: string): Trajectory {
  const found = rowsOf(one).find(({ initial }) => initial.environments.some(({ name }) => name === environment))
  if (!found) throw new Error(`no row of seed 7 was made in ${environment}`)
  return found
}

describe('one digit changed', () => {
  it('anywhere in a row makes the row fail', async () => {
    const lines = ['mini', 'file-system']
      .map(rowWith)
      .flatMap((row) =>
        [...digitPlaces(row)]
          .flatMap(([part, places]) =>
            [0, 0.99].flatMap((share) => (part === 'schema' ? [] : (places[Math.floor(share * places.length)] ?? []))),
          )
          .map((place) => ({ place, text: rowText(row, place) })),
      )
    expect(lines.length).toBeGreaterThan(60)
    const ran = await turnsmith(
      'verify',
      write('digits.jsonl', lines.map(({ text }) => `${text}\n`).join('')),
      '--json',
    )
    expect(
      messagesOf(ran).filter((line) => !/^row s\d-\d{6} \(line \d+\), turn \d|^\.\.\. and \d+ more$/.test(line)),
    ).toEqual([])
    expect(ran.code).toBe(1)
    expect(summaryOf(ran)).toMatchObject({ rows: lines.length, failed: lines.length, verified: 0 })
  })

  const row = (): Trajectory => rowWith('mini')

  /** The first place of the second turn, if it can be, that matches. */
  const placeIn = (pattern: RegExp): Pointer => {
    const all = [...digitPlaces(row()).values()].flat().filter((place) => pattern.test(place))
    const found = all.find((place) => place.startsWith('/turns/1')) ?? all[0]
    if (found === undefined) throw new Error(`no digit at ${String(pattern)}`)
    return found
  }

  it.concurrent.each<[string, RegExp]>([
    ['an argument', /^\/turns\/\d+\/steps\/\d+\/calls\/\d+\/arguments\//],
    ['a result', /^\/turns\/\d+\/steps\/\d+\/results\/\d+\/value\//],
    ['a query', /^\/turns\/\d+\/query\/mentions\//],
    ['a message', /^\/messages\/\d+\/content$/],
    ['a count of the certificate', /^\/certificate\/(mutants|queryMutants)\/.*\/tried$/],
    ['the seed of the generator', /^\/initial\/state\/mini\/generator\/seed$/],
  ])('in %s names the row, and the turn and the call where there is one', async (what, pattern) => {
    const place = placeIn(pattern)
    const ran = await turnsmith('verify', write(`digit/${what}.jsonl`, rowText(row(), place)))
    expect(ran.code).toBe(1)
    const [, turn] = /^\/turns\/(\d+)/.exec(place) ?? []
    const [, step, call] = /\/steps\/(\d+)\/(?:calls|results)\/(\d+)/.exec(place) ?? []
    const named = [
      `row ${row().id} (line 1), turn ${turn ?? ''}`,
      ...(call === undefined ? [] : [`step ${step}, call ${call}`]),
    ]
    expect(messagesOf(ran).filter((line) => named.every((words) => line.includes(words)))).not.toEqual([])
  })

  it('that breaks the JSON is a wrong file, and the row is named', async () => {
    const text = JSON.stringify(row()).replace(/(?<!\\)":[1-9](\d+)(?=[,}])/, '":0$1')
    const ran = await turnsmith('verify', write('broken.jsonl', `${text}\n`))
    expect(ran.code).toBe(2)
    expect(messagesOf(ran)).toHaveLength(1)
    expect(messagesOf(ran)[0]).toContain(`row ${row().id}`)
  })
})

/** Everything below a folder with its bytes: to see that nothing was touched. */
function contentOf(folder: string): { [path: string]: string } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map((entry) => [
      join(entry.parentPath, entry.name),
      readFileSync(join(entry.parentPath, entry.name), 'latin1'),
    ]),
  )
}

describe('bad input', () => {
  const held = join(root, 'held')
  const fresh = join(root, 'fresh')
  const synth = (...args: string[]): string[] => ['synth', '--out', fresh, '--count', '1', ...args]
  const copyOfRun = (name: string, change: (text: string) => string, file: string): string => {
    for (const entry of readdirSync(one).filter((entryName) => /\.jsonl?$/.test(entryName)))
      write(`${name}/${entry}`, entry === file ? change(fileOf(one, entry)) : fileOf(one, entry))
    return join(root, name)
  }

  beforeAll(() => {
    write('held/mine.txt', 'mine')
    write('exported/openai.jsonl', 'mine')
    copyOfRun('cut', (text) => text.slice(0, -700), 'trajectories.jsonl')
    copyOfRun('corrupt', (text) => text.slice(0, 90), 'manifest.json')
  })

  const CASES: readonly (readonly [what: string, args: string[], words: RegExp])[] = [
    [
      'an unknown environment',
      synth('--environments', 'mini,marsbase'),
      /--environments: there is no environment 'marsbase'\. Known: .*mini/,
    ],
    [
      'an unknown target',
      synth('--environments', 'mini', '--targets', 'teleport'),
      /--targets: there is no tool 'teleport'/,
    ],
    ['an unknown sampler', synth('--sampler', 'zigzag'), /--sampler: there is no 'zigzag'\. Known: directed/],
    ['a negative count', synth('--count', '-3'), /--count: '-3' is not a whole number of at least 1/],
    ['half a count', synth('--count', '2.5'), /--count: '2.5' is not a whole number/],
    ['a range that runs backwards', synth('--turns', '5-3'), /--turns: '5-3' is not a range/],
    ['no directory to write to', ['synth', '--count', '1'], /--out.*See `turnsmith synth --help`/],
    ['a command that there is not', ['synthesise'], /synthesise.*See `turnsmith --help`/],
    ['a mistyped option', synth('--sede', '3'), /--sede.*Did you mean --seed\? See `turnsmith synth --help`/],
    ['the same further down', ['bfcl', 'replay', '--nope'], /--nope.*See `turnsmith bfcl replay --help`/],
    [
      'a directory that holds something',
      ['synth', '--count', '1', '--out', held],
      /not empty.*nothing was overwritten/i,
    ],
    [
      'a directory below a file',
      ['synth', '--count', '1', '--out', join(held, 'mine.txt', 'run')],
      /cannot be written.*Choose a directory/,
    ],
    [
      'an unknown format',
      ['export', one, '--format', 'papyrus', '--out', fresh],
      /--format: there is no format 'papyrus'\. Known: openai/,
    ],
    [
      'a file that is there already',
      ['export', one, '--format', 'openai', '--out', join(root, 'exported')],
      /openai\.jsonl.*nothing was overwritten/,
    ],
    ['no file to verify', ['verify', join(root, 'nowhere')], /no such file or directory/],
    ['a manifest that is cut off', ['verify', join(root, 'corrupt')], /manifest\.json/],
    [
      'a last line that is cut off',
      ['verify', join(root, 'cut')],
      /trajectories\.jsonl line 6.*row s7-000005 ends in the middle/,
    ],
  ]

  it.concurrent.each(CASES)('%s: one line with the remedy, exit 2, nothing touched', async (_, args, words) => {
    const before = [held, one, join(root, 'exported')].map(contentOf)
    const ran = await turnsmith(...args)
    expect(messagesOf(ran)).toEqual([expect.stringMatching(words)])
    expect(ran.code).toBe(2)
    expect(ran.stdout).toBe('')
    expect([held, one, join(root, 'exported')].map(contentOf)).toEqual(before)
    expect(existsSync(fresh)).toBe(false)
  })
})

describe('tools', () => {
  it('of a run are the plans it abstracted, equal ones counted as one', async () => {
    const { stdout, code } = await turnsmith('tools', one, '--json')
    expect(code).toBe(0)
    const { advancedTools } = JSON.parse(stdout) as {
      advancedTools: { function: { name: string; parameters: object }; signature: string; turns: number }[]
    }
    const names = advancedTools.map(({ function: { name } }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(advancedTools.map(({ signature }) => signature)).size).toBe(advancedTools.length)
    const wishes = rowsOf(one).flatMap(({ turns }) => turns.flatMap((turn) => turn.advancedTool?.requests ?? []))
    const goals = wishes.filter(({ only }) => only === undefined)
    expect(advancedTools.reduce((sum, { turns }) => sum + turns, 0)).toBe(goals.length)
  })
})

describe('help', () => {
  it('of every command starts with an example', async () => {
    const { stdout, code } = await turnsmith('--help')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Example: turnsmith /)
    const commands = [...(stdout.split('Commands:')[1] ?? '').matchAll(/^ {2}(\w+)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'help')
    expect(commands).toEqual(expect.arrayContaining(['synth', 'verify', 'export', 'environments', 'tools']))
    const helps = await Promise.all(commands.map((name) => turnsmith(name, '--help')))
    const without = commands.filter((name, i) => !helps[i]?.stdout.startsWith(`Example: turnsmith ${name}`))
    expect(without).toEqual([])
  })
})

describe('lists', () => {
  it('of environments and tools are the same for people and programs', async () => {
    const [people, programs, tools] = await Promise.all([
      turnsmith('environments'),
      turnsmith('environments', '--json'),
      turnsmith('tools', 'mini', '--json'),
    ])
    const names = (summaryOf(programs)['environments'] as { name: string }[]).map(({ name }) => name)
    expect(
      people.stdout
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(names)
    expect((summaryOf(tools)['tools'] as { name: string }[]).map(({ name }) => name)).toContain('send_to_branch')
  })
})

describe('an interrupt', () => {
  it('ends the run with 130, and the manifest says that it was stopped', async () => {
    const out = join(root, 'stopped')
    const child = spawn(
      process.execPath,
      [MAIN, 'synth', '--environments', 'mini', '--count', '20000', '--workers', '1', '--out', out],
      { stdio: 'ignore' },
    )
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
    while (!existsSync(join(out, 'manifest.json'))) await setTimeout(50)
    await setTimeout(700)
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(JSON.parse(fileOf(out, 'manifest.json'))).toMatchObject({ status: 'stopped', requested: 20000 })
  })
})
