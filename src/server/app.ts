import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { controlRoutes } from './control.js'
import { MOST_BYTES, onlyFromHere, withToken } from './guard.js'
import { mcpRoutes } from './mcp.js'
import { nemoGymRoutes } from './nemo-gym.js'
import { openEnvRoutes } from './openenv/routes.js'
import { RequestRefusal, STATUS } from './refusal.js'
import type { Sessions } from './sessions.js'

export interface AppOptions {
  /** What requests must show as `Authorization: Bearer TOKEN`; requests from this machine alone where there is none. */
  readonly token?: string
  /** Of Turnsmith, for clients that ask. */
  readonly version: string
}

/** All routes of an environment server. NeMo Gym's come last: tools are whatever no other address is. */
export function createApp(
  sessions: Sessions,
  { token, version }: AppOptions,
): { readonly app: Hono; readonly close: () => Promise<void> } {
  const mcp = mcpRoutes(sessions, version)
  const app = new Hono()
  app.use(token === undefined ? onlyFromHere : withToken(token))
  app.use(bodyLimit({ maxSize: MOST_BYTES }))
  for (const routes of [openEnvRoutes(sessions, version), controlRoutes(sessions), mcp.app, nemoGymRoutes(sessions)])
    app.route('/', routes)
  app.notFound((c) => c.json({ error: `There is nothing at ${c.req.path}.` }, 404))
  app.onError((error, c) => {
    if (error instanceof RequestRefusal) return c.json({ error: error.message, code: error.code }, STATUS[error.code])
    if (error instanceof HTTPException) return error.getResponse()
    console.error(error)
    return c.json({ error: 'The server has a fault; its log says more.' }, 500)
  })
  return { app, close: mcp.close }
}
