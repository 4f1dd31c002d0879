import { describe, expect, it } from 'vitest'
import { environmentsNamed, worldsOf } from '../../../src/catalog/index.js'
import type { Trajectory } from '../../../src/core/trajectory.js'
import { parsePointer } from '../../../src/core/pointer.js'
import { isOwnKey, type Twin } from '../../../src/core/twin.js'
import type { Trace } from '../../../src/core/trace.js'
import { createWorld, replay } from '../../../src/environment/index.js'
import { OPERATORS, type Recipe, synthesizeItem, type WorldKind } from '../../../src/pipeline/index.js'
import { twinOf } from '../../../src/pipeline/operators/twin.js'
import { failsIn, type RowVerdict, verifyRow, withFacts } from '../../../src/verifiers/index.js'
import { judge as judgeRow, kindOf as kindOfRow } from '../../support/judge.js'
import { present } from '../../support/rows.js'

const worlds = worldsOf(environmentsNamed(['posting', 'ticketing'], 'this test'))
const recipe: Recipe = { seed: 5, worlds, turns: [2, 3], kmax: 3, families: ['base'] }
const bases = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((index) => synthesizeItem(recipe, index)))
const pairs = (
  await Promise.all(
    bases.map(async ({ row }, i) => {
      const twin = row && (await twinOf(recipe, row, 100 + i))
      return twin ? [{ base: row, row: twin.row, preferences: twin.preferences }] : []
    }),
  )
).flat()
const { row } = present(pairs[0])
const twin = present(row.twin)

const kindOf = (of: Trajectory): WorldKind => kindOfRow(worlds, of)
const judge = (judged: Trajectory): RowVerdict => judgeRow(worlds, judged)

function traceOf({ turns }: Trajectory, turn: number): Trace {
  const expected = present(turns[turn]).task.expected
  if (expected.kind !== 'act') throw new Error('this turn acts')
  return expected.trace
}

const callsOf = ({ calls }: Trace): string =>
  calls.map(({ call: { name, arguments: args } }) => `${name} ${JSON.stringify(args)}`).join()

describe('twins', () => {
  it('are proved from the row alone, and their preference pairs with them [twins]', () => {
    expect(pairs.length).toBeGreaterThan(3)
    for (const pair of pairs) {
      const { environments, semantics } = kindOf(pair.row)
      const verdict = verifyRow(pair.row, environments, semantics, pair.preferences)
      expect(verdict.reasons).toEqual([])
      expect(verdict.certificate.checks['twin']).toBe('proved')
      expect(verdict.pairs.every(({ pass }) => pass)).toBe(true)
    }
  })

  it('do not differ by which thing is which: a key that a thing repeats is no fact about it', () => {
    const claims = (changed: Partial<Twin>): string[] =>
      judge({ ...row, twin: { ...twin, ...changed } }).reasons.map((reason) => ('about' in reason ? reason.about : ''))
    const [fact] = twin.flipped
    if (!fact) throw new Error('this twin differs by a fact')
    const key = parsePointer(fact.at).at(-2) ?? ''
    expect(isOwnKey(fact.at, fact.was)).toBe(false)
    expect([isOwnKey('/things/items/a1/id', 'a1'), isOwnKey('/things/items/7/id', 7)]).toEqual([true, true])
    expect(claims({ flipped: [{ ...fact, was: key }] })).toContain('the twin: one fact that differs')
  })

  it('are asked for in the same words, differ by one fact, and do something else', () => {
    for (const { base: other, row: made } of pairs) {
      const { turn, flipped, of, trace } = present(made.twin)
      expect(of).toBe(other.id)
      expect(made.turns.map(({ query }) => query.text)).toEqual(
        other.turns.slice(0, made.turns.length).map(({ query }) => query.text),
      )
      const back = withFacts(made.initial as never, flipped)
      expect(back.state).toEqual(other.initial.state)
      expect(callsOf(trace)).toBe(callsOf(traceOf(other, turn)))
      expect(callsOf(traceOf(made, turn))).not.toBe(callsOf(trace))
    }
  })

  it('stop "always log in first": the steps of one are wrong for the other', () => {
    const signing = pairs.find(({ row: made }) =>
      present(made.twin).flipped.some(({ was }) => typeof was === 'boolean'),
    )
    const { base: one, row: other } = present(signing)
    const logins = [one, other].map(
      ({ messages }) => JSON.stringify(messages).match(/"name":"(authenticate_twitter|ticket_login)"/g)?.length ?? 0,
    )
    expect(logins[0]).not.toBe(logins[1])
  })

  it('are among the rows of a run, each right after its other row, and always the same', async () => {
    const mixed = { ...recipe, operators: new Set(OPERATORS) }
    const items = await Promise.all(Array.from({ length: 16 }, (_, index) => synthesizeItem(mixed, index)))
    const made = items.filter((item) => item.row?.twin)
    expect(made.length).toBeGreaterThan(0)
    for (const { index, row: own } of made) {
      const other = present(items[index - 1]?.row)
      expect(present(own?.twin).of).toBe(other.id)
      const words = present(own).turns.map(({ query }) => query.text)
      expect(words).toEqual(other.turns.slice(0, words.length).map(({ query }) => query.text))
      expect(JSON.stringify((await synthesizeItem(mixed, index)).row)).toBe(JSON.stringify(own))
    }
  })
})

describe('a twin that lies is refused', () => {
  const about = (change: Partial<Twin>): string => {
    const liar = { ...row, twin: { ...twin, ...change } }
    const { certificate } = judge(liar)
    const { reasons, pass } = judge({ ...liar, certificate })
    expect(pass).toBe(false)
    return reasons.map((reason) => ('about' in reason ? reason.about : reason.kind)).join()
  }
  const fact = present(twin.flipped[0])

  it('no fact, a fact that is the same, a place that is not there, or more than one fact', () => {
    expect(about({ flipped: [] })).toMatch(/one fact that differs/)
    const same = twin.flipped.map((other) => ({ ...other, at: '/nowhere' }))
    expect(about({ flipped: same })).toMatch(/one fact that differs/)
    expect(about({ flipped: [...twin.flipped, ...twin.flipped, fact] })).toMatch(/one fact that differs/)
  })

  it('another turn, or steps that the other row could not have taken', () => {
    expect(about({ turn: 99 })).toMatch(/a turn that this row does not act in/)
    expect(about({ trace: traceOf(row, twin.turn) })).toMatch(/what the other row did/)
    const [first, ...rest] = twin.trace.calls
    const other = { ...present(first), result: { ...present(first).result, value: 'invented' } }
    expect(about({ trace: { ...twin.trace, calls: [other, ...rest] } })).toMatch(/what the other row did/)
    expect(about({ flipped: twin.flipped.map((one) => ({ ...one, was: 'invented' })) })).not.toBe('')
  })

  it('another wish', () => {
    const requests = twin.trace.requests.map((request) => ({ ...request, tool: 'another' }))
    expect(about({ trace: { ...twin.trace, requests } })).toMatch(/the same wishes/)
  })

  it('steps that are right in both are not those of twins', () => {
    const start = createWorld(kindOf(row).environments, withFacts(row.initial as never, []))
    for (const { steps } of row.turns.slice(0, twin.turn))
      replay(
        start,
        steps.flatMap(({ calls }) => calls),
      )
    const own = traceOf(row, twin.turn)
    expect(failsIn(start, own, own)).toBe(false)
    expect(failsIn(start, own, twin.trace)).toBe(true)
  })
})
