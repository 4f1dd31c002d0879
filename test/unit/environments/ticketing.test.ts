import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../src/core/json.js'
import { untag } from '../../../src/core/number.js'
import { createRng } from '../../../src/core/random.js'
import { fits } from '../../../src/core/reference.js'
import { callTool, createScenario } from '../../../src/environment/index.js'
import { ticketing } from '../../../src/environments/ticketing/environment.js'
import { load } from '../../../src/environments/ticketing/load.js'
import { ownTickets, type State } from '../../../src/environments/ticketing/state.js'
import { bfclPresent, goldenRecords } from '../../support/golden.js'
import { goldenDifferences } from '../../support/golden-environment.js'

if (!bfclPresent) console.log('ticketing: reference data absent, golden transcripts not replayed')

describe.skipIf(!bfclPresent)('ticketing replays the golden transcripts', () => {
  it.each(['fuzz_TicketAPI', 'gt_base', 'gt_long_context', 'gt_miss_func', 'gt_miss_param'])('%s', (file) => {
    const { calls, states, differences } = goldenDifferences(
      goldenRecords(`${file}.jsonl.gz`),
      'TicketAPI',
      ticketing,
      load,
    )
    console.log(`ticketing ${file}: ${calls} calls, ${states} states, ${differences.length} differences`)
    expect(differences).toEqual([])
  })
})

const CLOCK = '2026-03-10T09:00:00'
const SCENARIOS = Array.from({ length: 200 }, (_, seed) =>
  createScenario([ticketing], createRng(seed), seed % 10 === 9 ? 4 : 1),
)
const start = load({
  current_user: 'ada',
  ticket_counter: 5,
  ticket_queue: [
    { id: 1, title: 'Printer jams', description: '', status: 'Open', priority: 2, created_by: 'ada' },
    { id: 2, title: 'No heating', description: '', status: 'Closed', priority: 2, created_by: 'bob' },
    {
      id: 3,
      title: 'Lost badge',
      description: '',
      status: 'Resolved',
      resolution: 'Found.',
      priority: 2,
      created_by: 'ada',
    },
  ],
})

function outcome(tool: string, args: JsonObject, change: Partial<State> = {}): unknown {
  const { error, value } = callTool(ticketing, tool, args, { ...start, ...change }, CLOCK)
  return error ? [error.code, value] : untag(value)
}

describe('ticketing refuses', () => {
  const refused = (code: string, text: string): unknown => [code, { error: text }]
  const raised = (code: string, text: string): unknown => [code, `Error during execution: ${text}`]

  it('strangers', () => {
    expect(outcome('create_ticket', { title: 'A', description: '', priority: 1 }, { current_user: null })).toEqual(
      refused('not-authenticated', 'User not authenticated. Please log in to create a ticket.'),
    )
    expect(outcome('get_user_tickets', { status: null }, { current_user: null })).toEqual([
      'not-authenticated',
      [{ error: 'User not authenticated. Please log in to view tickets.' }],
    ])
    expect(outcome('logout', {}, { current_user: null })).toEqual(['not-authenticated', { success: false }])
    expect(outcome('ticket_login', { username: 'ada', password: '' })).toEqual(['invalid-value', { success: false }])
  })

  it.each([
    ['get_ticket', {}],
    ['close_ticket', {}],
    ['resolve_ticket', { resolution: 'Done.' }],
    ['edit_ticket', { updates: { priority: 3 } }],
  ])('%s with an unknown id, or past a ticket without one', (tool, args) => {
    expect(outcome(tool, { ...args, ticket_id: 9 })).toEqual(refused('not-found', 'Ticket with ID 9 not found.'))
    expect(outcome(tool, { ...args, ticket_id: 9 }, { ticket_queue: [{ ticket_001: {} }] })).toEqual(
      raised('missing-field', "'id'"),
    )
  })

  it('changes that change nothing or make no sense', () => {
    expect(outcome('close_ticket', { ticket_id: 2 })).toEqual(
      refused('no-change', 'Ticket with ID 2 is already closed.'),
    )
    expect(outcome('resolve_ticket', { ticket_id: 3, resolution: 'x' })).toEqual(
      refused('no-change', 'Ticket with ID 3 is already resolved.'),
    )
    expect(outcome('edit_ticket', { ticket_id: 1, updates: { owner: 'x', colour: 'y' } })).toEqual(
      refused('invalid-value', 'Invalid fields for update: owner, colour'),
    )
    for (const priority of [0, 6, 5.5]) {
      expect(outcome('create_ticket', { title: 'A', description: '', priority })).toEqual(
        refused('invalid-value', 'Invalid priority. Priority must be between 1 and 5.'),
      )
    }
  })

  it('tickets that lack a field', () => {
    const ticket_queue: State['ticket_queue'] = [{ id: 1, created_by: 'ada' }, { id: 2 }]
    expect(outcome('close_ticket', { ticket_id: 1 }, { ticket_queue })).toEqual(raised('missing-field', "'status'"))
    expect(outcome('resolve_ticket', { ticket_id: 1, resolution: 'x' }, { ticket_queue })).toEqual(
      raised('missing-field', "'status'"),
    )
    expect(outcome('get_user_tickets', { status: null }, { ticket_queue })).toEqual(
      raised('missing-field', "'created_by'"),
    )
    expect(outcome('get_user_tickets', { status: 'Open' }, { ticket_queue: ticket_queue.slice(0, 1) })).toEqual(
      raised('missing-field', "'status'"),
    )
  })

  it('ill-typed arguments without crashing', () => {
    for (const { name: tool, parameters } of ticketing.specs) {
      const names = Object.keys(parameters['properties'] as JsonObject)
      for (const value of [null, 1, 1.5, true, 'x', [], {}]) {
        expect(() => outcome(tool, Object.fromEntries(names.map((name) => [name, value])))).not.toThrow()
      }
    }
  })
})

it('ticketing finds a ticket by an equal number of another kind', () => {
  expect(outcome('get_ticket', { ticket_id: { $float: 1 } })).toMatchObject({ title: 'Printer jams' })
})

it('ticketing skips missing values of an edit', () => {
  const { state } = callTool(
    ticketing,
    'edit_ticket',
    { ticket_id: 1, updates: { title: null, priority: 4 } },
    start,
    CLOCK,
  )
  expect((state as State).ticket_queue[0]).toEqual({ ...start.ticket_queue[0], priority: 4 })
})

function signedIn(state: State): State {
  if (state.current_user) return state
  return callTool(ticketing, 'ticket_login', { ...state.account }, state, CLOCK).state as State
}

describe('ticketing scenarios', () => {
  it('are legal and all different', () => {
    const states = SCENARIOS.map(({ world }) => world.stateOf('ticketing') as State)
    for (const state of states) {
      expect(ticketing.definition.state.safeParse(state).success).toBe(true)
      expect(new Set(state.ticket_queue.map(({ id }) => id)).size).toBe(state.ticket_queue.length)
      expect(state.ticket_queue.length).toBeGreaterThanOrEqual(8)
    }
    expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(states.length)
    for (const { situations } of SCENARIOS) expect(new Set(situations['ticketing']).size).toBeGreaterThanOrEqual(3)
  })

  it('describe every own ticket without ambiguity', () => {
    for (const { world, userKnows } of SCENARIOS) {
      const own = ownTickets(world.stateOf('ticketing') as State)
      const known = userKnows.filter(({ entity }) => entity === 'ticket')
      expect(known).toHaveLength(own.length)
      for (const { value, by } of known) {
        for (const { field, match, value: said } of by) {
          expect(own.filter((ticket) => fits(ticket[field], match, said)).map(({ id }) => id)).toEqual([value])
        }
      }
    }
  })

  it('offer only candidates that succeed and match their declaration', () => {
    const offered = new Map<string, number>()
    SCENARIOS.forEach(({ world, userKnows }, seed) => {
      const initial = world.stateOf('ticketing') as State
      const state = signedIn(initial)
      for (const [name, tool] of Object.entries(ticketing.definition.tools)) {
        const found =
          tool.candidates?.({
            state: initial,
            known: userKnows,
            random: createRng(`candidates ${seed}`),
            clock: world.clock,
          }) ?? []
        for (const candidate of found) {
          const from = name === 'ticket_login' ? initial : state
          const filled: JsonObject =
            name === 'create_ticket'
              ? { description: '', priority: 1 }
              : name === 'get_user_tickets'
                ? { status: null }
                : {}
          const args: JsonObject = { ...filled, ...candidate, ...(name === 'ticket_login' ? initial.account : {}) }
          const called = callTool(ticketing, name, args, from, world.clock)
          expect([name, args, called.error, called.value]).toEqual([name, args, undefined, called.value])
          expect(tool.returns?.safeParse(untag(called.value)).error).toBeUndefined()
          const changed = JSON.stringify(ticketing.observe(called.state)) !== JSON.stringify(ticketing.observe(from))
          expect([name, changed]).toEqual([name, tool.effect !== 'read'])
          const said = tool.phrases?.asks.join(' ') ?? ''
          for (const place of name === 'ticket_login' ? [] : placesOf(candidate))
            expect(said).toMatch(new RegExp(`<${place}[:>]`))
        }
        offered.set(name, (offered.get(name) ?? 0) + Math.sign(found.length))
      }
    })
    for (const [name, scenarios] of offered) expect([name, scenarios > 50]).toEqual([name, true])
  })

  it('offer new tickets that no description of an old one fits', () => {
    SCENARIOS.forEach(({ world, userKnows }, seed) => {
      const tool = ticketing.definition.tools['create_ticket']
      const found =
        tool?.candidates?.({
          state: world.stateOf('ticketing'),
          known: userKnows,
          random: createRng(seed),
          clock: world.clock,
        }) ?? []
      for (const { title = '' } of found) {
        for (const { by } of userKnows) for (const { match, value } of by) expect(fits(title, match, value)).toBe(false)
      }
    })
  })

  it('tell the assistant how the session stands', () => {
    for (const { world, userKnows } of SCENARIOS) {
      const state = world.stateOf('ticketing')
      const told = (ticketing.definition.briefings ?? []).filter(({ when }) => when(state))
      expect(told).toHaveLength(1)
      for (const { pattern, values } of told) {
        for (const [, slot = ''] of pattern.matchAll(/<(\w+)/g))
          expect(values(state, userKnows)[slot]).toEqual(expect.anything())
      }
    }
  })
})

function placesOf(candidate: JsonObject): string[] {
  return Object.entries(candidate).flatMap(([name, value]: [string, Json]) =>
    name === 'updates' ? Object.keys(value as JsonObject).map((key) => `updates/${key}`) : [name],
  )
}
