import { describe, expect, it } from 'vitest'
import { answer } from '../../../src/agents/reasoning/answer.js'
import { worldKind } from '../../../src/catalog/worlds.js'
import type { Json, JsonObject } from '../../../src/core/json.js'
import type { Message } from '../../../src/core/message.js'
import { createRng } from '../../../src/core/random.js'
import type { Request } from '../../../src/core/reference.js'
import type { Environment } from '../../../src/environment/index.js'
import * as builtIn from '../../../src/environments/index.js'
import { knowledgeOf } from '../../../src/graph/index.js'
import { visibleOf } from '../../../src/language/index.js'

interface Made {
  readonly tool: string
  readonly arguments?: JsonObject
  readonly result: Json
}

interface Talk {
  readonly environment: Environment
  readonly system?: string
  /** Turns that were finished before. */
  readonly before?: readonly (readonly Made[])[]
  readonly calls: readonly Made[]
}

function spoken(turns: readonly (readonly Made[])[], system: string): Message[] {
  return [
    { role: 'system', content: system },
    ...turns.flatMap((calls, turn): Message[] => [
      { role: 'user', content: 'Please.' },
      ...calls.flatMap(({ tool: name, arguments: args = {}, result }, i): Message[] => {
        const id = `t${turn}c${i}`
        return [
          {
            role: 'assistant',
            content: '',
            tool_calls: [{ id, type: 'function', function: { name, arguments: args } }],
          },
          { role: 'tool', tool_call_id: id, name, content: JSON.stringify(result) },
        ]
      }),
    ]),
  ]
}

/** The different answers that thirty seeds give. */
function answersTo(
  { environment, system = 'Help.', before = [], calls }: Talk,
  requests: readonly Request[],
  goals: readonly number[],
): string[] {
  const { graph, lexicon } = worldKind([environment]).semantics
  const visible = visibleOf(lexicon, spoken([...before, calls], system), environment.specs)
  const done = { graph, lexicon, visible, knowledge: knowledgeOf(graph, visible), requests }
  return [...new Set(Array.from({ length: 30 }, (_, seed) => answer(done, goals, createRng(seed))))]
}

const TICKETS: Made = {
  tool: 'get_user_tickets',
  result: [
    { id: 41, title: 'Fire alarm test', description: 'x', status: 'Open', priority: 5, created_by: 'ada' },
    { id: 52, title: 'Lost badge', description: 'y', status: 'Open', priority: 2, created_by: 'ada' },
  ],
}
const CLOSE: Made = { tool: 'close_ticket', arguments: { ticket_id: 41 }, result: { status: 'Ticket 41 closed.' } }
const HIGHEST: Request = {
  tool: 'close_ticket',
  arguments: { ticket_id: { by: 'earlier', which: { end: 'most', of: 'priority' } } },
}
const environment = builtIn.ticketing

describe('an answer', () => {
  it('names what was changed by what results showed, where the user only pointed at it', () => {
    for (const text of answersTo({ environment, calls: [TICKETS, CLOSE] }, [HIGHEST], [1])) {
      expect(text).toMatch(/ticket 41,? "Fire alarm test"/i)
      expect(text).not.toMatch(/priority|",\./)
    }
  })

  it('points back at what it has just named', () => {
    const edit: Made = { tool: 'edit_ticket', arguments: { ticket_id: 41, updates: { priority: 1 } }, result: {} }
    const set: Request = {
      tool: 'edit_ticket',
      arguments: { ticket_id: { by: 'earlier' }, 'updates/priority': { by: 'value', value: 1 } },
    }
    for (const text of answersTo({ environment, calls: [TICKETS, CLOSE, edit] }, [HIGHEST, set], [1, 2]))
      expect(text.match(/Fire alarm test/g)).toHaveLength(1)
  })

  it('points back at what began its first sentence, and at what it has quoted', () => {
    const earlier = { by: 'earlier' } as const
    const found: Made = { tool: 'find_parcel', arguments: { recipient: 'Ada Lo' }, result: { parcel_id: 'P1' } }
    const sent: Made = {
      tool: 'send_to_branch',
      arguments: { parcel_id: 'P1', branch_id: 'B2' },
      result: { parcel_id: 'P1', arrives_in_days: 2 },
    }
    const booked: Made = {
      tool: 'book_pickup',
      arguments: { parcel_id: 'P1', day: '2026-05-03' },
      result: { pickup_code: 'c1', day: '2026-05-03' },
    }
    const sending: Request = {
      tool: 'send_to_branch',
      arguments: { parcel_id: earlier, branch_id: { by: 'value', value: 'B2' } },
    }
    const booking: Request = {
      tool: 'book_pickup',
      arguments: { parcel_id: earlier, day: { by: 'value', value: '2026-05-03' } },
    }
    const desk = { environment: builtIn.mini, before: [[found]], calls: [sent, booked] }
    for (const text of answersTo(desk, [sending, booking], [0, 1]))
      expect(text.match(/the parcel for Ada Lo/gi)).toHaveLength(1)

    const read: Made = {
      tool: 'get_tweet',
      arguments: { tweet_id: 9 },
      result: { id: 9, username: 'ada', content: 'Rain today', tags: [], mentions: [] },
    }
    const shared: Made = { tool: 'retweet', arguments: { tweet_id: 9 }, result: { retweet_status: 'done' } }
    const requests = [read, shared].map(({ tool }): Request => ({ tool, arguments: { tweet_id: earlier } }))
    for (const text of answersTo({ environment: builtIn.posting, calls: [read, shared] }, requests, [0, 1]))
      expect(text.match(/Rain today/g)).toHaveLength(1)
  })

  it('points back at what it has just made, named or not', () => {
    const posted: Made = {
      tool: 'post_tweet',
      arguments: { content: 'Rain today' },
      result: { id: 9, username: 'ada', content: 'Rain today', tags: [], mentions: [] },
    }
    const shared: Made = { tool: 'retweet', arguments: { tweet_id: 9 }, result: { retweet_status: 'done' } }
    const posting: Request = { tool: 'post_tweet', arguments: { content: { by: 'value', value: 'Rain today' } } }
    const sharing: Request = { tool: 'retweet', arguments: { tweet_id: { by: 'earlier' } } }
    const talk = { environment: builtIn.posting, calls: [posted, shared] }
    for (const text of answersTo(talk, [posting, sharing], [0, 1]))
      expect(text.match(/Rain today/g)?.length ?? 0).toBeLessThanOrEqual(1)
  })

  it('says what was changed on the way, and nothing of look-ups', () => {
    const login: Made = {
      tool: 'ticket_login',
      arguments: { username: 'ada', password: 'x' },
      result: { success: true },
    }
    for (const text of answersTo({ environment, calls: [login, TICKETS, CLOSE] }, [HIGHEST], [2]))
      expect(text).toMatch(/(signed|logged) you in\b/i)
    for (const text of answersTo({ environment, calls: [TICKETS, CLOSE] }, [HIGHEST], [1]))
      expect(text).not.toMatch(/you in\b/)
  })

  it('says so where it takes back what the user had done', () => {
    const door = ['driver', 'passenger', 'rear_left', 'rear_right']
    const lock = (unlock: boolean): Made => ({
      tool: 'lockDoors',
      arguments: { unlock, door },
      result: { lockStatus: unlock ? 'unlocked' : 'locked', remainingUnlockedDoors: unlock ? 4 : 0 },
    })
    const start: Made = {
      tool: 'startEngine',
      arguments: { ignitionMode: 'START' },
      result: { engineState: 'running', fuelLevel: 10, batteryVoltage: 12 },
    }
    const wish: Request = { tool: 'startEngine', arguments: { ignitionMode: { by: 'value', value: 'START' } } }
    const talk = { environment: builtIn.vehicle, calls: [lock(false), start] }
    for (const text of answersTo({ ...talk, before: [[lock(true)]] }, [wish], [1]))
      expect(text).toMatch(/locked .*doors again/)
    for (const text of answersTo(talk, [wish], [1])) expect(text).not.toContain('again')
  })

  it('gives a refusal as the reason of what followed it, and of nothing before', () => {
    const door = ['driver', 'passenger', 'rear_left', 'rear_right']
    const press: Made = {
      tool: 'pressBrakePedal',
      arguments: { pedalPosition: 1 },
      result: { brakePedalStatus: 'pressed', brakePedalForce: 1000 },
    }
    const start = (result: Json): Made => ({ tool: 'startEngine', arguments: { ignitionMode: 'START' }, result })
    const lock: Made = {
      tool: 'lockDoors',
      arguments: { unlock: false, door },
      result: { lockStatus: 'locked', remainingUnlockedDoors: 0 },
    }
    const calls = [
      press,
      start({ error: 'All doors must be locked before starting the engine. Here are the unlocked doors: driver' }),
      lock,
      start({ engineState: 'running', fuelLevel: 10, batteryVoltage: 12 }),
    ]
    const wish: Request = { tool: 'startEngine', arguments: { ignitionMode: { by: 'value', value: 'START' } } }
    for (const text of answersTo({ environment: builtIn.vehicle, calls }, [wish], [3])) {
      expect(text).toMatch(/so I locked [a-z ]*doors again\. /)
      expect(text).toMatch(/brake/)
      expect(text).not.toMatch(/brake[^.]* again/)
    }
  })

  it('says which folder it has gone to', () => {
    const calls: Made[] = [
      { tool: 'cd', arguments: { folder: 'archive' }, result: { current_working_directory: 'archive' } },
      { tool: 'rm', arguments: { file_name: 'old.txt' }, result: { result: "'old.txt' removed" } },
    ]
    const remove: Request = { tool: 'rm', arguments: { file_name: { by: 'value', value: 'old.txt' } } }
    const system = 'Working directory: /home.'
    for (const text of answersTo({ environment: builtIn.fileSystem, system, calls }, [remove], [1]))
      expect(text).toMatch(/ archive\b.*\.$/)
  })
})

describe('what goes with an outcome', () => {
  const placed = { order_id: 7, order_type: 'Buy', status: 'Pending', price: 2, amount: 3 }
  const order = { order_type: 'Buy', symbol: 'FRMN', price: 2, amount: 3 }
  const buying: Request = {
    tool: 'place_order',
    arguments: Object.fromEntries(Object.entries(order).map(([name, value]) => [name, { by: 'value', value }])),
  }

  it('is that the market is closed, where the system prompt says so', () => {
    const calls = [{ tool: 'place_order', arguments: order, result: placed }]
    const told = (system: string): string[] => answersTo({ environment: builtIn.trading, system, calls }, [buying], [0])
    for (const text of told('The stock market is closed at the moment.')) expect(text).toMatch(/market is closed/)
    for (const text of told('The stock market is open.')) expect(text).not.toContain('closed')
  })

  it('is the fare, where it was looked up for the same flight', () => {
    const trip = { travel_from: 'RMS', travel_to: 'JFK', travel_date: '2026-05-03', travel_class: 'economy' }
    const booked = { ...trip, access_token: 't1', card_id: 'c1' }
    const calls = [
      {
        tool: 'book_flight',
        arguments: booked,
        result: { booking_id: '77', booking_status: true, booking_history: {} },
      },
    ]
    const request: Request = {
      tool: 'book_flight',
      arguments: Object.fromEntries(Object.entries(trip).map(([name, value]) => [name, { by: 'value', value }])),
    }
    const after = (quoted: JsonObject): string[] =>
      answersTo(
        {
          environment: builtIn.travel,
          before: [[{ tool: 'get_flight_cost', arguments: quoted, result: { travel_cost_list: [480] } }]],
          calls,
        },
        [request],
        [0],
      )
    for (const text of after(trip)) expect(text).toContain('$480')
    for (const text of after({ ...trip, travel_class: 'first' })) expect(text).not.toContain('480')
  })

  it('is told instead where nothing changed', () => {
    const adding: Request = { tool: 'add_to_watchlist', arguments: { stock: { by: 'value', value: 'FRMN' } } }
    const told = (watchlist: string[]): string[] =>
      answersTo(
        {
          environment: builtIn.trading,
          calls: [{ tool: 'add_to_watchlist', arguments: { stock: 'FRMN' }, result: { watchlist } }],
        },
        [adding],
        [0],
      )
    for (const text of told(['FRMN', 'RVLN'])) expect(text).toMatch(/already|as it was/)
    for (const text of told(['RVLN', 'FRMN'])) expect(text).not.toMatch(/already|as it was/)
  })
})
