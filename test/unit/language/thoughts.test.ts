import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import * as builtIn from '../../../src/environments/index.js'
import { considerDates, gist, type Intention, lexiconOf, think } from '../../../src/language/index.js'

const lexicon = lexiconOf(Object.values(builtIn))
const thoughtsOf = (...intentions: Intention[]): string[] =>
  Array.from({ length: 40 }, (_, seed) => think(lexicon, intentions, createRng(`thought${seed}`)) ?? '')
const airport = (city: string): Intention => ({
  tool: 'get_nearest_airport_by_city',
  arguments: { location: { by: 'value', value: city } },
  why: {
    kind: 'lookup',
    noun: ['airport code', 'airport codes'],
    for: { tool: 'book_flight', arguments: {} },
    described: { parameter: 'travel_to', words: city, way: 'name', kind: ['city', 'cities'] },
  },
})
const booking = {
  parameter: 'booking_id',
  noun: ['booking id', 'booking ids'],
  value: '8499620',
  before: false,
} as const
const cancelling = (found: Extract<Intention['why'], { kind: 'goal' }>['found']): Intention => ({
  tool: 'cancel_booking',
  arguments: {},
  why: { kind: 'goal', found },
})

describe('a chain of thought', () => {
  it('says in a few words what a call is for', () => {
    expect(
      ['book_flight', 'liter_to_gallon', 'place_order', 'mv', 'filter_stocks_by_price'].map((tool) =>
        gist(lexicon, tool),
      ),
    ).toEqual([
      'book a flight',
      'convert liters to gallons',
      'place an order',
      'move a file or directory',
      'keep those stocks of a list whose price lies in a range',
    ])
    for (const tool of lexicon.tools) expect(gist(lexicon, tool).split(' ').length).toBeLessThanOrEqual(13)
  })

  it('is absent where one thing was found and nothing is to be decided', () => {
    expect(new Set(thoughtsOf(cancelling([booking])))).toEqual(new Set(['']))
  })

  it('shows the comparison behind a superlative', () => {
    const choice = { by: 'extreme', extreme: { end: 'most', of: 'travel_cost' }, own: 5500 } as const
    const compared = thoughtsOf(cancelling([{ ...booking, choice: { ...choice, values: [300, 5500, 920] } }]))
    for (const thought of compared) expect(thought).toMatch(/300, 5500 and 920.*(5500|highest).*8499620/)
    const values = [300, 5500, 920, 80, 1, 2, 3]
    for (const thought of thoughtsOf(cancelling([{ ...booking, choice: { ...choice, values } }])))
      expect(thought).toMatch(/5500.*920.*8499620/)
    const least = { ...choice, extreme: { end: 'least', of: 'travel_cost' }, own: 300, values: [920, 300] } as const
    for (const thought of thoughtsOf(cancelling([{ ...booking, choice: least }]))) expect(thought).toContain('lowest')
  })

  it('says which look-ups are missing for what, and names nothing twice', () => {
    for (const thought of thoughtsOf(airport('Boston'), airport('Pinehaven'))) {
      expect(thought).toMatch(/airport codes/)
      for (const city of ['Boston', 'Pinehaven']) expect(thought.split(city).length).toBeLessThanOrEqual(2)
    }
    for (const thought of thoughtsOf(airport('Boston'))) expect(thought.split('Boston')).toHaveLength(2)
  })

  it('says which look-up is for which call', () => {
    const lookup = (tool: string, noun: [string, string], goal: string): Intention => ({
      tool,
      arguments: {},
      why: { kind: 'lookup', noun, for: { tool: goal, arguments: {} } },
    })
    const token = lookup('authenticate_travel', ['access token', 'access tokens'], 'get_booking_history')
    const card = lookup('get_all_credit_cards', ['card id', 'card ids'], 'purchase_insurance')
    for (const thought of thoughtsOf(token, card))
      expect(thought).toMatch(/(bookings I need an access token.* a card id|access token to .*bookings.* card id to )/)
  })

  it('begins with the wish where what comes first only leads there', () => {
    const pressing: Intention = {
      tool: 'pressBrakePedal',
      arguments: {},
      why: {
        kind: 'condition',
        condition: 'vehicle:brake-pressed',
        lacking: false,
        for: { tool: 'startEngine', arguments: {} },
        towards: { tool: 'setCruiseControl', arguments: {} },
      },
    }
    for (const thought of thoughtsOf(pressing)) expect(thought).toMatch(/^[^.]*cruise[^.]*start the engine.*\. .*brake/)
  })

  it('tells what is known not to hold from what nobody told', () => {
    const locking = (lacking: boolean): Intention => ({
      tool: 'lockDoors',
      arguments: {
        unlock: { by: 'value', value: false },
        door: { by: 'value', value: ['driver', 'passenger', 'rear_left', 'rear_right'] },
      },
      why: {
        kind: 'condition',
        condition: 'vehicle:doors-locked',
        lacking,
        for: { tool: 'startEngine', arguments: {} },
      },
    })
    for (const thought of thoughtsOf(locking(true))) expect(thought).toMatch(/are not (all locked|yet)/)
    for (const thought of thoughtsOf(locking(false))) expect(thought).toMatch(/to be sure|can't be sure|no harm/)
    for (const thought of [...thoughtsOf(locking(true)), ...thoughtsOf(locking(false))])
      expect(thought).not.toMatch(/right away|quickly/)
  })

  it('counts a day from the day of the week only where the words name one', () => {
    const datesOf = (words: string, date: string): string[] =>
      Array.from(
        { length: 20 },
        (_, seed) =>
          considerDates(
            `Cancel my flight ${words}.`,
            [{ tool: 'cancel_booking', arguments: { booking_id: { by: 'value', value: date } } }],
            '2026-11-16',
            createRng(seed),
          ) ?? '',
      )
    const [byDay, byMonth] = [datesOf('on Friday', '2026-11-20'), datesOf('on the 27th of next month', '2026-12-27')]
    for (const thought of byDay) expect(thought).toContain('Friday')
    for (const thought of byMonth) expect(thought).toMatch(/27th of next month .*December 27, 2026/)
    expect(byDay.join(' ')).toContain('Monday')
    expect(byMonth.join(' ')).toContain('November 16, 2026')
    expect(byMonth.join(' ')).not.toContain('Monday')
  })

  it('never repeats a password', () => {
    const login: Intention = {
      tool: 'ticket_login',
      arguments: { username: { by: 'value', value: 'uma89' }, password: { by: 'value', value: 'Maple-Pebble-867' } },
      why: {
        kind: 'condition',
        condition: 'ticketing:signed-in',
        lacking: false,
        for: { tool: 'create_ticket', arguments: {} },
      },
    }
    for (const thought of thoughtsOf(login)) expect(thought).not.toMatch(/Maple|uma89/)
  })
})
