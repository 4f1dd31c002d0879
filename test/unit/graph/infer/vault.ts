import * as z from 'zod'
import { ToolError } from '../../../../src/core/errors.js'
import { between, chance, type Rng } from '../../../../src/core/random.js'
import { defineEnvironment, defineTool } from '../../../../src/environment/index.js'

const stateSchema = z.object({
  /** Sent by phone, waiting to be entered. */
  code: z.string().nullable(),
  /** What the code was exchanged for, waiting to be signed in with. */
  ticket: z.string().nullable(),
  session: z.object({ token: z.string(), left: z.number().int() }).nullable(),
  reports: z.record(z.string(), z.object({ title: z.string(), pages: z.number().int() })),
  key: z.boolean(),
  pin: z.string(),
  unlocked: z.boolean(),
  alarm: z.boolean(),
  generator: z.object({ seed: z.number(), drawn: z.number() }),
})
type State = z.infer<typeof stateSchema>

/** How many reports a token is good for. */
const USES = 2

const tool = defineTool<State>()
const refuse = (code: string, error: string): never => {
  throw new ToolError(code, { error })
}

/**
 * An environment with traps and no hint in it: a login of three steps, a token that expires by use, a door with two ways
 * to unlock it, calls that undo others, one that always fails, and one that needs nothing but sounds as if it did.
 */
export const vault = defineEnvironment<State>({
  name: 'vault',
  version: 1,
  summary: 'A records room with a safe.',
  state: stateSchema,
  unobserved: ['generator'],
  scenario: ({ random }) => ({ state: startOf(random), userKnows: [], situations: [] }),
  tools: {
    request_code: tool({
      description: 'Ask for a one-time code.',
      effect: 'draws',
      parameters: z.object({}),
      run({ draft, random }) {
        const code = `C${random.integer(100_000, 999_999)}`
        draft().code = code
        return { sent: code }
      },
    }),
    enter_code: tool({
      description: 'Exchange the one-time code.',
      effect: 'draws',
      parameters: z.object({ code: z.string() }),
      run({ state, draft, args, random }) {
        if (state.code === null || state.code !== args.code) return refuse('denied', 'Wrong code.')
        const ticket = `T${random.integer(100_000, 999_999)}`
        Object.assign(draft(), { code: null, ticket })
        return { ticket }
      },
    }),
    sign_in: tool({
      description: 'Begin a session.',
      effect: 'draws',
      parameters: z.object({ ticket: z.string() }),
      run({ state, draft, args, random }) {
        if (state.ticket === null || state.ticket !== args.ticket) return refuse('denied', 'Unknown ticket.')
        const token = `S${random.integer(100_000, 999_999)}`
        Object.assign(draft(), { ticket: null, session: { token, left: USES } })
        return { token, good_for: USES }
      },
    }),
    list_reports: tool({
      description: 'List the numbers of all reports.',
      effect: 'read',
      parameters: z.object({}),
      run: ({ state: { reports } }) => ({
        reports: Object.entries(reports).map(([number, { title }]) => ({ number, title })),
      }),
    }),
    read_report: tool({
      description: 'Read a report. Each token is good for a few.',
      effect: 'write',
      parameters: z.object({ token: z.string(), number: z.string() }),
      run({ state, draft, args }) {
        if (state.session?.token !== args.token) return refuse('denied', 'No such session.')
        if (state.session.left < 1) return refuse('expired', 'The session has expired.')
        const report = state.reports[args.number] ?? refuse('not-found', 'No such report.')
        const { session } = draft()
        if (session) session.left -= 1
        return { ...report }
      },
    }),
    fetch_key: tool({
      description: 'Take the key from its hook.',
      effect: 'write',
      parameters: z.object({}),
      run({ state, draft }) {
        if (state.key) return refuse('no-change', 'You hold the key already.')
        draft().key = true
        return { holding: 'key' }
      },
    }),
    hang_up_key: tool({
      description: 'Put the key back.',
      effect: 'write',
      parameters: z.object({}),
      run({ state, draft }) {
        if (!state.key) return refuse('no-change', 'There is no key to hang up.')
        draft().key = false
        return { holding: 'nothing' }
      },
    }),
    look_up_pin: tool({
      description: 'Show the number of the safe.',
      effect: 'read',
      parameters: z.object({}),
      run: ({ state: { pin } }) => ({ number: pin }),
    }),
    unlock_by_key: tool({
      description: 'Unlock the safe with the key.',
      effect: 'write',
      parameters: z.object({}),
      run({ state, draft }) {
        if (!state.key) return refuse('denied', 'You have no key.')
        draft().unlocked = true
        return { safe: 'unlocked' }
      },
    }),
    unlock_by_number: tool({
      description: 'Unlock the safe with its number.',
      effect: 'write',
      parameters: z.object({ number: z.string() }),
      run({ state, draft, args }) {
        if (args.number !== state.pin) return refuse('denied', 'Wrong number.')
        draft().unlocked = true
        return { safe: 'unlocked' }
      },
    }),
    lock_safe: tool({
      description: 'Lock the safe.',
      effect: 'write',
      parameters: z.object({}),
      run({ draft }) {
        draft().unlocked = false
        return { safe: 'locked' }
      },
    }),
    open_safe: tool({
      description: 'Show what is in the safe.',
      effect: 'read',
      parameters: z.object({}),
      run({ state }) {
        if (!state.unlocked) return refuse('locked', 'The safe is locked.')
        return { inside: ['a ring', 'two letters'] }
      },
    }),
    /** Always fails, as some tools do. */
    call_guard: tool({
      description: 'Call the guard.',
      effect: 'read',
      parameters: z.object({}),
      run: () => refuse('not-found', 'Nobody answers.'),
    }),
    /** Sounds as if it needed a session, and needs nothing. */
    test_alarm: tool({
      description: 'Test the alarm; only after signing in.',
      effect: 'write',
      parameters: z.object({ loud: z.boolean() }),
      run({ draft, args }) {
        draft().alarm = args.loud
        return { rang: args.loud }
      },
    }),
  },
})

function startOf(random: Rng): State {
  const numbers = Array.from({ length: 3 }, () => `R${between(random, 100, 999)}`)
  return {
    code: null,
    ticket: null,
    session: null,
    reports: Object.fromEntries(
      numbers.map((number) => [number, { title: `Report ${number.slice(1)}`, pages: between(random, 1, 40) }]),
    ),
    key: chance(random, 1, 3),
    pin: String(between(random, 1_000, 9_999)),
    unlocked: chance(random, 1, 4),
    alarm: false,
    generator: { seed: between(random, 1, 1_000_000), drawn: 0 },
  }
}
