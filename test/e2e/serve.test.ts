import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Trajectory } from '../../src/core/trajectory.js'
import { messagesOf, turnsmith } from '../support/cli.js'
import { said, start, type Surroundings } from '../support/processes.js'
import { temporaryDirectories } from '../support/results.js'
import { playOf, send, shownOf } from '../support/server.js'

const directory = temporaryDirectories()

interface Running {
  readonly url: string
  readonly tasks: number | null
  /** Ends it as Ctrl-C does; its exit code. */
  readonly end: () => Promise<number>
}

/** `turnsmith serve` in a process of its own, when it listens. */
async function serving(args: readonly string[], environment: Surroundings = {}): Promise<Running> {
  const started = start(['serve', ...args, '--port', '0', '--json'], [], environment)
  afterAll(() => started.child.kill('SIGKILL'))
  const text = await said(started, /"url".*\n/)
  const line = text.split('\n').find((one) => one.startsWith('{"url"')) ?? ''
  return {
    ...(JSON.parse(line) as { readonly url: string; readonly tasks: number | null }),
    end: async () => {
      started.child.kill('SIGINT')
      return (await started.ended).code
    },
  }
}

describe('turnsmith serve', () => {
  const run = join(directory(), 'run')

  it('gives every turn of a default run as a task, and its own steps the whole reward', async () => {
    expect((await turnsmith('synth', '--count', '40', '--seed', '12', '--out', run)).code).toBe(0)
    const rows = readFileSync(join(run, 'trajectories.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Trajectory)
    const { url, tasks, end } = await serving([run])
    expect(tasks).toBe(rows.flatMap(({ turns }) => turns).length)
    for (const row of rows)
      for (const k of row.turns.keys()) {
        const { calls, results, answer } = playOf(shownOf(row, k))
        const { body } = await send(`${url}/sessions`, { task: `${row.id}:${k}` })
        const { session, messages } = body as { readonly session: string; readonly messages: readonly unknown[] }
        expect([...messages, ...shownOf(row, k)]).toEqual(
          row.messages.slice(0, messages.length + shownOf(row, k).length),
        )
        for (const [i, call] of calls.entries())
          expect((await send(`${url}/sessions/${session}/call`, call)).body).toMatchObject({ content: results[i] })
        expect((await send(`${url}/sessions/${session}/answer`, { content: answer })).body).toEqual({
          reward: 1,
          reasons: [],
        })
      }
    expect(await end()).toBe(0)
  }, 120_000)

  it('keeps to families, and asks for the token that the environment holds', async () => {
    const { url, end } = await serving([run, '--families', 'recall'], {
      TURNSMITH_SERVER_TOKEN: 'open-sesame',
    })
    expect((await send(`${url}/tasks`)).status).toBe(401)
    const headers = { authorization: 'Bearer open-sesame' }
    const { tasks } = (await send(`${url}/tasks`, undefined, { headers })).body as { readonly tasks: readonly string[] }
    const families = await Promise.all(
      tasks.map(
        async (task) => (await send(`${url}/tasks/${task}`, undefined, { headers })).body as { families: string[] },
      ),
    )
    expect(families.length).toBeGreaterThan(0)
    for (const task of families) expect(task.families).toContain('recall')
    expect(await end()).toBe(0)
  })

  it('serves environments to act in freely', async () => {
    const { url, tasks, end } = await serving(['ticketing,travel'])
    expect(tasks).toBeNull()
    const { body } = await send(`${url}/sessions`, { seed: 5 })
    const { session, task, messages } = body as { session: string; task: string; messages: { content: string }[] }
    expect([task, messages[0]?.content]).toEqual(['ticketing+travel:5', expect.stringContaining('Today is')])
    expect((await send(`${url}/sessions/${session}/answer`, { content: 'Bye.' })).body).toEqual({
      reward: null,
      reasons: [],
    })
    expect(await end()).toBe(0)
  })

  it('says what is wrong before it listens', async () => {
    const refused = async (...args: string[]): Promise<string> => {
      const ran = await turnsmith('serve', ...args)
      expect(ran.code).toBe(2)
      return messagesOf(ran).at(-1) ?? ''
    }
    expect(await refused('nowhere')).toContain("there is no environment 'nowhere'")
    expect(await refused(run, '--host', '0.0.0.0')).toContain('TURNSMITH_SERVER_TOKEN')
    expect(await refused(run, '--families', 'pottery')).toContain("there is no 'pottery'")
    expect(await refused('travel', '--families', 'recall')).toContain('environments have no turns')
    expect(await refused(run, '--port', '70000')).toContain('there is no port 70000')
  })
})
