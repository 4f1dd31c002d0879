import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/core/json.js'
import { untag } from '../../../src/core/number.js'
import { createRng } from '../../../src/core/random.js'
import { fits } from '../../../src/core/reference.js'
import { callTool, createScenario } from '../../../src/environment/index.js'
import { travel } from '../../../src/environments/travel/environment.js'
import { load } from '../../../src/environments/travel/load.js'
import type { State } from '../../../src/environments/travel/state.js'
import { bfclPresent, goldenRecords } from '../../support/golden.js'
import { goldenDifferences } from '../../support/golden-environment.js'

if (!bfclPresent) console.log('travel: reference data absent, golden transcripts not replayed')

describe.skipIf(!bfclPresent)('travel replays the golden transcripts', () => {
  it.each(['fuzz_TravelAPI', 'gt_base', 'gt_long_context', 'gt_miss_func', 'gt_miss_param'])('%s', (file) => {
    const { calls, states, differences } = goldenDifferences(
      goldenRecords(`${file}.jsonl.gz`),
      'TravelAPI',
      travel,
      load,
    )
    console.log(`travel ${file}: ${calls} calls, ${states} states, ${differences.length} differences`)
    expect(differences).toEqual([])
  })
})

const CLOCK = '2026-03-10T09:00:00'
const SCENARIOS = Array.from({ length: 200 }, (_, seed) =>
  createScenario([travel], createRng(seed), seed % 10 === 9 ? 4 : 1),
)
const start = load(
  {
    credit_card_list: {
      main: { card_number: '4111222233334471', cardholder_name: 'Ada Novak', balance: 5000 },
      empty: { card_number: '5', balance: 10 },
      odd: {},
    },
    booking_record: {
      trip: {
        card_id: 'main',
        travel_date: '2026-05-05',
        travel_from: 'RMS',
        travel_to: 'SBK',
        travel_class: 'economy',
        travel_cost: 220,
        transaction_id: '1',
      },
      bare: {},
      lost: { card_id: 'gone', travel_cost: 1 },
    },
    access_token: 'key',
    token_expires_in: 60,
    user_first_name: 'Ada',
    user_last_name: 'Novak',
  },
  { longContext: false, extension: {} },
)
const flight = {
  access_token: 'key',
  card_id: 'main',
  travel_date: '2026-05-06',
  travel_from: 'RMS',
  travel_to: 'SBK',
  travel_class: 'economy',
}
const cover = { access_token: 'key', insurance_type: 'basic', booking_id: 'trip', insurance_cost: 50, card_id: 'main' }
const card = {
  access_token: 'key',
  card_number: '1',
  expiration_date: '01/2030',
  cardholder_name: 'Ada Novak',
  card_verification_number: 123,
}
const person = { first_name: 'Ada', last_name: 'Novak', date_of_birth: '1990-01-01', passport_number: 'US1' }

function outcome(tool: string, args: JsonObject, change: Partial<State> = {}): unknown {
  const { error, value } = callTool(travel, tool, args, { ...start, ...change }, CLOCK)
  return error ? [error.code, value] : untag(value)
}

describe('travel refuses', () => {
  const refused = (code: string, text: string, status: JsonObject = {}): unknown => [code, { ...status, error: text }]
  const raised = (code: string, text: string): unknown => [code, `Error during execution: ${text}`]
  const noBooking = { booking_status: false }

  it.each([
    'get_credit_card_balance',
    'get_booking_history',
    'retrieve_invoice',
    'set_budget_limit',
    'register_credit_card',
  ])('%s with a bad token', (tool) => {
    expect(outcome(tool, { ...card, access_token: 'other' })).toEqual(
      refused('not-authenticated', 'Invalid access token'),
    )
    expect(outcome(tool, card, { token_expires_in: 0 })).toEqual(refused('not-authenticated', 'Token expired'))
  })

  it.each([
    ['book_flight', noBooking],
    ['cancel_booking', { cancel_status: false }],
    ['purchase_insurance', { insurance_status: false }],
  ])('%s with a bad token', (tool, status) => {
    expect(outcome(tool, { ...flight, ...cover, access_token: 'other' })).toEqual(
      refused('not-authenticated', 'Invalid access token', status),
    )
    expect(outcome(tool, { ...flight, ...cover }, { token_expires_in: 0 })).toEqual(
      refused('not-authenticated', 'Token expired', status),
    )
  })

  it('cards', () => {
    expect(outcome('register_credit_card', card, { token_expires_in: null })).toEqual(
      refused('not-authenticated', 'Token not initialized'),
    )
    expect(outcome('register_credit_card', { ...card, card_number: 'main' })).toEqual(
      refused('exists', 'Card already registered'),
    )
    expect(outcome('get_credit_card_balance', { access_token: 'key', card_id: 'x' })).toEqual(
      refused('not-found', "Card not registered. Here are a list of card_id's: ['main', 'empty', 'odd']"),
    )
    expect(outcome('get_credit_card_balance', { access_token: 'key', card_id: 'odd' })).toEqual(
      raised('missing-field', "'balance'"),
    )
  })

  it.each([
    [{ card_id: 'x' }, 'not-found', 'Card not registered'],
    [{ card_id: 'odd' }, 'missing-field', 'Balance not found'],
    [{ travel_from: 'X' }, 'invalid-value', 'Invalid departure airport code: X'],
    [{ travel_to: 'PVG' }, 'invalid-value', 'Invalid destination airport code: PVG'],
    [{ travel_date: '2026-02-30' }, 'invalid-value', 'Invalid date format. Use YYYY-MM-DD.'],
    [
      { travel_class: 'Economy' },
      'invalid-value',
      "Invalid travel class. Must be one of {'economy', 'business', 'first'}",
    ],
    [{ travel_from: 'SBK', travel_to: 'RMS' }, 'no-route', 'No available route for the given airports.'],
    [{ card_id: 'empty' }, 'insufficient-funds', 'Insufficient funds'],
  ])('booking with %j', (change, code, text) => {
    expect(outcome('book_flight', { ...flight, ...change })).toEqual(refused(code, text, noBooking))
  })

  it('spending below the budget limit', () => {
    expect(outcome('book_flight', flight, { budget_limit: 6000 })).toEqual(
      refused('over-budget', 'Balance is less than budget limit', noBooking),
    )
    expect(outcome('purchase_insurance', cover, { budget_limit: 40 })).toEqual(
      refused('over-budget', 'Exceeded budget limit', { insurance_status: false }),
    )
  })

  it('unknown bookings and cards', () => {
    const lost = { access_token: 'key', booking_id: 'x', message: 'Hello' }
    expect(outcome('retrieve_invoice', lost)).toEqual(refused('not-found', 'Booking not found'))
    expect(outcome('contact_customer_support', lost)).toEqual(refused('not-found', 'Booking not found'))
    expect(outcome('cancel_booking', lost)).toEqual(refused('not-found', 'Booking not found', { cancel_status: false }))
    expect(outcome('purchase_insurance', { ...cover, ...lost })).toEqual(
      refused('not-found', 'Booking not found', { insurance_status: false }),
    )
    expect(outcome('purchase_insurance', { ...cover, card_id: 'x' })).toEqual(
      refused('not-found', 'Credit card not registered', { insurance_status: false }),
    )
  })

  it('records that lack a field', () => {
    expect(outcome('retrieve_invoice', { access_token: 'key', booking_id: 'bare' })).toEqual(
      raised('missing-field', "'travel_date'"),
    )
    expect(outcome('cancel_booking', { access_token: 'key', booking_id: 'bare' })).toEqual(
      raised('missing-field', "'card_id'"),
    )
    expect(outcome('cancel_booking', { access_token: 'key', booking_id: 'lost' })).toEqual(
      raised('missing-field', "'gone'"),
    )
    expect(outcome('purchase_insurance', { ...cover, card_id: 'odd' })).toEqual(raised('missing-field', "'balance'"))
  })

  it('prices and rates it does not have', () => {
    expect(outcome('get_flight_cost', { ...flight, travel_to: 'PEK' })).toEqual(
      raised('no-route', 'No available route for the given airports.'),
    )
    expect(outcome('get_flight_cost', { ...flight, travel_class: 'premium' })).toEqual(
      raised('invalid-value', 'Invalid travel class. Options are: economy, business, first.'),
    )
    expect(outcome('compute_exchange_rate', { base_currency: 'EUR', target_currency: 'GBP', value: 1 })).toEqual(
      raised('no-rate', 'No available exchange rate for the given currencies.'),
    )
  })

  it.each([
    [{ first_name: 'Bob' }, 'Cannot book flight information for another user.Expected Ada Novak, got Bob Novak'],
    [{ date_of_birth: '1.1.1990' }, 'Invalid date of birth format. Please use YYYY-MM-DD.'],
    [{ date_of_birth: '2008-03-11' }, 'Traveler must be at least 18 years old.'],
    [{ passport_number: 'GB1' }, 'Passport must be issued by the United States.'],
  ])('travellers with %j', (change, text) => {
    expect(outcome('verify_traveler_information', { ...person, ...change })).toEqual([
      'not-verified',
      { verification_status: false, verification_failure: text },
    ])
  })

  it('ill-typed arguments without crashing', () => {
    for (const [tool, { parameters }] of travel.specs.map((spec) => [spec.name, spec] as const)) {
      const names = Object.keys(parameters['properties'] as JsonObject)
      for (const value of [null, 7, true, 'x', [], {}]) {
        const args = Object.fromEntries(names.map((name) => [name, name === 'access_token' ? 'key' : value]))
        expect(() => outcome(tool, args)).not.toThrow()
      }
    }
  })
})

it('travel accepts a traveller on the eighteenth birthday', () => {
  expect(outcome('verify_traveler_information', { ...person, date_of_birth: '2008-03-10' })).toEqual({
    verification_status: true,
  })
})

it('travel converts to dollars in cents, ties to even', () => {
  expect(outcome('compute_exchange_rate', { base_currency: 'EUR', target_currency: 'USD', value: 0.1 })).toEqual({
    exchanged_value: 0.12,
  })
  expect(outcome('compute_exchange_rate', { base_currency: 'EUR', target_currency: 'USD', value: 0.3 })).toEqual({
    exchanged_value: 0.37,
  })
})

/** The token, and a connection if there is none: what tools must find. */
function connected(state: State): { state: State; token: string } {
  const keys = state.credentials
  if (!keys) return { state, token: String(state.access_token) }
  const { first_name, last_name, ...rest } = keys
  const called = callTool(
    travel,
    'authenticate_travel',
    { ...rest, user_first_name: first_name, user_last_name: last_name },
    state,
    CLOCK,
  )
  return { state: called.state as State, token: (called.value as { access_token: string }).access_token }
}

describe('records', () => {
  it('have their fields in the order of the original, however the arguments came', () => {
    const reversed = (args: JsonObject): JsonObject => Object.fromEntries(Object.entries(args).toReversed())
    const registered = callTool(travel, 'register_credit_card', reversed(card), start, CLOCK)
    const { state } = callTool(travel, 'book_flight', reversed({ ...flight, card_id: 'main' }), registered.state, CLOCK)
    expect(Object.keys((state as State).credit_card_list.at(-1)?.card ?? {})).toEqual([
      'card_number',
      'expiration_date',
      'cardholder_name',
      'card_verification_number',
      'balance',
    ])
    expect(Object.keys((state as State).booking_record.at(-1)?.booking ?? {})).toEqual([
      'card_id',
      'travel_date',
      'travel_from',
      'travel_to',
      'travel_class',
      'travel_cost',
      'transaction_id',
    ])
  })
})

describe('travel scenarios', () => {
  it('are legal and all different', () => {
    const states = SCENARIOS.map(({ world }) => world.stateOf('travel'))
    for (const state of states) expect(travel.definition.state.safeParse(state).success).toBe(true)
    expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(states.length)
    for (const { situations } of SCENARIOS) expect(new Set(situations['travel']).size).toBeGreaterThanOrEqual(3)
  })

  it('describe cards and bookings without ambiguity', () => {
    for (const { world, userKnows } of SCENARIOS) {
      const { credit_card_list, booking_record } = world.stateOf('travel') as State
      const records = {
        card: credit_card_list.map((entry) => entry.card),
        booking: booking_record.map((entry) => entry.booking),
      }
      for (const { entity, by } of userKnows.filter((known) => known.entity === 'card' || known.entity === 'booking')) {
        expect(by.length).toBeGreaterThan(0)
        for (const { field, match, value } of by) {
          expect(records[entity as 'card' | 'booking'].filter((each) => fits(each[field], match, value))).toHaveLength(
            1,
          )
        }
      }
    }
  })

  it('offer only candidates that succeed and match their declaration', () => {
    const offered = new Map<string, number>()
    SCENARIOS.forEach(({ world, userKnows }, seed) => {
      const initial = world.stateOf('travel') as State
      const { state, token } = connected(initial)
      for (const [name, tool] of Object.entries(travel.definition.tools)) {
        const found =
          tool.candidates?.({
            state: initial,
            known: userKnows,
            random: createRng(`candidates ${seed}`),
            clock: world.clock,
          }) ?? []
        for (const candidate of name === 'authenticate_travel' ? [] : found) {
          const parameters = travel.spec(name)?.parameters['properties'] as JsonObject
          const args = { ...candidate, ...('access_token' in parameters ? { access_token: token } : {}) }
          const called = callTool(travel, name, args, state, world.clock)
          expect([name, args, called.error, called.value]).toEqual([name, args, undefined, called.value])
          expect(tool.returns?.safeParse(untag(called.value)).error).toBeUndefined()
          const changed = JSON.stringify(travel.observe(called.state)) !== JSON.stringify(travel.observe(state))
          expect([name, changed]).toEqual([name, tool.effect !== 'read'])
          const said = tool.phrases?.asks.join(' ') ?? ''
          for (const parameter of Object.keys(candidate)) expect(said).toMatch(new RegExp(`<${parameter}[:>]`))
        }
        offered.set(name, (offered.get(name) ?? 0) + Math.sign(found.length))
      }
    })
    for (const [name, scenarios] of offered) expect([name, scenarios > 50]).toEqual([name, true])
  })

  it('tell the assistant how the account stands', () => {
    for (const { world, userKnows } of SCENARIOS) {
      const state = world.stateOf('travel')
      const told = (travel.definition.briefings ?? []).filter(({ when }) => when(state))
      expect(told).toHaveLength(2)
      for (const { pattern, values } of told) {
        for (const [, slot = ''] of pattern.matchAll(/<(\w+)/g))
          expect(values(state, userKnows)[slot]).toEqual(expect.anything())
      }
    }
  })
})
