import { describe, expect, it } from 'vitest'
import { type Json, type JsonObject } from '../../../src/core/json.js'
import { createRng } from '../../../src/core/random.js'
import { callTool, createScenario } from '../../../src/environment/index.js'
import { message } from '../../../src/environments/message/environment.js'
import { load } from '../../../src/environments/message/load.js'
import type { State } from '../../../src/environments/message/state.js'
import { goldenDifferences } from '../../support/golden-environment.js'
import { bfclPresent, goldenRecords } from '../../support/golden.js'

if (!bfclPresent) console.log('message: BFCL reference data absent, golden transcripts not run')

const GOLDEN = ['fuzz_MessageAPI', 'gt_base', 'gt_long_context', 'gt_miss_func', 'gt_miss_param']
const CLOCK = '2026-03-02T09:00:00'

function session(config: JsonObject = {}): { call: (tool: string, args?: JsonObject) => Json; state: () => State } {
  let state: Json = load(config)
  return {
    call(tool, args = {}) {
      const called = callTool(message, tool, args, state, CLOCK)
      state = called.state
      return called.value
    },
    state: () => state as unknown as State,
  }
}

describe.skipIf(!bfclPresent)('golden transcripts of MessageAPI', () => {
  it.each(GOLDEN)('%s', (file) => {
    const { calls, states, differences } = goldenDifferences(
      goldenRecords(`${file}.jsonl.gz`),
      'MessageAPI',
      message,
      load,
    )
    console.log(`${file}: ${calls} calls, ${states} states, ${differences.length} differences`)
    expect(differences).toEqual([])
  })
})

describe('errors', () => {
  it.each([
    ['send_message', { receiver_id: 'USR002', message: 'hi' }],
    ['delete_message', { receiver_id: 'USR002' }],
    ['view_messages_sent', {}],
    ['search_messages', { keyword: 'x' }],
    ['get_message_stats', {}],
  ])('%s needs a session', (tool, args) => {
    expect(session().call(tool, args)).toEqual({ error: 'No user is currently logged in.' })
  })

  it('unknown people are refused', () => {
    const { call } = session({ current_user: 'USR001' })
    expect(call('get_user_id', { user: 'Zoe' })).toEqual({ error: "User 'Zoe' not found in the workspace." })
    expect(call('message_login', { user_id: 'Zoe' })).toEqual({
      login_status: false,
      message: "User ID 'Zoe' not found.",
    })
    expect(call('send_message', { receiver_id: 'Zoe', message: 'hi' })).toEqual({
      error: "Receiver ID 'Zoe' not found.",
    })
    expect(call('delete_message', { receiver_id: 'USR001' })).toEqual({ error: 'Receiver ID USR001 not found.' })
  })

  it('a failed new contact still counts', () => {
    const { call, state } = session({ user_count: 3 })
    expect(call('add_contact', { user_name: 'Alice' })).toEqual({ error: "User name 'Alice' already exists." })
    expect(call('add_contact', { user_name: 'Zoe' })).toEqual({ error: "User ID 'USR004' already exists." })
    expect(call('add_contact', { user_name: 'Zoe' })).toMatchObject({ user_id: 'USR005' })
    expect(state().user_count).toBe(5)
  })

  it('contents that are no texts, and empty entries, end the call', () => {
    const lists = session({ current_user: 'USR001', inbox: [{ USR002: ['hi'] }] })
    expect(lists.call('search_messages', { keyword: 'hi' })).toBe(
      "Error during execution: 'list' object has no attribute 'lower'",
    )
    const nothing = session({ current_user: 'USR001', inbox: [{}] })
    expect(nothing.call('view_messages_sent')).toBe('Error during execution: list index out of range')
  })
})

describe('messages', () => {
  it('deletes the first of equal messages', () => {
    const { call, state } = session({
      current_user: 'USR001',
      inbox: [{ USR002: 'a' }, { USR003: 'b' }, { USR002: 'a' }],
    })
    call('delete_message', { receiver_id: 'USR002' })
    expect(state().inbox).toEqual([[['USR003', 'b']], [['USR002', 'a']]])
  })

  it('draws ids that were not used before, and none when refused', () => {
    const { call, state } = session({ current_user: 'USR001' })
    call('send_message', { receiver_id: 'Zoe', message: 'hi' })
    expect(state().generator.drawn).toBe(0)
    const ids = [1, 2, 3].map(
      () => call('send_message', { receiver_id: 'USR002', message: 'hi' }) as { message_id: { new_id: number } },
    )
    expect(ids.map(({ message_id }) => message_id.new_id)).toEqual([67410, 41772, 24547])
  })
})

describe('scenarios', () => {
  const drawn = Array.from({ length: 200 }, (_, seed) => createScenario([message], createRng(seed)))
  const stateOf = ({ world }: (typeof drawn)[number]): State => world.stateOf('message') as unknown as State

  it('are valid, all different, and grow with their size', () => {
    for (const scenario of drawn) {
      message.definition.state.parse(scenario.world.stateOf('message'))
      const openers = scenario.situations['message'] ?? []
      expect(openers.length).toBeGreaterThanOrEqual(3)
      for (const situation of openers) expect(situation).not.toMatch(/[\d"]/)
    }
    expect(new Set(drawn.map(({ world }) => world.digest())).size).toBe(200)
    const large = createScenario([message], createRng(1), 8)
    message.definition.state.parse(large.world.stateOf('message'))
    expect(stateOf(large).user_map.length).toBeGreaterThanOrEqual(60)
  })

  it('descriptions of people are theirs alone', () => {
    for (const scenario of drawn) {
      const { user_map } = stateOf(scenario)
      expect(new Set(user_map.map(([name]) => name)).size).toBe(user_map.length)
      expect(new Set(user_map.map(([, id]) => id)).size).toBe(user_map.length)
      for (const { entity, value, by } of scenario.userKnows) {
        if (entity === 'user') expect(user_map).toContainEqual([by[0]?.value, value])
      }
    }
  })

  it('every candidate succeeds with a result as described once the user is signed in', () => {
    const failures: string[] = []
    for (const [seed, scenario] of drawn.entries()) {
      const account = stateOf(scenario).account ?? ''
      for (const { name } of message.specs) {
        const tool = message.tool(name)
        const context = {
          state: stateOf(scenario) as never,
          known: scenario.userKnows,
          random: createRng(`${seed}`),
          clock: CLOCK,
        }
        for (const args of tool?.candidates?.(context) ?? []) {
          const world = scenario.world.fork()
          world.call({ id: '0', name: 'message_login', arguments: { user_id: account } })
          const { error, value } = world.call({
            id: '1',
            name,
            arguments: name === 'message_login' ? { user_id: account } : args,
          })
          const fine = !error && tool?.returns?.safeParse(value).success && !Object.values(args).join('').includes('"')
          if (!fine) failures.push(`${name} ${JSON.stringify(args)} ${JSON.stringify(value)}`)
        }
      }
    }
    expect(failures).toEqual([])
  })
})
