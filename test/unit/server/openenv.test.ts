import { once } from 'node:events'
import { afterAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { JsonObject } from '../../../src/core/json.js'
import { present } from '../../support/rows.js'
import { fileOfRows, playOf, send, served, servedRows, shownOf, tasksOf } from '../../support/server.js'

const rows = await servedRows()
const server = await served(await tasksOf(fileOfRows(rows)), { most: 8 })

interface Connected {
  /** Sends a frame and gives the next answer. */
  readonly ask: (frame: unknown) => Promise<{ readonly type: string; readonly data: JsonObject }>
  readonly socket: WebSocket
}

async function connect(): Promise<Connected> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/ws`)
  afterAll(() => socket.terminate())
  await once(socket, 'open')
  return {
    socket,
    async ask(frame) {
      const answer = once(socket, 'message')
      socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
      const [data] = (await answer) as [Buffer]
      return JSON.parse(data.toString()) as never
    },
  }
}

const seen = ({ data }: { readonly data: JsonObject }): JsonObject => data['observation'] as JsonObject

describe('OpenEnv over a socket', () => {
  const row = present(rows.find(({ turns: [, second] }) => second?.task.expected.kind === 'act'))
  const play = playOf(shownOf(row, 1))

  it('plays a task from reset to reward [openenv]', async () => {
    const { ask } = await connect()
    const reset = await ask({ type: 'reset', data: { seed: 7, episode_id: 'ep1', task_id: `${row.id}:1` } })
    expect(reset).toMatchObject({ type: 'observation', data: { reward: null, done: false } })
    expect(seen(reset)).toMatchObject({ task_id: `${row.id}:1`, prompt: row.turns[1]?.query.text })
    const listed = await ask({ type: 'step', data: { type: 'list_tools' } })
    expect(seen(listed)['tools']).toEqual(
      row.tools.map(({ function: { name, description, parameters } }) => ({
        name,
        description,
        input_schema: parameters,
      })),
    )
    for (const [i, call] of play.calls.entries()) {
      const answer = await ask({
        type: 'step',
        data: { type: 'call_tool', tool_name: call.name, arguments: call.arguments },
      })
      expect(answer).toMatchObject({ type: 'observation', data: { reward: 0, done: false } })
      expect(seen(answer)).toMatchObject({
        tool_name: call.name,
        error: null,
        result: { content: [{ type: 'text', text: play.results[i] }] },
      })
    }
    expect(await ask({ type: 'state' })).toEqual({
      type: 'state',
      data: { episode_id: 'ep1', step_count: play.calls.length, task_id: `${row.id}:1`, done: false },
    })
    const end = await ask({ type: 'step', data: { type: 'answer', content: play.answer } })
    expect(end.data).toEqual({ observation: { passed: true, reasons: [] }, reward: 1, done: true })
    expect(await ask({ type: 'step', data: { type: 'list_tools' } })).toMatchObject({ data: { reward: 1, done: true } })
    expect(await ask({ type: 'step', data: { type: 'answer', content: play.answer } })).toMatchObject({
      type: 'error',
      data: { code: 'SESSION_ERROR' },
    })
  })

  it('gives no reward for another outcome, and says why', async () => {
    const { ask } = await connect()
    await ask({ type: 'reset', data: { task_id: `${row.id}:1` } })
    const end = await ask({ type: 'step', data: { type: 'answer', content: play.answer } })
    expect(end.data).toMatchObject({ reward: 0, done: true, observation: { passed: false } })
    expect((seen(end)['reasons'] as JsonObject[]).length).toBeGreaterThan(0)
  })

  it('keeps what frames ask for in their order', async () => {
    const { socket, ask } = await connect()
    const answers: string[] = []
    socket.on('message', (data: Buffer) => answers.push((JSON.parse(data.toString()) as { type: string }).type))
    for (const type of ['reset', 'state', 'reset', 'state']) socket.send(JSON.stringify({ type }))
    await ask({ type: 'mcp', data: { jsonrpc: '2.0', id: 1, method: 'tools/list' } })
    while (answers.length < 5) await once(socket, 'message')
    expect(answers).toEqual(['observation', 'state', 'observation', 'state', 'mcp'])
  })

  it('does not let two connections into one session', async () => {
    const [one, other] = [await connect(), await connect()]
    await one.ask({ type: 'reset', data: { episode_id: 'same' } })
    await other.ask({ type: 'reset', data: { episode_id: 'same' } })
    expect(await one.ask({ type: 'step', data: { type: 'list_tools' } })).toMatchObject({
      data: { code: 'SESSION_ERROR' },
    })
    expect(await other.ask({ type: 'step', data: { type: 'list_tools' } })).toMatchObject({ type: 'observation' })
    one.socket.close()
    await once(one.socket, 'close')
    expect(await other.ask({ type: 'step', data: { type: 'list_tools' } })).toMatchObject({ type: 'observation' })
    other.socket.close()
  })

  it('says what is wrong with a frame', async () => {
    const { ask } = await connect()
    const code = async (frame: unknown): Promise<unknown> => (await ask(frame)).data['code']
    expect(await code('{')).toBe('INVALID_JSON')
    expect(await code('null')).toBe('UNKNOWN_TYPE')
    expect(await code({ type: 'dance' })).toBe('UNKNOWN_TYPE')
    expect(await code({ type: 'reset', data: { seed: -1 } })).toBe('VALIDATION_ERROR')
    expect(await code({ type: 'reset', data: { task_id: 'nothing:0' } })).toBe('VALIDATION_ERROR')
    expect(await code({ type: 'step', data: { type: 'call_tool' } })).toBe('VALIDATION_ERROR')
    expect(await code({ type: 'step', data: { type: 'list_tools', more: 1 } })).toBe('VALIDATION_ERROR')
    const unknown = await ask({ type: 'step', data: { type: 'call_tool', tool_name: 'fly' } })
    expect(seen(unknown)).toEqual({
      tool_name: 'fly',
      result: null,
      error: { error_type: 'tool_not_found', message: `{"error":"There is no tool 'fly'."}` },
    })
  })

  it('is full when all sessions are taken, and free when a connection closes', async () => {
    const held = await Promise.all(Array.from({ length: 8 }, connect))
    const answers = await Promise.all(held.map(({ ask }) => ask({ type: 'reset', data: {} })))
    const turnedDown = answers.filter(({ type }) => type === 'error')
    for (const { data } of turnedDown) expect(data).toMatchObject({ code: 'CAPACITY_REACHED', max_sessions: 8 })
    const { ask } = await connect()
    expect(await ask({ type: 'reset' })).toMatchObject({ data: { code: 'CAPACITY_REACHED' } })
    for (const { socket } of held) {
      socket.close()
      await once(socket, 'close')
    }
    await expect.poll(async () => (await ask({ type: 'reset' })).type).toBe('observation')
  })
})

describe('OpenEnv over HTTP', () => {
  it('meets what its validator asks of a server', async () => {
    expect((await send(`${server.url}/openapi.json`)).body).toMatchObject({
      info: { version: '1.0.0' },
      paths: { '/reset': { post: {} }, '/step': { post: {} }, '/state': { get: {} } },
    })
    expect((await send(`${server.url}/health`)).body).toEqual({ status: 'healthy' })
    expect((await send(`${server.url}/metadata`)).body).toMatchObject({
      name: expect.any(String) as string,
      description: expect.any(String) as string,
    })
    const { action, observation, state } = (await send(`${server.url}/schema`)).body as JsonObject
    expect([action, observation, state].map((schema) => typeof schema)).toEqual(['object', 'object', 'object'])
    expect(await send(`${server.url}/mcp`, {})).toMatchObject({
      status: 200,
      body: { jsonrpc: '2.0', id: null, error: { code: -32600 } },
    })
  })

  it('keeps a session by its episode_id', async () => {
    const begun = await send(`${server.url}/reset`, { episode_id: 'http1', seed: 2 })
    expect(begun).toMatchObject({
      status: 200,
      body: { observation: { episode_id: 'http1' }, reward: null, done: false },
    })
    const step = { episode_id: 'http1', action: { type: 'list_tools' } }
    expect((await send(`${server.url}/step`, step)).body).toMatchObject({ reward: 0, done: false })
    expect((await send(`${server.url}/state?episode_id=http1`)).body).toMatchObject({
      episode_id: 'http1',
      step_count: 0,
    })
    expect((await send(`${server.url}/state`)).body).toEqual({ episode_id: null, step_count: 0 })
    expect(await send(`${server.url}/step`, { action: { type: 'list_tools' } })).toMatchObject({ status: 422 })
    expect(await send(`${server.url}/step`, { ...step, episode_id: 'other' })).toMatchObject({ status: 404 })
    expect(await send(`${server.url}/step`, { ...step, action: { type: 'dance' } })).toMatchObject({ status: 422 })
  })

  it('calls tools by JSON-RPC without a handshake', async () => {
    const rpc = async (method: string, params: object): Promise<{ readonly result: never; readonly error: never }> =>
      (await send(`${server.url}/mcp`, { jsonrpc: '2.0', id: 9, method, params })).body
    const { session_id: id } = (await rpc('openenv/session/create', {})).result as { readonly session_id: string }
    const { tools } = (await rpc('tools/list', { session_id: id })).result as { readonly tools: JsonObject[] }
    expect(tools[0]).toHaveProperty('inputSchema')
    expect((await rpc('tools/call', { session_id: id, name: 'fly' })).error).toMatchObject({ code: -32602 })
    expect((await rpc('tools/dance', { session_id: id })).error).toMatchObject({ code: -32601 })
    expect((await rpc('openenv/session/close', { session_id: id })).result).toEqual({ session_id: id, closed: true })
    expect((await rpc('tools/list', { session_id: id })).error).toMatchObject({ code: -32602 })
  })
})
