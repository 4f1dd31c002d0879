import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Manifest } from '../../src/core/run.js'
import type { Trajectory } from '../../src/core/trajectory.js'
import { taskId } from '../../src/core/turn-prompt.js'
import type { Profile, Tried } from '../../src/probe/index.js'
import { messagesOf, summaryOf, turnsmith } from '../support/cli.js'
import { said, start } from '../support/processes.js'
import { temporaryDirectories } from '../support/results.js'
import { playOf, send, shownOf } from '../support/server.js'
import { chatServer, type WireAnswer, type WireRequest } from '../unit/benchmarks/chat-server.js'

const root = temporaryDirectories()()
const [run, out] = [join(root, 'run'), join(root, 'probe')]
const profileFile = join(out, 'profile.json')

const linesIn = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
const profileIn = (): Profile => JSON.parse(readFileSync(profileFile, 'utf8')) as Profile

/** How a scripted model does at a turn: always right, never, every other time, or in a way that cannot be read. */
type Skill = 'always' | 'never' | 'sometimes' | 'unreadable'
const SKILLS: readonly Skill[] = ['always', 'never', 'sometimes', 'always', 'unreadable']

/** A model that knows the rows, and how well it does at each turn. */
function scripted(rows: readonly Trajectory[]): {
  readonly skills: ReadonlyMap<string, Skill>
  readonly answer: (request: WireRequest) => WireAnswer
} {
  const turns = rows.flatMap((row) => row.turns.map((_, k) => ({ row, k, id: taskId(row, k) })))
  const skills = new Map(turns.map(({ id }, i) => [id, SKILLS[i % SKILLS.length] ?? 'always']))
  const begun = new Map<string, number>()
  const answer = ({ messages }: WireRequest): WireAnswer => {
    const last = messages.findLastIndex(({ role }) => role === 'user')
    const asked = messages.slice(0, last + 1)
    const found = turns.find(({ row, k }) => {
      const users = row.messages.flatMap((message, i) => (message.role === 'user' ? [i] : []))
      return (
        users[k] === last &&
        asked.every(({ role, content }, i) => role !== 'user' || content === row.messages[i]?.content)
      )
    })
    if (!found) return { status: 400, body: '{"error":{"message":"no such conversation"}}' }
    const skill = skills.get(found.id)
    const steps = shownOf(found.row, found.k).filter(({ role }) => role === 'assistant')
    const step = messages.slice(last).filter(({ role }) => role === 'assistant').length
    if (step === 0) begun.set(found.id, (begun.get(found.id) ?? 0) + 1)
    if (skill === 'unreadable') return { calls: [{ name: 'anything', arguments: '{"broken' }] }
    if (skill === 'never' || (skill === 'sometimes' && (begun.get(found.id) ?? 0) % 2 === 0))
      return { content: 'All done!' }
    const one = steps[step]
    const { calls, answer: content } = playOf(one ? [one] : [])
    return calls.length > 0
      ? { content, calls: calls.map((call) => ({ name: call.name, arguments: JSON.stringify(call.arguments) })) }
      : { content }
  }
  return { skills, answer }
}

describe('turnsmith probe', () => {
  let model = { url: '', requests: () => 0 }
  let skills: ReadonlyMap<string, Skill> = new Map()
  const probe = (...more: string[]): ReturnType<typeof turnsmith> =>
    turnsmith(
      'probe',
      run,
      '--base-url',
      model.url,
      '--model',
      'scripted',
      '--tries',
      '2',
      '--out',
      out,
      '--json',
      ...more,
    )

  it('says how often a model passes each task, and why it fails [probe]', async () => {
    // Twins would say the same words: the scripted model tells turns apart by those.
    const synth = [
      'synth',
      '--count',
      '24',
      '--seed',
      '41',
      '--environments',
      'ticketing,trading',
      '--operators',
      'none',
    ]
    expect((await turnsmith(...synth, '--out', run)).code).toBe(0)
    const script = scripted(linesIn<Trajectory>(join(run, 'trajectories.jsonl')))
    skills = script.skills
    const server = await chatServer(script.answer)
    afterAll(() => server.close())
    model = server
    const probed = await probe('--limit', '40', '--concurrency', '1')
    expect(probed.code).toBe(0)
    const { overall, tasks, reasons, ...profile } = profileIn()
    const rateOf: { readonly [skill in Skill]: number } = { always: 1, sometimes: 0.5, never: 0, unreadable: 0 }
    expect(tasks).toEqual(Object.fromEntries(Object.keys(tasks).map((id) => [id, rateOf[skills.get(id) ?? 'never']])))
    expect(overall).toMatchObject({ tasks: 40, tries: 80 })
    const expected = Object.values(tasks).reduce((sum, rate) => sum + rate, 0) / 40
    expect(overall.passRate).toBeCloseTo(expected, 3)
    expect(overall.passAtK).toBeCloseTo(Object.values(tasks).filter((rate) => rate > 0).length / 40, 3)
    expect(summaryOf(probed)).toMatchObject({ ...overall, k: 2, out })
    expect(reasons['unreadable']).toBeGreaterThan(0)
    const acting = Object.values(profile.byCalls).reduce((sum, rate) => sum + rate.tasks, 0)
    expect(acting).toBe(40)
    expect(Object.keys(profile.byRelation).some((relation) => relation.includes(' -> '))).toBe(true)
  }, 120_000)

  it('goes on where it was, and makes no try twice', async () => {
    const tries = join(out, 'tries.jsonl')
    const before = linesIn<Tried>(tries)
    // As a crash leaves it: the last line is torn, and must be made again.
    const text = readFileSync(tries, 'utf8')
    writeFileSync(tries, text.slice(0, -20))
    const asked = model.requests()
    const on = await probe('--limit', '40', '--concurrency', '24')
    expect([on.code, messagesOf(on)]).toEqual([0, []])
    expect(model.requests() - asked).toBeLessThan(12)
    expect(linesIn<Tried>(tries)).toHaveLength(before.length)
    const again = model.requests()
    expect((await probe('--limit', '40')).code).toBe(0)
    expect(model.requests()).toBe(again)
    const other = await probe('--temperature', '0.1')
    expect([other.code, messagesOf(other).at(-1)]).toEqual([2, expect.stringContaining('temperature: 0.7, now 0.1')])
  }, 60_000)

  it('lets serve keep to what a model sometimes passes', async () => {
    const server = start(['serve', run, '--profile', profileFile, '--band', '0.3-0.7', '--port', '0', '--json'])
    afterAll(() => server.child.kill('SIGKILL'))
    const [, url = ''] = /"url":"([^"]+)"/.exec(await said(server, /"url".*\n/)) ?? []
    const { tasks } = (await send(`${url}/tasks`)).body as { readonly tasks: readonly string[] }
    const wanted = Object.entries(profileIn().tasks).flatMap(([id, rate]) => (rate === 0.5 ? [id] : []))
    expect([...tasks].toSorted()).toEqual(wanted.toSorted())
    expect(wanted.length).toBeGreaterThan(3)
    server.child.kill('SIGINT')
    const refused = await turnsmith('serve', run, '--profile', profileFile, '--band', '0.9-0.1')
    expect([refused.code, messagesOf(refused).at(-1)]).toEqual([2, expect.stringContaining("'0.9-0.1' is no range")])
  })

  it('lets synth aim at what a model fails', async () => {
    const { byTool } = profileIn()
    const more = join(root, 'more')
    const made = await turnsmith(
      'synth',
      '--targets',
      profileFile,
      '--environments',
      'ticketing,trading',
      '--count',
      '6',
      '--out',
      more,
    )
    expect(made.code).toBe(0)
    const { targets } = (JSON.parse(readFileSync(join(more, 'manifest.json'), 'utf8')) as Manifest)
      .configuration as unknown as {
      readonly targets: readonly string[]
    }
    expect(targets.length).toBeGreaterThan(0)
    for (const target of targets) expect(byTool[target]?.passRate).toBeLessThan(0.8)
    for (const { turns } of linesIn<Trajectory>(join(more, 'trajectories.jsonl'))) {
      const goals = turns.flatMap(({ task: { expected } }) =>
        'trace' in expected && expected.trace ? expected.trace.requests.map(({ tool }) => tool) : [],
      )
      expect(goals.some((tool) => targets.includes(tool))).toBe(true)
    }
    const wrong = join(root, 'wrong.json')
    writeFileSync(wrong, '{"schema":2}')
    const refused = await turnsmith('synth', '--targets', wrong, '--out', join(root, 'none'))
    expect([refused.code, messagesOf(refused).at(-1)]).toEqual([
      2,
      expect.stringContaining('this is no profile of schema 1'),
    ])
    const elsewhere = await turnsmith(
      'synth',
      '--targets',
      profileFile,
      '--environments',
      'mini',
      '--out',
      join(root, 'none'),
    )
    expect([elsewhere.code, messagesOf(elsewhere).at(-1)]).toEqual([2, expect.stringContaining('is here')])
  }, 60_000)

  it('says where it stands when the endpoint is not there, or goes', async () => {
    const nowhere = await turnsmith(
      'probe',
      run,
      '--base-url',
      'http://127.0.0.1:9/v1',
      '--model',
      'm',
      '--out',
      join(root, 'gone'),
    )
    expect([nowhere.code, messagesOf(nowhere).at(-1)]).toEqual([2, expect.stringContaining('http://127.0.0.1:9/v1')])
    const closed = await chatServer(() => ({ status: 401, body: '{"error":{"message":"who are you?"}}' }))
    afterAll(() => closed.close())
    mkdirSync(join(root, 'key'))
    const keyless = await turnsmith('probe', run, '--base-url', closed.url, '--model', 'm', '--out', join(root, 'key'))
    expect([keyless.code, messagesOf(keyless).at(-1)]).toEqual([2, expect.stringContaining('TURNSMITH_API_KEY')])
  }, 60_000)
})
