import { describe, expect, it } from 'vitest'
import { environmentsNamed, worldsOf } from '../../../src/catalog/index.js'
import { messagesOf, type Step, type Trajectory, type Turn } from '../../../src/core/trajectory.js'
import type { Twin } from '../../../src/core/twin.js'
import { createWorld, replay, withFaults } from '../../../src/environment/index.js'
import { type Recipe, synthesizeItem } from '../../../src/pipeline/index.js'
import { policyPairOf } from '../../../src/pipeline/operators/policy-pair.js'
import { type RowVerdict, verifyRow } from '../../../src/verifiers/index.js'
import { judge as judgeRow, kindOf } from '../../support/judge.js'
import { present } from '../../support/rows.js'

const worlds = worldsOf(environmentsNamed(['travel', 'ticketing', 'message'], 'this test'))
const recipe: Recipe = { seed: 5, worlds, turns: [2, 3], kmax: 3, families: ['policy'] }
const pairs = (
  await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      const { row } = await synthesizeItem(recipe, index)
      const made = row && (await policyPairOf(recipe, row, 100 + index))
      return row && made ? [{ base: row, row: made.row, preferences: made.preferences }] : []
    }),
  )
).flat()

const judge = (row: Trajectory): RowVerdict => judgeRow(worlds, row)
const kindAt = ({ turns }: Trajectory, turn: number): string => present(turns[turn]).task.expected.kind
const allowing = present(pairs.find(({ row }) => kindAt(row, present(row.twin).turn) === 'act'))

/** The other row as the twin of its twin. */
function turnedRound({ base, row }: { readonly base: Trajectory; readonly row: Trajectory }): Trajectory {
  const twin: Twin = { ...present(row.twin), of: row.id, system: row.system }
  const linked = { ...base, twin }
  return { ...linked, certificate: judge(linked).certificate }
}

describe('policy pairs', () => {
  it('are proved from the row alone: one is done, the other declined, in the same words [policy-pairs]', () => {
    expect(pairs.length).toBeGreaterThan(3)
    for (const { base, row, preferences } of pairs) {
      const { environments, semantics } = kindOf(worlds, row)
      const verdict = verifyRow(row, environments, semantics, preferences)
      expect(verdict.reasons).toEqual([])
      expect(verdict.certificate.checks['twin']).toBe('proved')
      expect(verdict.pairs.every(({ pass }) => pass)).toBe(true)
      const { turn, of, system } = present(row.twin)
      expect([of, system]).toEqual([base.id, base.system])
      expect([kindAt(base, turn), kindAt(row, turn)].toSorted()).toEqual(['act', 'decline'])
      const words = row.turns.map(({ query }) => query.text)
      expect(words).toEqual(base.turns.slice(0, words.length).map(({ query }) => query.text))
      expect(row.initial.state).toEqual(base.initial.state)
      expect(judge(turnedRound({ base, row })).reasons).toEqual([])
    }
  })
})

describe('a policy pair that lies is refused', () => {
  const { row } = allowing
  const twin = present(row.twin)

  const saidOf = (liar: Trajectory): string => {
    const { certificate } = judge(liar)
    const { reasons, pass } = judge({ ...liar, certificate })
    expect(pass).toBe(false)
    return reasons.map((reason) => ('about' in reason ? reason.about : reason.kind)).join()
  }
  const about = (change: Partial<Twin>): string => saidOf({ ...row, twin: { ...twin, ...change } })

  /** The row with another end at the turn of the pair, whatever follows cut off. */
  function ending(from: Trajectory, change: (turn: Turn) => Pick<Turn, 'task' | 'steps'>): Trajectory {
    const world = createWorld(kindOf(worlds, from).environments, from.initial as never)
    const before = from.turns.slice(0, twin.turn)
    for (const { task, steps } of before)
      replay(
        withFaults(world, task.faults),
        steps.flatMap(({ calls }) => calls),
      )
    const turn = present(from.turns[twin.turn])
    const { task, steps: told } = change(turn)
    const steps = told.map((step): Step => ({ ...step, results: replay(world, step.calls) }))
    const turns = [...before, { ...turn, task, steps, attempts: [], end: world.digest() }]
    return { ...from, turns, messages: messagesOf(from.system, turns) }
  }

  it('refused where it is allowed', () => {
    const { steps, task } = present(allowing.base.turns[twin.turn])
    expect(saidOf(ending(row, () => ({ steps, task })))).toMatch(
      /what breaks a rule is declined, what keeps it is done/,
    )
  })

  it('done where it is forbidden', () => {
    const { steps, task } = present(row.turns[twin.turn])
    expect(saidOf(ending(turnedRound(allowing), () => ({ steps, task })))).toMatch(/unwanted-call/)
    expect(saidOf(ending(turnedRound(allowing), (turn) => ({ steps, task: turn.task })))).toMatch(/unwanted-call/)
  })

  it('another request, another turn, or what the other row could not have done', () => {
    const requests = twin.trace.requests.map((request) => ({ ...request, tool: 'another' }))
    expect(about({ trace: { ...twin.trace, requests } })).toMatch(/the same wishes/)
    expect(about({ turn: 99 })).toMatch(/a turn that this row does not act in/)
    const [first, ...rest] = twin.trace.calls
    const made = { ...present(first), result: { ...present(first).result, value: 'invented' } }
    expect(about({ trace: { ...twin.trace, calls: [made, ...rest] } })).toMatch(/what the other row did/)
  })

  it('the same policy, none, or prompts that differ in more', () => {
    expect(about({ system: row.system })).toMatch(/one rule that differs.*forbids it and the other does not/)
    expect(about({ system: 'You help.' })).toMatch(/one rule that differs/)
    expect(about({ system: present(twin.system).replace(/^[^.]*\./, 'You do as you like.') })).toMatch(
      /one rule that differs/,
    )
    expect(about({ flipped: [{ environment: 'travel', at: '/x', was: 1 }] })).toMatch(/one fact that differs/)
  })
})
