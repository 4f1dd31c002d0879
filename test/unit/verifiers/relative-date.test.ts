import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/core/calendar.js'
import { messagesOf, type Trajectory, type Turn } from '../../../src/core/trajectory.js'
import { dayWordsFor } from '../../../src/language/day-words.js'
import { tellToday, todayIn } from '../../../src/language/today.js'
import { synthesizeItem } from '../../../src/pipeline/index.js'
import { deskRecipe, forged, present, verifyDeskRow } from '../../support/rows.js'

/** Rows in which somebody says a date by where it lies from today. */
const made = await Promise.all(
  Array.from({ length: 40 }, (_, index) => synthesizeItem(deskRecipe(5, { operators: new Set(['noise']) }), index)),
)
const isRelative = ({ query }: Turn): boolean => query.mentions.some(({ form }) => form === 'relative-date')
const rows = made.flatMap(({ row }) => (row?.turns.some(isRelative) ? [row] : []))

const row = present(rows[0])
const today = present(todayIn(row.system))
const at = row.turns.findIndex(isRelative)

const kindsOf = (changed: Trajectory): string[] => verifyDeskRow(changed).reasons.map(({ kind }) => kind)

const told = (system: string): Trajectory => forged(row, { system, messages: messagesOf(system, row.turns) })

function withTurn(change: (turn: Turn) => Turn): Trajectory {
  const turns = row.turns.map((turn, k) => (k === at ? change(turn) : turn))
  return forged(row, { turns, messages: messagesOf(row.system, turns) })
}

describe('a date said by where it lies from today', () => {
  it('is proved as it is, with a wrong query for another day [relative-dates]', () => {
    expect(rows.length).toBeGreaterThan(3)
    for (const one of rows) {
      expect(verifyDeskRow(one)).toMatchObject({ pass: true })
      const operators = one.certificate.queryMutants
      expect(operators['other-day']?.tried).toBe(operators['other-day']?.killed)
    }
    expect(rows.some(({ certificate }) => (certificate.queryMutants['other-day']?.tried ?? 0) > 0)).toBe(true)
  })

  it('is worked out in a thought', () => {
    const thoughts = rows.flatMap(({ turns }) => turns.filter(isRelative).map(({ steps }) => steps[0]?.reasoning ?? ''))
    expect(thoughts.join('\n')).toMatch(/Today is \w+day, so .* is [A-Z]\w+ \d+, \d{4}\./)
  })

  it('means nothing where the system prompt does not tell the day', () => {
    expect(kindsOf(told(row.system.replace(tellToday(today), 'Good day.')))).toContain('incomplete-query')
  })

  it('is another one where the system prompt tells another day', () => {
    const words = present(row.turns[at]).query.mentions.find(({ form }) => form === 'relative-date')
    const said = present(row.turns[at]).query.text.slice(...present(words).span)
    for (const days of [1, 40, 400]) {
      const other = addDays(today, days)
      if (dayWordsFor(String(present(words).value), other).some((way) => way.words === said)) continue
      expect(kindsOf(told(row.system.replace(tellToday(today), tellToday(other))))).toContain('incomplete-query')
    }
  })

  it('is refused in words for another day', () => {
    const changed = withTurn((turn) => {
      const { span, value } = present(turn.query.mentions.find(({ form }) => form === 'relative-date'))
      const [way] = dayWordsFor(addDays(String(value), 1), today)
      const text = `${turn.query.text.slice(0, span[0])}${present(way).words}${turn.query.text.slice(span[1])}`
      return { ...turn, query: { ...turn.query, text } }
    })
    expect(kindsOf(changed)).toContain('incomplete-query')
  })

  it('is refused with a thought that counts wrong, and with noise that is not there', () => {
    const thinking = withTurn((turn) => {
      const [first, ...rest] = turn.steps
      return {
        ...turn,
        steps: [{ ...present(first), reasoning: 'Counted from today, that is July 31, 2031.' }, ...rest],
      }
    })
    expect(kindsOf(thinking)).toContain('unsupported-claim')
    const louder = withTurn((turn) => ({
      ...turn,
      query: { ...turn.query, noise: [{ operator: 'relative-date', level: 3 }] },
    }))
    expect(verifyDeskRow(louder).reasons).toMatchObject([{ kind: 'unproved', about: 'noise: relative-date' }])
  })
})
