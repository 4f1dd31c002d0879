import { describe, expect, it } from 'vitest'
import { proceduralCritiquing } from '../../../src/agents/index.js'
import type { Discrepancy } from '../../../src/core/verdict.js'
import { leaksOf } from '../../../src/verifiers/index.js'
import { deskTurn, SEND } from '../../support/desk.js'

const at = { turn: 0, step: 1, call: 0 }
const REASONS: readonly Discrepancy[] = [
  { kind: 'no-call', turn: 0 },
  { kind: 'empty-answer', turn: 0 },
  { kind: 'step-limit', turn: 0 },
  { kind: 'unknown-tool', ...at },
  { kind: 'missing-call', turn: 0, tool: 'send_to_branch', traceCall: 2 },
  { kind: 'invalid-arguments', ...at, errors: [{ at: '/branch_id', message: 'must be of type string' }] },
  { kind: 'ungrounded-argument', ...at, at: '/branch_id', value: 'B52' },
  { kind: 'wrong-argument', ...at, at: '/parcel_id', value: 'P101' },
  { kind: 'wrong-state', turn: 0, paths: ['/mini/parcels/P101/branch'] },
  { kind: 'extra-write', turn: 0, paths: ['/mini/parcels/P125/pickup'] },
  { kind: 'missing-answer', turn: 0, source: { from: 'result', turn: 0, call: 1, path: '/grams' } },
  { kind: 'unsupported-claim', turn: 0, where: 'answer', text: '820' },
]

describe('the procedural critiquing agent', () => {
  const agent = proceduralCritiquing()
  const critique = (reasons: readonly Discrepancy[]): Promise<string> =>
    agent.critique({ reasons, messages: [], attempt: 0 })

  it('has a different hint for every kind of failure', async () => {
    const hints = await Promise.all(REASONS.map((reason) => critique([reason])))
    expect(new Set(hints).size).toBe(REASONS.length)
  })

  it('gives no value, tool, parameter or place away', async () => {
    const { context } = await deskTurn([SEND])
    for (const reason of REASONS) {
      const hint = await critique([reason])
      expect(hint).toMatch(/^[A-Z][^]*\.$/)
      expect(leaksOf(hint, context.trace, context.start, '')).toEqual([])
      expect(hint).not.toMatch(/\d|\/|P101|B52|send_to_branch|branch_id|parcel/)
    }
  })

  it('speaks of what helps most, whatever the order of reasons', async () => {
    expect(await critique(REASONS.toReversed())).toBe(await critique(REASONS))
    expect(await critique(REASONS)).toBe(await critique(REASONS.slice(0, 1)))
  })
})
