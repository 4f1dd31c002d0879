import { describe, expect, it } from 'vitest'
import { worldKind } from '../../../src/catalog/worlds.js'
import type { Json } from '../../../src/core/json.js'
import { withValueAt } from '../../../src/core/pointer.js'
import { fileSystem } from '../../../src/environments/file-system/environment.js'
import { math } from '../../../src/environments/math/environment.js'
import { synthesizeItem } from '../../../src/pipeline/index.js'
import { verifyRow } from '../../../src/verifiers/index.js'
import { messagesOf, type Trajectory, type Turn } from '../../../src/core/trajectory.js'
import type { Trace } from '../../../src/core/trace.js'
import { deskRecipe, deskRows, forged, present, verifyDeskRow } from '../../support/rows.js'

const rows = await deskRows(21, 6)
const row = present(rows.find(({ turns }) => turns.every(({ steps }) => steps.length > 2)) ?? rows[0])

/** The row with one place changed, its certificate as it was. */
function changed(pointer: string, value: Json): Trajectory {
  return withValueAt(row as unknown as Json, pointer, value) as unknown as Trajectory
}

const traceOf = ({ task: { expected } }: Turn): Trace => {
  if (expected.kind !== 'act') throw new Error('this turn acts')
  return expected.trace
}

/** Turns changed, messages made to fit, and the certificate forged: all that a liar can do without doing the work. */
function lied(change: (turn: Turn, k: number) => Turn): Trajectory {
  const turns = row.turns.map(change)
  return forged(row, { turns, messages: messagesOf(row.system, turns) })
}

const withTrace = (turn: Turn, change: Partial<Trace>): Turn => ({
  ...turn,
  task: { ...turn.task, expected: { kind: 'act', trace: { ...traceOf(turn), ...change } } },
})

const kindsOf = (verdict: ReturnType<typeof verifyDeskRow>): string[] => [
  ...new Set(verdict.reasons.map(({ kind }) => kind)),
]

describe('verifyRow', () => {
  it('passes rows as they were made, again and again', () => {
    for (const made of rows) {
      const verdict = verifyDeskRow(made)
      expect(verdict.reasons).toEqual([])
      expect(verdict.certificate).toEqual(made.certificate)
    }
  })

  it('passes a row read from text', () => {
    expect(verifyDeskRow(JSON.parse(JSON.stringify(row)) as Trajectory).pass).toBe(true)
  })
})

describe('a value that was changed is found where it lies', () => {
  const [first] = row.turns
  const lastTurn = row.turns.length - 1

  it('in a result: turn, step and call', () => {
    expect(verifyDeskRow(changed('/turns/0/steps/0/results/0/value', { parcel_id: 'P1' })).reasons).toContainEqual(
      expect.objectContaining({ kind: 'result-mismatch', turn: 0, step: 0, call: 0 }),
    )
  })

  it('in a call id of a result', () => {
    expect(verifyDeskRow(changed('/turns/0/steps/0/results/0/callId', 'xxxxxxxxx')).reasons).toContainEqual(
      expect.objectContaining({ kind: 'result-mismatch', turn: 0, step: 0, call: 0 }),
    )
  })

  it('in a result that is missing', () => {
    expect(verifyDeskRow(changed('/turns/0/steps/0/results', [])).reasons).toContainEqual(
      expect.objectContaining({ kind: 'result-mismatch', turn: 0, step: 0 }),
    )
  })

  it('in an argument: turn, step and call', () => {
    const call = first?.steps[0]?.calls[0]
    const [parameter = ''] = Object.keys(call?.arguments ?? {})
    expect(verifyDeskRow(changed(`/turns/0/steps/0/calls/0/arguments/${parameter}`, 'Nobody')).reasons).toContainEqual(
      expect.objectContaining({ turn: 0, step: 0, call: 0 }),
    )
    expect(verifyDeskRow(changed(`/turns/0/steps/0/calls/0/arguments/${parameter}`, 5)).reasons).toContainEqual(
      expect.objectContaining({ kind: 'invalid-arguments', turn: 0, step: 0, call: 0 }),
    )
  })

  it('in the name of a tool', () => {
    expect(verifyDeskRow(changed('/turns/0/steps/0/calls/0/name', 'no_such_tool')).reasons).toContainEqual(
      expect.objectContaining({ kind: 'unknown-tool', turn: 0, step: 0, call: 0 }),
    )
  })

  it('in the state that a turn leaves', () => {
    expect(verifyDeskRow(changed(`/turns/${lastTurn}/end`, '0'.repeat(64))).reasons).toContainEqual(
      expect.objectContaining({ kind: 'digest-mismatch', turn: lastTurn }),
    )
  })

  it('in the trace: its calls, and the states at its ends', () => {
    const trace = '/turns/0/task/expected/trace'
    expect(verifyDeskRow(changed(`${trace}/calls/0/result/value`, { parcel_id: 'P1' })).reasons).toContainEqual(
      expect.objectContaining({ kind: 'result-mismatch', turn: 0, call: 0 }),
    )
    for (const end of ['start', 'end']) {
      expect(verifyDeskRow(changed(`${trace}/${end}`, '0'.repeat(64))).reasons).toContainEqual(
        expect.objectContaining({ kind: 'digest-mismatch', turn: 0, expected: '0'.repeat(64) }),
      )
    }
  })

  it('in a message: the turn, and the step and call it belongs to', () => {
    const tool = row.messages.findIndex(({ role }) => role === 'tool')
    expect(verifyDeskRow(changed(`/messages/${tool}/content`, '{}')).reasons).toContainEqual(
      expect.objectContaining({ kind: 'message-mismatch', turn: 0, step: 0, call: 0 }),
    )
    const last = row.messages.length - 1
    expect(verifyDeskRow(changed(`/messages/${last}/content`, 'Done.')).reasons).toContainEqual(
      expect.objectContaining({
        kind: 'message-mismatch',
        turn: lastTurn,
        step: (row.turns.at(-1)?.steps.length ?? 0) - 1,
      }),
    )
    const call = row.messages.findIndex((message) => message.role === 'assistant' && message.tool_calls)
    expect(verifyDeskRow(changed(`/messages/${call}/tool_calls/0/function/name`, 'x')).reasons).toContainEqual(
      expect.objectContaining({ kind: 'message-mismatch', turn: 0, step: 0, call: 0 }),
    )
  })

  it('in a message that is missing, or one too many', () => {
    expect(kindsOf(verifyDeskRow({ ...row, messages: row.messages.slice(0, -1) }))).toContain('message-mismatch')
    expect(
      kindsOf(verifyDeskRow({ ...row, messages: [...row.messages, { role: 'user', content: 'And?' }] })),
    ).toContain('message-mismatch')
  })

  it('in the tools on offer', () => {
    expect(kindsOf(verifyDeskRow({ ...row, tools: row.tools.slice(1) }))).toContain('message-mismatch')
  })

  it('in the initial state, the private part too', () => {
    expect(verifyDeskRow(changed('/initial/state/mini/branches', {})).pass).toBe(false)
    const booked = rows.find(({ turns }) =>
      turns.some(({ steps }) => steps.some(({ calls }) => calls.some(({ name }) => name === 'book_pickup'))),
    ) as Trajectory
    const seeded = withValueAt(
      booked as unknown as Json,
      '/initial/state/mini/generator/seed',
      4_711,
    ) as unknown as Trajectory
    expect(kindsOf(verifyDeskRow(seeded))).toContain('result-mismatch')
  })

  it('in the certificate: a digest or a count', () => {
    for (const pointer of ['/certificate/row', '/certificate/turns/0', '/certificate/checks/replay'])
      expect(kindsOf(verifyDeskRow(changed(pointer, 'x')))).toEqual(['digest-mismatch'])
    for (const pointer of [
      '/certificate/nullAgents/silent/failed',
      '/certificate/mutants/drop-call/tried',
      '/certificate/version',
    ])
      expect(kindsOf(verifyDeskRow(changed(pointer, 99)))).toEqual(['digest-mismatch'])
  })

  it('in what no other check looks at: by the digest of its turn', () => {
    expect(verifyDeskRow(changed(`/turns/${lastTurn}/query/easy`, 'x')).reasons).toEqual([
      expect.objectContaining({ kind: 'digest-mismatch', turn: lastTurn }),
    ])
  })
})

describe('a state that no environment could be in', () => {
  it('is refused like any other change', async () => {
    const shell = worldKind([fileSystem])
    const { row: made } = await synthesizeItem(deskRecipe(3, { worlds: [shell] }), 0)
    const text = JSON.stringify(made)
    const broken = JSON.parse(text.replace(/"map":(\d+)/, '"map":99$1')) as Trajectory
    expect(verifyRow(broken, shell.environments, shell.semantics).pass).toBe(false)
  })
})

describe('a forged certificate changes nothing', () => {
  it('over a wrong answer', () => {
    const verdict = verifyDeskRow(
      lied((turn) => ({
        ...turn,
        steps: turn.steps.map((step, s) =>
          s === turn.steps.length - 1 ? { ...step, content: 'That is done; it took 93 days.' } : step,
        ),
      })),
    )
    expect(kindsOf(verdict)).toContain('unsupported-claim')
  })

  it('over a call that was left out', () => {
    const verdict = verifyDeskRow(lied((turn) => ({ ...turn, steps: turn.steps.slice(1) })))
    expect(verdict.pass).toBe(false)
    expect(kindsOf(verdict)).toContain('ungrounded-argument')
  })

  it('over another query', () => {
    expect(
      kindsOf(verifyDeskRow(lied((turn) => ({ ...turn, query: { ...turn.query, text: 'Good morning!' } })))),
    ).toContain('incomplete-query')
  })

  it('over nothing: the row as it was passes', () => {
    expect(verifyDeskRow(forged(row, {})).pass).toBe(true)
  })

  it('over counts of trials that were never made', () => {
    const { certificate } = row
    const generous = {
      ...row,
      certificate: {
        ...certificate,
        mutants: { 'drop-call': { tried: 500, killed: 500, equivalent: {}, survived: 0 } },
      },
    }
    expect(verifyDeskRow(generous).pass).toBe(false)
  })

  it('over a failed attempt whose results are made up', () => {
    const attempt = {
      steps:
        row.turns[0]?.steps.map((step) => ({
          ...step,
          results: step.results.map((result) => ({ ...result, value: 'made up' })),
        })) ?? [],
      verdict: { pass: false, reasons: [] },
    }
    expect(kindsOf(verifyDeskRow(lied((turn, k) => (k === 0 ? { ...turn, attempts: [attempt] } : turn))))).toContain(
      'result-mismatch',
    )
  })

  it('over a gold that does nothing', async () => {
    const calculator = worldKind([math])
    const { row: made } = await synthesizeItem(deskRecipe(3, { worlds: [calculator] }), 0)
    const turns = present(made).turns.map((turn) => withTrace(turn, { goal: { ...traceOf(turn).goal, answers: [] } }))
    expect(turns.every((turn) => traceOf(turn).start === traceOf(turn).end)).toBe(true)
    const verdict = verifyRow({ ...present(made), turns }, calculator.environments, calculator.semantics)
    expect(kindsOf(verdict)).toContain('null-agent')
  })

  it('over hidden steps that are said not to be hidden', () => {
    expect(
      verifyDeskRow(
        lied((turn) => withTrace(turn, { calls: traceOf(turn).calls.map((call) => ({ ...call, hidden: false })) })),
      ).pass,
    ).toBe(false)
  })

  it('over turns that are said to decline, and are not looked at', () => {
    const declined = row.turns.map((turn): Turn => ({
      ...turn,
      task: { ...turn.task, expected: { kind: 'decline', because: 'out-of-scope', wanted: [] } },
    }))
    expect(verifyDeskRow(forged(row, { turns: declined })).pass).toBe(false)
  })

  it('over a row without turns', () => {
    expect(verifyDeskRow(forged(row, { turns: [], messages: row.messages.slice(0, 1) })).pass).toBe(false)
  })

  it('over a target, a plan signature or an advanced tool that is not the trace’s', () => {
    for (const change of [{ target: 'list_branches' }, { signature: '0'.repeat(64) }])
      expect(verifyDeskRow(lied((turn) => withTrace(turn, change))).pass).toBe(false)
  })
})
