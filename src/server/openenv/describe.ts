import type { JsonObject } from '../../core/json.js'

/** What there is at each address, in a sentence. */
const ROUTES: readonly (readonly [method: 'get' | 'post' | 'delete', path: string, summary: string])[] = [
  ['get', '/health', 'Is the server up?'],
  ['get', '/metadata', 'What it serves.'],
  ['get', '/schema', 'Schemas of actions, observations and states.'],
  ['post', '/reset', 'Start a session.'],
  ['post', '/step', 'Call a tool, or answer, which ends the session with its reward.'],
  ['get', '/state', 'How far a session is.'],
  ['post', '/mcp', 'JSON-RPC without a handshake, by session_id.'],
  ['get', '/tasks', 'Ids of tasks.'],
  ['get', '/tasks/{task}', 'One task: messages and tools.'],
  ['post', '/sessions', 'Start a session.'],
  ['post', '/sessions/{session}/call', 'Call a tool.'],
  ['post', '/sessions/{session}/answer', 'End the session with an answer.'],
  ['delete', '/sessions/{session}', 'Drop a session.'],
  ['post', '/sessions/{session}/mcp', "The session's tools as an MCP server."],
  ['post', '/seed_session', 'NeMo Gym: start a session, kept by a cookie.'],
  ['post', '/verify', 'NeMo Gym: end the session, with its reward.'],
]

/** An OpenAPI document of the server; OpenEnv's clients take its version for the protocol's. */
export function describe(): JsonObject {
  const paths: { [path: string]: { [method: string]: JsonObject } } = {}
  for (const [method, path, summary] of ROUTES)
    (paths[path] ??= {})[method] = { summary, responses: { 200: { description: 'OK' } } }
  return { openapi: '3.1.0', info: { title: 'turnsmith', version: '1.0.0' }, paths }
}
