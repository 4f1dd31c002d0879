import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FORMATS } from '../../src/catalog/index.js'
import type { JsonObject } from '../../src/core/json.js'
import type { Trajectory } from '../../src/core/trajectory.js'
import { messagesOf, summaryOf, turnsmith } from '../support/cli.js'
import { said, start } from '../support/processes.js'
import { temporaryDirectories } from '../support/results.js'
import { playOf, send, shownOf } from '../support/server.js'

const directory = temporaryDirectories()
const root = directory()
const [run, data] = [join(root, 'run'), join(root, 'data')]

const linesIn = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

describe('turnsmith export', () => {
  it('writes a run in every format that its help names', async () => {
    expect((await turnsmith('synth', '--count', '24', '--seed', '31', '--out', run)).code).toBe(0)
    const help = (await turnsmith('export', '--help')).stdout
    for (const format of FORMATS) {
      expect(help).toContain(`  ${format} `)
      const exported = await turnsmith('export', run, '--format', format, '--out', data, '--json')
      expect(exported.code).toBe(0)
      const { rows, out } = summaryOf(exported) as { readonly rows: number; readonly out: string }
      expect([format, linesIn(out).length]).toEqual([format, rows])
      expect(rows).toBeGreaterThan(20)
    }
  }, 120_000)

  it('tells LLaMA-Factory of both files that it reads, and keeps what is there', async () => {
    const info = join(data, 'dataset_info.json')
    expect(Object.keys(JSON.parse(readFileSync(info, 'utf8')) as JsonObject).toSorted()).toEqual([
      'turnsmith',
      'turnsmith_dpo',
    ])
    const other = directory()
    writeFileSync(join(other, 'dataset_info.json'), '{"mine":{"file_name":"mine.json"}}')
    expect((await turnsmith('export', run, '--format', 'lf-sharegpt', '--out', other)).code).toBe(0)
    const kept = JSON.parse(readFileSync(join(other, 'dataset_info.json'), 'utf8')) as JsonObject
    expect(Object.keys(kept)).toEqual(['mine', 'turnsmith'])
    const broken = directory()
    writeFileSync(join(broken, 'dataset_info.json'), '{')
    const refused = await turnsmith('export', run, '--format', 'lf-sharegpt', '--out', broken)
    expect([refused.code, messagesOf(refused).at(-1)]).toEqual([2, expect.stringContaining('this is no JSON')])
    expect(existsSync(join(broken, 'lf-sharegpt.jsonl'))).toBe(false)
  })

  it('gives NeMo Gym rows that the server knows, from the seed to the reward [tasks]', async () => {
    const server = start(['serve', run, '--port', '0', '--json'])
    afterAll(() => server.child.kill('SIGKILL'))
    const [, url = ''] = /"url":"([^"]+)"/.exec(await said(server, /"url".*\n/)) ?? []
    const rows = new Map(linesIn<Trajectory>(join(run, 'trajectories.jsonl')).map((row) => [row.id, row]))
    const tasks = linesIn<JsonObject>(join(data, 'nemo-gym.jsonl'))
    for (const task of tasks.slice(0, 20)) {
      const [id = '', turn] = String(task['task_id']).split(':')
      const { calls, results, answer } = playOf(shownOf(rows.get(id) as Trajectory, Number(turn)))
      let last = await send(`${url}/seed_session`, task)
      const cookie = (): { readonly cookie: string } => ({
        cookie: last.headers.get('set-cookie')?.split(';')[0] ?? '',
      })
      for (const [i, call] of calls.entries()) {
        last = await send(`${url}/${call.name}`, call.arguments, { headers: cookie() })
        expect(last.body).toEqual(results[i])
      }
      const output = [{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text: answer }] }]
      last = await send(`${url}/verify`, { ...task, response: { output } }, { headers: cookie() })
      expect(last.body).toMatchObject({ task_id: task['task_id'], reward: 1 })
    }
    server.child.kill('SIGINT')
  })
})
