import { Hono } from 'hono'
import * as z from 'zod'
import { jsonOf } from './body.js'
import { RequestRefusal } from './refusal.js'
import type { Sessions } from './sessions.js'
import type { Task } from './task.js'

const START = z.strictObject({ task: z.string().optional(), seed: z.int().nonnegative().optional() })
const CALL = z.strictObject({ name: z.string(), arguments: z.record(z.string(), z.json()).default({}) })
const ANSWER = z.strictObject({ content: z.string() })

/** Ids of tasks that one request lists at most. */
const PAGE = 1000

/** The server's own routes: tasks, and sessions in plain requests. What a model may call is below `/sessions/ID` alone. */
export function controlRoutes(sessions: Sessions): Hono {
  const { tasks } = sessions
  const app = new Hono()
  app.get('/tasks', (c) => {
    const [from, limit] = [numberIn(c.req.query('from'), 0), numberIn(c.req.query('limit'), PAGE)]
    return c.json({ count: tasks.count ?? null, tasks: tasks.ids(from, Math.min(limit, PAGE)) })
  })
  app.get('/tasks/:task', async (c) => c.json(shown(await tasks.open(c.req.param('task')))))
  app.post('/sessions', async (c) => {
    const session = await sessions.start(await jsonOf(c, START))
    return c.json({ session: session.id, ...shown(session.task) }, 201)
  })
  app.post('/sessions/:session/call', async (c) => {
    const { name, arguments: args } = await jsonOf(c, CALL)
    const session = sessions.get(c.req.param('session'))
    const { text, error } = session.call(name, args)
    return c.json({ content: text, ...(error === undefined ? {} : { error }), done: session.outcome !== undefined })
  })
  app.post('/sessions/:session/answer', async (c) => {
    const { content } = await jsonOf(c, ANSWER)
    return c.json(sessions.get(c.req.param('session')).answer(content))
  })
  app.delete('/sessions/:session', (c) => {
    const id = c.req.param('session')
    if (!sessions.close(id)) throw new RequestRefusal('unknown-session', `There is no session '${id}'.`)
    return c.body(null, 204)
  })
  return app
}

function shown({ id, families, messages, tools }: Task): object {
  return { task: id, families, messages, tools }
}

function numberIn(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0) throw new RequestRefusal('invalid', `'${text}' is no whole number.`)
  return value
}
