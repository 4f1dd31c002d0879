import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import { jsonOf } from './body.js'
import { RequestRefusal } from './refusal.js'
import type { Session } from './session.js'
import type { Sessions } from './sessions.js'

const COOKIE = 'turnsmith-session'

const SEED = z.looseObject({ task_id: z.string().optional() })
const ARGUMENTS = z.record(z.string(), z.json())
const MESSAGE = z.looseObject({
  type: z.literal('message'),
  role: z.literal('assistant'),
  content: z.union([z.string(), z.array(z.looseObject({ text: z.string().optional() }))]),
})
const VERIFY = z.looseObject({ response: z.looseObject({ output: z.array(z.unknown()) }) })

/**
 * A resources server of NeMo Gym (formats 4.3): a session that a cookie keeps, each tool at an address of its name, and the
 * reward for the last thing that the assistant says. Every answer sets the cookie again, since clients keep only the last one's.
 */
export function nemoGymRoutes(sessions: Sessions): Hono {
  const app = new Hono()
  app.post('/seed_session', async (c) => {
    const { task_id: task } = await jsonOf(c, SEED)
    const session = await sessions.start({ task })
    keep(c, session)
    return c.json({})
  })
  app.post('/verify', async (c) => {
    const body = await jsonOf(c, VERIFY)
    const session = sessionOf(c, sessions)
    const { reward } = session.outcome ?? session.answer(lastWords(body.response.output))
    return c.json({ ...body, reward: reward ?? 0 })
  })
  app.post('/:tool', async (c) => {
    const session = sessionOf(c, sessions)
    const shown = session.outcome ? undefined : session.call(c.req.param('tool'), await jsonOf(c, ARGUMENTS))
    return c.text(shown?.text ?? 'There were too many calls: nothing more is carried out.')
  })
  return app
}

function sessionOf(c: Context, sessions: Sessions): Session {
  const id = getCookie(c, COOKIE)
  if (id === undefined)
    throw new RequestRefusal(
      'unknown-session',
      `There is nothing at ${c.req.path}; tools need a session (POST /seed_session).`,
    )
  const session = sessions.get(id)
  keep(c, session)
  return session
}

function keep(c: Context, { id }: Session): void {
  setCookie(c, COOKIE, id, { path: '/', httpOnly: true, sameSite: 'Strict' })
}

/** The text of the last message of the assistant among the items of a response; empty where it said nothing. */
function lastWords(output: readonly unknown[]): string {
  const said = output.flatMap((item) => {
    const read = MESSAGE.safeParse(item)
    return read.success ? [read.data.content] : []
  })
  const last = said.at(-1) ?? ''
  return typeof last === 'string' ? last : last.map(({ text }) => text ?? '').join('')
}
