import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Trajectory } from '../../src/core/trajectory.js'
import { messagesOf, summaryOf, turnsmith } from '../support/cli.js'
import { expectSame } from '../support/disturbed-runs.js'
import { INTERFACES } from '../support/interfaces.js'
import { temporaryDirectories } from '../support/results.js'

const BIKES = ['--openapi', INTERFACES.bikes]

const directory = temporaryDirectories()

const textsOf = (run: string): string[] => readFileSync(join(run, 'trajectories.jsonl'), 'utf8').trimEnd().split('\n')
const rowsOf = (run: string): Trajectory[] => textsOf(run).map((text) => JSON.parse(text) as Trajectory)

describe('an OpenAPI document on the command line', () => {
  const root = directory()
  const whole = join(root, 'whole')

  it('gives rows on threads as in one process, which are proved with the document and refused without it [openapi]', async () => {
    const synth = ['synth', '--count', '120', '--seed', '8', ...BIKES]
    const one = await turnsmith(...synth, '--out', whole, '--workers', '1')
    expect([one.code, one.stderr]).toEqual([
      0,
      expect.stringContaining('bike-hire: 17 tools; one thing of its document is left out'),
    ])
    expect((await turnsmith(...synth, '--out', join(root, 'threads'), '--workers', '2')).code).toBe(0)
    expectSame(join(root, 'threads'), whole)
    for (const workers of ['1', '2']) {
      const verified = await turnsmith('verify', whole, ...BIKES, '--workers', workers, '--json')
      expect([verified.code, summaryOf(verified)]).toMatchObject([0, { rows: 120, verified: 120, failed: 0 }])
    }
    const alone = await turnsmith('verify', whole)
    expect([alone.code, messagesOf(alone).join('\n')]).toEqual([
      2,
      expect.stringMatching(/there is no environment 'bike-hire'.*--openapi FILE/),
    ])
  }, 120_000)

  it('gives turns of every kind, most of them with steps that nobody asked for by name', () => {
    const turns = rowsOf(whole).flatMap((row) => row.turns)
    const families = new Set(turns.flatMap(({ task }) => task.families))
    for (const family of ['missing-parameter', 'missing-tool', 'irrelevant', 'blocked', 'policy', 'revision', 'recall'])
      expect(families).toContain(family)
    const traces = turns.flatMap(({ task: { expected } }) => (expected.kind === 'act' ? [expected.trace] : []))
    const hidden = traces.filter(({ goal, calls }) => goal.calls.length < calls.length)
    expect(hidden.length / traces.length).toBeGreaterThan(0.3)
  })

  it('lets wishes hang on what a look finds out, in the words of people', () => {
    const turns = rowsOf(whole).flatMap((row) => row.turns)
    const hanging = turns.filter(
      ({ task: { expected } }) =>
        expected.kind === 'act' && expected.trace.requests.some(({ only }) => only !== undefined),
    )
    expect(hanging.length).toBeGreaterThan(10)
    const said = hanging.map(({ query, steps }) => `${query.text} ${steps.at(-1)?.content ?? ''}`).join('\n')
    expect(said).toMatch(/\bif (?:the|its) /i)
    expect(said).not.toMatch(/in_repair|worn_out/)
  })

  it('names things by what describes them and by nothing that stands beside a link to them', () => {
    const said = rowsOf(whole)
      .flatMap((row) => row.messages)
      .flatMap((message) => (message.role === 'assistant' ? [message.content] : []))
    const moved = said.flatMap((text) => [
      ...text.matchAll(/station of (?:the )?bike ([A-Z]\w+ \w+) (?:to|is now) (?:the )?station (\w+ \w+)/g),
    ])
    expect(moved.length).toBeGreaterThan(5)
    for (const [, bike, station] of moved) expect(station).not.toBe(bike)
  })

  it('has every altered result and every other document refused', async () => {
    const altered = join(root, 'altered.jsonl')
    const [text = ''] = textsOf(whole).filter((line) => line.includes('"pricePerDay":'))
    writeFileSync(
      altered,
      `${text.replace(/("content":"[^}]*\\"pricePerDay\\":)(\d)/, (_, before: string, digit: string) => `${before}${(Number(digit) + 1) % 10}`)}\n`,
    )
    expect(readFileSync(altered, 'utf8')).not.toBe(`${text}\n`)
    expect((await turnsmith('verify', altered, ...BIKES)).code).toBe(1)
    const other = join(root, 'other.yaml')
    writeFileSync(other, readFileSync(INTERFACES.bikes, 'utf8').replace('Show one bike.', 'Look at a bike.'))
    const { code, stderr } = await turnsmith('verify', whole, '--openapi', other)
    expect([code, stderr]).toEqual([1, expect.stringContaining('digest-mismatch')])
  }, 60_000)

  it('is listed with what is left out of it, held to the laws, and goes with built-in environments', async () => {
    const listed = await turnsmith('environments', 'bike-hire', ...BIKES)
    expect(listed.stdout).toBe(
      'bike-hire   17 tools  Bikes that members hire by the day, and the stations where they stand.\n' +
        '           left out   PUT /bikes/{bikeId}/photo: its body is not JSON with named fields\n',
    )
    expect((await turnsmith('environments', ...BIKES, '--check')).stdout).toMatch(
      /^bike-hire: (\d+) of \1 laws hold\n$/,
    )
    const some = summaryOf(
      await turnsmith('environments', 'bike-hire', '--openapi', `${INTERFACES.bikes}#bikes,stations`, '--json'),
    )
    expect(some).toMatchObject({ environments: [{ name: 'bike-hire', tools: 8 }] })
    const mixed = join(root, 'mixed')
    const ran = await turnsmith(
      'synth',
      ...BIKES,
      '--environments',
      'bike-hire,message',
      '--count',
      '30',
      '--out',
      mixed,
    )
    expect(ran.code).toBe(0)
    const worlds = rowsOf(mixed).map(({ initial }) =>
      initial.environments.map(({ name, source }) => `${name} (${source})`).join(' + '),
    )
    expect(new Set(worlds)).toEqual(
      new Set(['bike-hire (openapi)', 'message (built-in)', 'bike-hire (openapi) + message (built-in)']),
    )
    expect((await turnsmith('verify', mixed, ...BIKES)).code).toBe(0)
  }, 120_000)

  it.each([
    ['none.yaml', undefined, 'there is no file'],
    ['none.yaml#trips', undefined, 'there is no file'],
    [
      'trips.json#trips,cars',
      JSON.stringify({ openapi: '3.0.0', info: { title: 'T' }, paths: pathsOf('trips') }),
      "it has no collection and no tag 'cars'. Known: trips.",
    ],
    ['swagger.yaml', 'swagger: "2.0"', 'this is Swagger 2.0'],
    ['prose.yaml', 'Dear reader', 'the file holds no document'],
    [
      'taken.json',
      JSON.stringify({ openapi: '3.0.0', info: { title: 'Travel API' }, paths: pathsOf('trips') }),
      "there is an environment 'travel' already",
    ],
  ])('says what is wrong with %s', async (name, text, complaint) => {
    const [file = ''] = name.split('#')
    if (text !== undefined) writeFileSync(join(root, file), text)
    const ran = await turnsmith('synth', '--openapi', join(root, name), '--out', join(root, `of-${file}`))
    expect([ran.code, messagesOf(ran)]).toEqual([2, [expect.stringContaining(complaint)]])
  })
})

function pathsOf(name: string): object {
  const schema = {
    type: 'object',
    required: ['id', 'name'],
    properties: { id: { type: 'string' }, name: { type: 'string' } },
  }
  return {
    [`/${name}`]: {
      get: { responses: { 200: { content: { 'application/json': { schema: { type: 'array', items: schema } } } } } },
    },
  }
}
