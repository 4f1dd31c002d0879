import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { JsonObject } from '../../../src/core/json.js'
import { serveTasks } from '../../../src/server/index.js'
import { present } from '../../support/rows.js'
import { fileOfRows, playOf, send, served, servedRows, shownOf, tasksOf } from '../../support/server.js'

const rows = await servedRows()
const tasks = await tasksOf(fileOfRows(rows))
const server = await served(tasks)
const row = present(rows.find(({ turns: [first] }) => first?.task.expected.kind === 'act'))
const play = playOf(shownOf(row, 0))
const task = `${row.id}:0`

async function start(): Promise<string> {
  const { body } = await send(`${server.url}/sessions`, { task })
  return (body as { readonly session: string }).session
}

describe('MCP', () => {
  it.each(['auto', 'legacy'] as const)(
    'lists and calls the tools of a session, to a client that speaks %s',
    async (mode) => {
      const id = await start()
      const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
      await client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/sessions/${id}/mcp`)))
      const { tools } = await client.listTools()
      expect(tools.map(({ name }) => name)).toEqual(row.tools.map((tool) => tool.function.name))
      for (const [i, call] of play.calls.entries()) {
        const result = await client.callTool({ name: call.name, arguments: call.arguments })
        expect(result.content).toEqual([{ type: 'text', text: play.results[i] }])
      }
      const wrong = await client.callTool({ name: play.calls[0]?.name ?? '', arguments: { nonsense: 1 } })
      expect(wrong.isError).toBe(true)
      await client.close()
      const { body } = await send(`${server.url}/sessions/${id}/answer`, { content: play.answer })
      // The call with arguments that the tool does not take counts against it.
      expect(body).toMatchObject({ reward: 0, reasons: [{ kind: 'invalid-arguments' }] })
    },
  )

  it('is there for sessions only', async () => {
    const initialize = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
    expect(await send(`${server.url}/sessions/nobody/mcp`, initialize)).toMatchObject({ status: 404 })
  })
})

describe('NeMo Gym', () => {
  const cookieOf = ({ headers }: { readonly headers: Headers }): { readonly cookie: string } => ({
    cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '',
  })
  const episode = (text: string): JsonObject => ({
    responses_create_params: { input: [] },
    response: {
      output: [
        { type: 'reasoning', summary: [] },
        { type: 'message', role: 'assistant', content: [{ type: 'output_text', text }] },
      ],
    },
  })

  it('seeds a session, calls tools at their names and verifies, with the cookie of the last answer each time', async () => {
    let last = await send(`${server.url}/seed_session`, { responses_create_params: {}, task_id: task })
    expect([last.status, last.body]).toEqual([200, {}])
    for (const [i, call] of play.calls.entries()) {
      last = await send(`${server.url}/${call.name}`, call.arguments, { headers: cookieOf(last) })
      expect([last.status, typeof last.body === 'string' ? last.body : JSON.stringify(last.body)]).toEqual([
        200,
        play.results[i],
      ])
    }
    last = await send(`${server.url}/verify`, episode(play.answer), { headers: cookieOf(last) })
    expect(last.body).toEqual({ ...episode(play.answer), reward: 1 })
    // Asked again, it says the same.
    last = await send(`${server.url}/verify`, episode('Something else.'), { headers: cookieOf(last) })
    expect(last.body).toMatchObject({ reward: 1 })
  })

  it('shows the model what went wrong, and gives nothing for it', async () => {
    let last = await send(`${server.url}/seed_session`, { task_id: task })
    last = await send(`${server.url}/fly`, {}, { headers: cookieOf(last) })
    expect([last.status, last.body]).toEqual([200, `{"error":"There is no tool 'fly'."}`])
    last = await send(`${server.url}/verify`, episode(play.answer), { headers: cookieOf(last) })
    expect(last.body).toMatchObject({ reward: 0 })
  })

  it('knows nobody without a cookie', async () => {
    expect(await send(`${server.url}/get_parcel`, {})).toMatchObject({ status: 404, body: { code: 'unknown-session' } })
    expect(await send(`${server.url}/verify`, episode(''))).toMatchObject({ status: 404 })
  })
})

describe('plain requests', () => {
  it('list tasks, play one and drop it', async () => {
    const { body } = await send(`${server.url}/tasks?from=1&limit=2`)
    expect(body).toEqual({ count: tasks.count, tasks: tasks.ids(1, 2) })
    expect((await send(`${server.url}/tasks/${task}`)).body).toMatchObject({
      task,
      families: expect.any(Array) as never,
    })
    const id = await start()
    for (const [i, call] of play.calls.entries())
      expect((await send(`${server.url}/sessions/${id}/call`, call)).body).toEqual({
        content: play.results[i],
        done: false,
      })
    expect((await send(`${server.url}/sessions/${id}/answer`, { content: play.answer })).body).toEqual({
      reward: 1,
      reasons: [],
    })
    expect(await send(`${server.url}/sessions/${id}/call`, { name: 'fly' })).toMatchObject({
      status: 409,
      body: { code: 'over' },
    })
    expect((await send(`${server.url}/sessions/${id}`, undefined, { method: 'DELETE' })).status).toBe(204)
    expect((await send(`${server.url}/sessions/${id}`, undefined, { method: 'DELETE' })).status).toBe(404)
  })

  it('are refused with a reason where they do not fit', async () => {
    expect(await send(`${server.url}/sessions`, '{')).toMatchObject({
      status: 422,
      body: { error: 'The body is no JSON.' },
    })
    expect(await send(`${server.url}/sessions`, { task: 7 })).toMatchObject({
      status: 422,
      body: { error: expect.stringContaining('task:') as string },
    })
    expect(await send(`${server.url}/sessions`, { task: 'nothing:0' })).toMatchObject({ status: 404 })
    expect(await send(`${server.url}/tasks?from=x`)).toMatchObject({ status: 422 })
    expect(await send(`${server.url}/nowhere`)).toMatchObject({ status: 404 })
    expect(await send(`${server.url}/sessions`, { task, padding: 'x'.repeat(1_100_000) })).toMatchObject({
      status: 413,
    })
  })
})

describe('who may ask', () => {
  it('nobody from a page elsewhere, whatever name the address has there', async () => {
    const elsewhere = { origin: 'https://example.com' }
    expect((await send(`${server.url}/health`, undefined, { headers: elsewhere })).status).toBe(403)
  })

  it('nobody without the token, where there is one', async () => {
    const closed = await served(tasks, { token: 'open-sesame' })
    const asked = async (token?: string): Promise<number> =>
      (
        await send(
          `${closed.url}/tasks`,
          undefined,
          token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
        )
      ).status
    expect([await asked(), await asked('open-barley'), await asked('open-sesame')]).toEqual([401, 401, 200])
    const socket = async (headers: { readonly [name: string]: string }): Promise<string> => {
      const opening = new WebSocket(`${closed.url.replace('http', 'ws')}/ws`, { headers })
      const outcome = await new Promise<string>((said) => {
        opening.once('open', () => said('open')).once('error', ({ message }) => said(message))
      })
      opening.terminate()
      return outcome
    }
    expect(await socket({})).toContain('401')
    expect(await socket({ authorization: 'Bearer open-sesame' })).toBe('open')
  })

  it('no other machine, unless a token is set', async () => {
    const limits = { port: 0, most: 1, idle: 1, version: '1.2.3' }
    await expect(serveTasks(tasks, { host: '0.0.0.0', ...limits })).rejects.toThrow('TURNSMITH_SERVER_TOKEN')
    const port = Number(new URL(server.url).port)
    await expect(serveTasks(tasks, { host: '127.0.0.1', ...limits, port })).rejects.toThrow('EADDRINUSE')
  })
})
