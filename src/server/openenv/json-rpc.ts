import { isObject, type Json, type JsonObject } from '../../core/json.js'
import { RequestRefusal } from '../refusal.js'
import type { Session } from '../session.js'
import type { Sessions } from '../sessions.js'
import { toolResult } from './actions.js'

/** JSON-RPC 2.0 error numbers. */
const [INVALID_REQUEST, UNKNOWN_METHOD, INVALID_PARAMS] = [-32600, -32601, -32602]

/**
 * OpenEnv's own use of JSON-RPC (formats 4.1): tools without a handshake, and sessions by `openenv/session/create`. What it
 * says is always an answer, never a failure of the transport. `own` is the session that the connection stands for.
 */
export async function answerRpc(message: unknown, sessions: Sessions, own?: Session): Promise<JsonObject> {
  const request = message as Json
  if (!isObject(request) || request['jsonrpc'] !== '2.0' || typeof request['method'] !== 'string')
    return failure(null, INVALID_REQUEST, 'This is no JSON-RPC 2.0 request.')
  const id = request['id'] ?? null
  const params = isObject(request['params']) ? request['params'] : {}
  try {
    const result = await resultOf(request['method'], params, sessions, own)
    return result === undefined
      ? failure(id, UNKNOWN_METHOD, `There is no method '${request['method']}'.`)
      : { jsonrpc: '2.0', id, result }
  } catch (error) {
    if (error instanceof RequestRefusal) return failure(id, INVALID_PARAMS, error.message)
    throw error
  }
}

async function resultOf(
  method: string,
  params: JsonObject,
  sessions: Sessions,
  own: Session | undefined,
): Promise<Json | undefined> {
  const named = params['session_id']
  const session = (): Session => own ?? sessions.get(String(named ?? ''))
  switch (method) {
    case 'openenv/session/create': {
      const task = params['task_id']
      const { id } = await sessions.start({ task: typeof task === 'string' ? task : undefined })
      return { session_id: id }
    }
    case 'openenv/session/close':
      if (!sessions.close(String(named ?? '')))
        throw new RequestRefusal('unknown-session', `There is no session '${String(named)}'.`)
      return { session_id: String(named), closed: true }
    case 'tools/list':
      return {
        tools: session().task.tools.map(({ function: { name, description, parameters } }) => ({
          name,
          description,
          inputSchema: parameters,
        })),
      }
    case 'tools/call':
      return called(session(), params)
    default:
      return undefined
  }
}

function called(session: Session, params: JsonObject): Json {
  const { result, error } = toolResult(
    session.call(String(params['name'] ?? ''), isObject(params['arguments']) ? params['arguments'] : {}),
  )
  if (isObject(error)) throw new RequestRefusal('invalid', String(error['message']))
  return result ?? null
}

function failure(id: Json, code: number, message: string): JsonObject {
  return { jsonrpc: '2.0', id, error: { code, message, data: null } }
}
