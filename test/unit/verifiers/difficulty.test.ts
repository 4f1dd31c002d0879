import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Json, JsonObject } from '../../../src/core/json.js'
import { createRng } from '../../../src/core/random.js'
import type { Reference, Request } from '../../../src/core/reference.js'
import { ToolError } from '../../../src/core/errors.js'
import type { Visible, VisibleCall } from '../../../src/core/visible.js'
import { createWorld, defineEnvironment, defineTool, entity, type World } from '../../../src/environment/index.js'
import { buildGraph, knowledgeOf } from '../../../src/graph/index.js'
import { walk } from '../../../src/phases/graph-interaction/walk.js'
import { type Challenge, difficultyOf, LADDER, solves } from '../../../src/verifiers/difficulty.js'
import { present } from '../../support/rows.js'

const state = z.object({
  members: z.record(z.string(), z.object({ name: z.string(), nickname: z.string() })),
  rooms: z.record(z.string(), z.object({ name: z.string(), seats: z.number(), light: z.string(), wall: z.string() })),
  entered: z.boolean(),
  notes: z.array(z.string()),
  swept: z.boolean(),
  session: z.boolean(),
})
type State = z.infer<typeof state>

const member = entity('member', z.string())
const room = entity('room', z.string())
const ticket = entity('ticket', z.string())
const badge = entity('badge', z.string())
const colour = entity('colour', z.string())
const tool = defineTool<State>()

function inRoom(
  draft: () => State,
  from: State,
  id: string,
  change: (found: State['rooms'][string]) => void,
): JsonObject {
  if (!from.rooms[id]) throw new ToolError('not-found', { error: `There is no room ${id}.` })
  change(present(draft().rooms[id]))
  return { room_id: id }
}

/** A club house with one trap for each weak solver, and tools without. */
const club = defineEnvironment<State>({
  name: 'club',
  version: 1,
  summary: 'A club house.',
  state,
  unobserved: ['session'],
  conditions: { open: ({ session }) => session },
  scenario: () => ({ state: HOUSE, userKnows: [], situations: [] }),
  tools: {
    unlock_house: tool({
      description: 'Unlock the house.',
      effect: 'session',
      parameters: z.object({}),
      establishes: ['open'],
      run({ draft }) {
        draft().session = true
        return {}
      },
    }),
    sweep_hall: tool({
      description: 'Sweep the hall.',
      effect: 'write',
      parameters: z.object({}),
      requires: ['open'],
      run({ state: from, draft }) {
        if (!from.session) throw new ToolError('locked', { error: 'The house is locked.' })
        draft().swept = true
        return {}
      },
    }),
    find_member: tool({
      description: 'Find a member.',
      effect: 'read',
      parameters: z.object({ name: z.string() }),
      returns: z.object({ member_id: member }),
      run({ state: { members }, args: { name } }) {
        const [id] = Object.entries(members).find(([, found]) => found.name === name) ?? []
        if (!id) throw new ToolError('not-found', { error: 'Nobody.' })
        return { member_id: id }
      },
    }),
    draw_ticket: tool({
      description: 'Draw a ticket.',
      effect: 'read',
      parameters: z.object({}),
      returns: z.object({ ticket }),
      run: () => ({ ticket: 'T7' }),
    }),
    print_badge: tool({
      description: 'Print the badge for a ticket.',
      effect: 'read',
      parameters: z.object({ ticket }),
      returns: z.object({ badge }),
      run: ({ args }) => ({ badge: `badge of ${args.ticket}` }),
    }),
    enter_hall: tool({
      description: 'Enter the hall.',
      effect: 'write',
      parameters: z.object({ badge }),
      run({ draft, args }) {
        if (args.badge !== 'badge of T7') throw new ToolError('refused', { error: 'No such badge.' })
        draft().entered = true
        return {}
      },
    }),
    nickname_for: tool({
      description: 'Give a member a nickname.',
      effect: 'write',
      parameters: z.object({ member_id: member, nickname: z.string() }),
      run({ state: { members }, draft, args: { member_id, nickname } }) {
        if (!members[member_id]) throw new ToolError('not-found', { error: 'Nobody.' })
        present(draft().members[member_id]).nickname = nickname
        return {}
      },
    }),
    list_all: tool({
      description: 'List the rooms.',
      effect: 'read',
      parameters: z.object({}),
      returns: z.object({ rooms: z.array(z.object({ room_id: room, name: z.string() })) }),
      run: ({ state: { rooms } }) => ({
        rooms: Object.entries(rooms).map(([room_id, { name }]) => ({ room_id, name })),
      }),
    }),
    seat_guests: tool({
      description: 'Put chairs into a room.',
      effect: 'write',
      parameters: z.object({ room_id: room, seats: z.number().int().default(4) }),
      run: ({ state: from, draft, args: { room_id, seats } }) =>
        inRoom(draft, from, room_id, (found) => (found.seats = seats)),
    }),
    light_room: tool({
      description: 'Light a room.',
      effect: 'write',
      parameters: z.object({ room_id: room, colour }),
      run: ({ state: from, draft, args }) => inRoom(draft, from, args.room_id, (found) => (found.light = args.colour)),
    }),
    paint_room: tool({
      description: 'Paint a room.',
      effect: 'write',
      parameters: z.object({ room_id: room, colour }),
      run: ({ state: from, draft, args }) => inRoom(draft, from, args.room_id, (found) => (found.wall = args.colour)),
    }),
    add_note: tool({
      description: 'Pin a note to the wall.',
      effect: 'write',
      parameters: z.object({ text: z.string() }),
      run({ draft, args: { text } }) {
        draft().notes.push(text)
        return {}
      },
    }),
  },
})

const HOUSE: State = {
  members: { M1: { name: 'Ada', nickname: '' }, M2: { name: 'Ben', nickname: '' } },
  rooms: {
    R1: { name: 'Cellar', seats: 0, light: 'white', wall: 'white' },
    R2: { name: 'Attic', seats: 0, light: 'white', wall: 'white' },
  },
  entered: false,
  notes: [],
  swept: false,
  session: false,
}

const graph = buildGraph([club])
const said = (value: Json): Reference => ({ by: 'value', value })
const named = (value: string): Reference => ({ by: 'field', field: 'name', match: 'equals', value })
const wish = (name: string, args: Request['arguments'] = {}): Request => ({ tool: name, arguments: args })
const house = (change: Partial<State> = {}): World =>
  createWorld([club], {
    environments: [club.ref],
    state: { club: { ...HOUSE, ...change } },
    clock: '2026-01-01T09:00:00',
  })

const fresh: Visible = { turn: 0, facts: [], conditions: [], places: {}, queries: [], calls: [] }

function challenge(requests: readonly Request[], start = house(), visible = fresh): Challenge {
  const walked = walk(graph, start.fork(), knowledgeOf(graph, visible), requests, createRng(1))
  return { graph, start, visible, trace: present(walked.trace) }
}

/** The turn after one in which the attic was lit. */
function afterLighting(request: Request): Challenge {
  const before = challenge([wish('light_room', { room_id: named('Attic'), colour: said('red') })])
  const start = before.start.fork()
  const calls = before.trace.calls.map(({ call }, index): VisibleCall => ({
    turn: 0,
    index,
    call,
    result: start.call(call),
  }))
  return challenge([request], start, { ...fresh, turn: 1, queries: ['Light the attic.'], calls })
}

const note = wish('add_note', { text: said('Mind the step') })
const seat = (room_id: Reference, seats?: number): Request =>
  wish('seat_guests', { room_id, ...(seats ? { seats: said(seats) } : {}) })

const TRAPS: readonly (readonly [solver: string, trap: string, caught: Challenge, free: Challenge])[] = [
  ['literal', 'a value has to be found', challenge([seat(named('Cellar'))]), challenge([note])],
  ['no-memory', 'a value is from an earlier turn', afterLighting(seat({ by: 'earlier' })), afterLighting(note)],
  [
    'first-item',
    'the thing stands further down a list',
    challenge([seat(named('Attic'))]),
    challenge([seat(named('Cellar'))]),
  ],
  [
    'one-hop',
    'a step needs another step',
    challenge([wish('enter_hall')]),
    challenge([wish('nickname_for', { member_id: named('Ada'), nickname: said('Ace') })]),
  ],
  [
    'skip-prerequisite',
    'something must hold first',
    challenge([wish('sweep_hall')]),
    challenge([wish('sweep_hall')], house({ session: true }), { ...fresh, conditions: ['club:open'] }),
  ],
  [
    'sibling-tool',
    'a near-named tool takes the same words',
    challenge([wish('light_room', { room_id: named('Cellar'), colour: said('red') })]),
    challenge([seat(named('Cellar'))]),
  ],
  [
    'stop-early',
    'there are two wishes',
    challenge([note, wish('add_note', { text: said('Wipe your feet') })]),
    challenge([note]),
  ],
  [
    'ignore-constraint',
    'a limit is asked for',
    challenge([seat(named('Cellar'), 6)]),
    challenge([seat(named('Cellar'))]),
  ],
]

describe('the ladder', () => {
  it('has eight solvers, one row of this table each', () => {
    expect(LADDER.map(({ name }) => name)).toEqual(TRAPS.map(([name]) => name))
  })
})

describe.each(TRAPS)('%s', (name, trap, caught, free) => {
  const solver = present(LADDER.find((one) => one.name === name))

  it(`fails a turn in which ${trap}`, () => {
    expect(solves(solver, caught)).toBe(false)
  })

  it('passes one without that', () => {
    expect(solves(solver, free)).toBe(true)
  })

  it('passes with the handicap taken away', () => {
    expect(solves({ name: 'unimpaired' }, caught)).toBe(true)
    expect(solves({ name: 'unimpaired' }, free)).toBe(true)
  })
})

describe('difficultyOf', () => {
  it('counts the solvers that fail', () => {
    expect(difficultyOf(challenge([note]))).toBe(0)
    for (const [, , caught] of TRAPS)
      expect(difficultyOf(caught)).toBe(LADDER.filter((solver) => !solves(solver, caught)).length)
  })

  it('grows with what a turn asks of an assistant', () => {
    const light = wish('light_room', { room_id: named('Attic'), colour: said('red') })
    const turns = [
      challenge([note]),
      challenge([seat(named('Cellar'))]),
      challenge([light]),
      challenge([light, seat(named('Cellar'), 6)]),
    ]
    const difficulties = turns.map(difficultyOf)
    expect(difficulties).toEqual(difficulties.toSorted((a, b) => a - b))
    expect(new Set(difficulties).size).toBe(turns.length)
  })

  it('moves neither the world nor anything visible', () => {
    const turn = afterLighting(seat(named('Cellar'), 6))
    const [digest, shown] = [turn.start.digest(), JSON.stringify(turn.visible)]
    difficultyOf(turn)
    expect([turn.start.digest(), JSON.stringify(turn.visible)]).toEqual([digest, shown])
  })
})
