import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import * as builtIn from '../../../src/environments/index.js'
import { joinReports, lexiconOf, report } from '../../../src/language/index.js'
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
