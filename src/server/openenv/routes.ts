import { upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import type { WSContext, WSEvents } from 'hono/ws'
import * as z from 'zod'
import { jsonOf } from '../body.js'
import { RequestRefusal } from '../refusal.js'
import type { Sessions } from '../sessions.js'
import { ACTION, act, begun } from './actions.js'
import { describe } from './describe.js'
import { answerRpc } from './json-rpc.js'
import { RESET, wantedBy } from './reset.js'
import { Connection } from './socket.js'
import { stateOf } from './state.js'

const STEP = z.looseObject({ action: z.looseObject({}), episode_id: z.string().optional() })

/**
 * OpenEnv (formats 4.1): sessions over `/ws`, one for each connection; over HTTP they go by `episode_id`, which a step and the
 * state have to name.
 */
export function openEnvRoutes(sessions: Sessions, version: string): Hono {
  const app = new Hono()
  app.get('/health', (c) => c.json({ status: 'healthy' }))
  app.get('/metadata', (c) =>
    c.json({
      name: 'turnsmith',
      description: `Tasks of ${sessions.tasks.about}, rewarded by outcome.`,
      readme_content: null,
      version,
      author: null,
      documentation_url: null,
    }),
  )
  app.get('/schema', (c) =>
    c.json({
      action: z.toJSONSchema(ACTION, { io: 'input' }),
      observation: { type: 'object' },
      state: { type: 'object' },
    }),
  )
  app.get('/openapi.json', (c) => c.json(describe()))
  app.post('/reset', async (c) => {
    const session = await sessions.start(wantedBy(await jsonOf(c, RESET)))
    const { observation, reward, done } = begun(session)
    return c.json({ observation: { episode_id: session.id, ...observation }, reward, done })
  })
  app.post('/step', async (c) => {
    const { action, episode_id: id } = await jsonOf(c, STEP)
    if (id === undefined) throw new RequestRefusal('invalid', 'Name the session: episode_id, as /reset gave it.')
    return c.json(act(sessions.get(id), action))
  })
  app.get('/state', (c) => {
    const id = c.req.query('episode_id')
    return c.json(stateOf(id === undefined ? undefined : sessions.get(id)))
  })
  app.post('/mcp', async (c) => c.json(await answerRpc(await c.req.json().catch(() => null), sessions)))
  app.get(
    '/ws',
    upgradeWebSocket(() => socketOf(sessions)),
  )
  return app
}

function socketOf(sessions: Sessions): WSEvents {
  const connection = new Connection(sessions)
  const answer = async (frame: string, socket: WSContext): Promise<void> => {
    const said = await connection.take(frame)
    if (said) socket.send(JSON.stringify(said))
    else socket.close()
  }
  return {
    onMessage: ({ data }, socket) => void answer(String(data), socket),
    onClose: () => connection.close(),
  }
}
