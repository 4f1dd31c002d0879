import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/core/json.js'
import { createRng } from '../../../src/core/random.js'
import * as builtIn from '../../../src/environments/index.js'
import { joinReports, lexiconOf, report, tied } from '../../../src/language/index.js'
import { kind, SEND, WEIGH } from '../../support/desk.js'

const { lexicon } = kind.semantics
const texts = (...args: [Parameters<typeof report>[1], Parameters<typeof report>[2]]): string[] => [
  ...new Set(Array.from({ length: 30 }, (_, seed) => report(lexicon, ...args, createRng(seed)) ?? '-')),
]

describe('report', () => {
  it('tells the value that was asked for in every wording', () => {
    const all = texts(WEIGH, { recipient: 'Omar Novak', branch_id: 'B34', grams: 820 })
    expect(all.length).toBeGreaterThan(1)
    for (const text of all) expect(text).toContain('820')
  })

  it('starts with a capital and ends once', () => {
    for (const text of [
      ...texts(SEND, { parcel_id: 'P101', arrives_in_days: 1 }),
      ...texts(WEIGH, { recipient: 'x', branch_id: 'y', grams: 5 }),
    ])
      expect(text).toMatch(/^[A-Z][^]*[^.?!][.?!]$/)
  })

  it('counts in words', () => {
    expect(texts(SEND, { parcel_id: 'P101', arrives_in_days: 1 }).join()).toMatch(/1 day\b/)
    expect(texts(SEND, { parcel_id: 'P101', arrives_in_days: 2 }).join()).toMatch(/2 days\b/)
  })

  it('says a truth as a sentence, never as a yes or no', () => {
    const posting = lexiconOf([builtIn.posting])
    const told = (login_status: boolean): string[] =>
      Array.from(
        { length: 20 },
        (_, seed) =>
          report(posting, { tool: 'posting_get_login_status', arguments: {} }, { login_status }, createRng(seed)) ?? '',
      )
    for (const text of told(true)) expect(text).toMatch(/\b(are|is) (signed in|open)/)
    for (const text of told(false)) expect(text).toMatch(/\b(are|is) not (signed in|open)/)
  })

  it('says nothing where the result does not have the value', () => {
    expect(report(lexicon, WEIGH, { recipient: 'x' }, createRng(1))).toBeUndefined()
    expect(report(lexicon, WEIGH, null, createRng(1))).toBeUndefined()
  })
})

describe('an answer', () => {
  const messenger = lexiconOf([builtIn.message])
  const undone = { tool: 'delete_message', arguments: { receiver_id: { by: 'earlier' } } } as const
  const value = { deleted_status: true, receiver_id: 'USR001', message: 'Deleted.' }

  it('says all that its pattern has a place for', () => {
    const tweet = (args: { readonly [name: string]: readonly string[] }): string[] =>
      Array.from(
        { length: 40 },
        (_, seed) =>
          report(
            lexiconOf([builtIn.posting]),
            {
              tool: 'post_tweet',
              arguments: Object.fromEntries(
                Object.entries({ content: 'Hello there', ...args }).map(([name, said]) => [
                  name,
                  { by: 'value', value: said as never } as const,
                ]),
              ),
            },
            { id: 4, username: 'ada', content: 'Hello there', tags: [], mentions: [] },
            createRng(seed),
          ) ?? '-',
      )
    const full = tweet({ tags: ['#One'], mentions: ['@bo'] })
    expect(full.filter((text) => text.includes('#One') && text.includes('@bo')).length).toBeGreaterThan(25)
    for (const text of tweet({})) expect(text).not.toMatch(/[#@]/)
  })

  it('begins with no object pronoun and echoes no "the same"', () => {
    const said = Array.from({ length: 60 }, (_, seed) => report(messenger, undone, value, createRng(seed)) ?? '-')
    expect(said.join(' ')).toMatch(/\bto them\b/)
    for (const text of said) expect(text).not.toMatch(/^Them\b|\bthe same\b/)
  })
})

describe('a list in an answer', () => {
  const messenger = lexiconOf([builtIn.message])
  const all = { tool: 'view_messages_sent', arguments: {} } as const
  const messages = { messages: { USR001: ['Hello.', 'The train is late, sorry'], USR002: ['Bye'] } }
  const names = {
    said: {},
    again: [],
    it: [],
    thing: (_: string, value: Json) => (value === 'USR001' ? 'Ada' : undefined),
    isOwn: (value: Json) => value === 'ada',
  }

  it('has a line for each item, which says by name what it belongs to', () => {
    const text = report(messenger, all, messages, createRng(1), names) ?? ''
    expect(text.split('\n').slice(1)).toEqual([
      '- To Ada: "Hello." and "The train is late, sorry"',
      '- To USR002: "Bye"',
    ])
  })

  it('calls the user\'s own account "you"', () => {
    const posting = lexiconOf([builtIn.posting])
    const tweet = { id: 1, username: 'ada', content: 'Hi', tags: [], mentions: [] }
    const read = (username: string): string[] =>
      Array.from(
        { length: 20 },
        (_, seed) =>
          report(posting, { tool: 'get_tweet', arguments: {} }, { ...tweet, username }, createRng(seed), names) ?? '',
      )
    for (const text of read('ada')) expect(text).toMatch(/^You(r|) /)
    for (const text of read('bo')) expect(text).toMatch(/^bo('s|) /)
  })
})

describe('a number in an answer', () => {
  const vehicle = lexiconOf([builtIn.vehicle])
  const told = (gallon: number): string =>
    report(
      vehicle,
      { tool: 'liter_to_gallon', arguments: { liter: { by: 'value', value: 93 } } },
      { gallon },
      createRng(2),
    ) ?? ''

  it('is told in short where its fraction is long, and as such', () => {
    expect(told(24.567996)).toMatch(/about 24\.57\b/)
    expect(told(24.56)).toMatch(/(?<!about )24\.56\b/)
    expect(told(0.264172)).toMatch(/about 0\.2642\b/)
  })

  it('is money to the cent, with its thousands apart', () => {
    const balance = (account: number): string =>
      report(
        lexiconOf([builtIn.trading]),
        { tool: 'withdraw_funds', arguments: { amount: { by: 'value', value: 12000 } } },
        { new_balance: account },
        createRng(3),
      ) ?? ''
    expect(balance(84143.8)).toMatch(/\$12,000\b.*\$84,143\.80\b/)
    expect(balance(980)).toMatch(/\$980\b/)
  })

  it('is a change by its direction', () => {
    const change = (percent: number): string =>
      report(
        lexiconOf([builtIn.trading]),
        { tool: 'get_stock_info', arguments: { symbol: { by: 'value', value: 'ABC' } } },
        { price: 20, percent_change: percent },
        createRng(1),
      ) ?? ''
    expect(change(-3.43)).toContain('down 3.43 percent')
    expect(change(4.39)).toContain('up 4.39 percent')
  })

  it('has its unit', () => {
    expect(told(24.5)).toMatch(/24\.5 gallons/)
    expect(told(1)).toMatch(/1 gallon\b/)
  })
})

describe('outcomes of several wishes', () => {
  const told = (...outcomes: string[]): string[] => [
    ...new Set(Array.from({ length: 30 }, (_, seed) => tied(outcomes, createRng(seed)).join(' '))),
  ]

  it('make one sentence, or are tied by an "also", or stand apart', () => {
    expect(told('I moved it.', "I've sent the note.")).toEqual(
      expect.arrayContaining([
        "I moved it, and I've sent the note.",
        "I moved it. I've also sent the note.",
        "I moved it. I've sent the note.",
      ]),
    )
    expect(told('I moved it.', 'The note is sent.')).toContain('I moved it, and the note is sent.')
  })

  it('stay as they are where they are long, list something, quote or begin with a name', () => {
    for (const next of ['Karim has it.', 'It says "x".', 'These: a.', `It is ${'very '.repeat(40)}late.`])
      expect(told('I moved it.', next)).toEqual([`I moved it. ${next}`])
  })
})

describe('a text of a result', () => {
  it('is told in other words, as something or as nothing', () => {
    const check = { tool: 'notify_price_change', arguments: { threshold: { by: 'value', value: 2 } } } as const
    const words = (notification: string): string[] =>
      Array.from(
        { length: 20 },
        (_, seed) => report(lexiconOf([builtIn.trading]), check, { notification }, createRng(seed)) ?? '-',
      )
    for (const text of words('Stocks FRMN, RVLN have significant price changes.'))
      expect(text).toMatch(/^(?!.*significant).*FRMN and RVLN/)
    for (const text of words('No significant price changes in the selected stocks.')) expect(text).toMatch(/\b[Nn]o/)
  })
})

describe('joinReports', () => {
  it('puts reports in a row, and those of several lines apart', () => {
    expect(joinReports(['A.', 'B.'])).toBe('A. B.')
    expect(joinReports(['A:\n- x\n- y', 'B.'])).toBe('A:\n- x\n- y\n\nB.')
    expect(joinReports([])).toBe('')
  })

  it('speaks of what is the user\'s as "your"', () => {
    const highest = { by: 'earlier', which: { end: 'most', of: 'priority' } } as const
    const close = { tool: 'close_ticket', arguments: { ticket_id: highest } }
    const desk = lexiconOf([builtIn.ticketing])
    const said = Array.from(
      { length: 40 },
      (_, seed) => report(desk, close, { status: 'closed' }, createRng(seed)) ?? '-',
    )
    expect(said.join(' ')).toMatch(/\byour (ticket with the highest priority|highest-priority ticket)/i)
    for (const text of said) expect(text).not.toMatch(/\bmy\b/i)
  })
})
