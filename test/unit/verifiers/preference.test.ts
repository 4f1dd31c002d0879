import { describe, expect, it } from 'vitest'
import type { Preference } from '../../../src/core/preference.js'
import type { Trajectory } from '../../../src/core/trajectory.js'
import { synthesizeItem } from '../../../src/pipeline/index.js'
import { type PairVerdict, verifyRow } from '../../../src/verifiers/index.js'
import { kind } from '../../support/desk.js'
import { deskRecipe, present } from '../../support/rows.js'

const items = await Promise.all(
  Array.from({ length: 16 }, (_, index) => synthesizeItem(deskRecipe(71, { turns: [3, 4] }), index)),
)
const made = items.flatMap(({ row, preferences }) => preferences.map((pair) => ({ row: present(row), pair })))

function judge(row: Trajectory, pair: Preference): PairVerdict {
  return present(verifyRow(row, kind.environments, kind.semantics, [pair]).pairs[0])
}

const failing = (row: Trajectory, pair: Preference): string[] =>
  judge(row, pair).reasons.flatMap((reason) => ('about' in reason ? [reason.about] : []))

const pairWhere = (holds: (pair: Preference) => boolean): (typeof made)[number] =>
  present(made.find(({ pair }) => holds(pair)))

describe('preference pairs', () => {
  it('are proved from their row again, of attempts and of mistakes made on purpose [preference-pairs]', () => {
    for (const { row, pair } of made) expect(judge(row, pair)).toEqual({ id: pair.id, pass: true, reasons: [] })
    expect(new Set(made.map(({ pair }) => pair.origin))).toEqual(new Set(['attempt', 'mutant']))
    expect(new Set(made.map(({ pair }) => pair.failure)).size).toBeGreaterThan(2)
  })

  it('have ids of their own, and rejected calls that no message of the row makes', () => {
    expect(new Set(made.map(({ pair }) => pair.id)).size).toBe(made.length)
    for (const { row, pair } of made) {
      const ids = pair.rejected.tool_calls?.map(({ id }) => id) ?? []
      expect(JSON.stringify(row.messages)).not.toMatch(ids.length > 0 ? new RegExp(ids.join('|')) : /(?!)/)
    }
  })

  it('are the same again from the same seed', async () => {
    const again = await synthesizeItem(deskRecipe(71, { turns: [3, 4] }), 3)
    expect(again.preferences).toEqual(items[3]?.preferences)
  })
})

describe('a pair that lies is refused', () => {
  const acting = pairWhere(
    ({ rejected, chosen }) => rejected.tool_calls !== undefined && chosen.tool_calls !== undefined,
  )

  it('whose rejected step is the chosen one, under other ids and words', () => {
    const { row, pair } = acting
    const same = { ...pair, rejected: { ...pair.chosen, reasoning_content: 'Another thought.' } }
    expect(failing(row, same)).toEqual(['that the rejected step fails'])
  })

  it('whose rejected answer says the same in other words', () => {
    const { row, pair } = pairWhere(({ chosen }) => chosen.tool_calls === undefined)
    const same = { ...pair, rejected: { ...pair.chosen, content: `${pair.chosen.content} Anything else?` } }
    expect(failing(row, same)).toEqual(['that the rejected step fails'])
  })

  it('whose rejected step no tool would take, or no tool has', () => {
    const { row, pair } = acting
    const [call] = present(pair.rejected.tool_calls)
    const altered = present(call)
    const spelled = (name: string, args: object): Preference => ({
      ...pair,
      rejected: { ...pair.rejected, tool_calls: [{ ...altered, function: { name, arguments: args as never } }] },
    })
    expect(failing(row, spelled(altered.function.name, { nonsense: 1 }))).toEqual(['that the rejected step fails'])
    expect(failing(row, spelled('no_such_tool', {}))).toEqual(['that the rejected step fails'])
  })

  it('that claims another error or another proof', () => {
    const { row, pair } = acting
    expect(failing(row, { ...pair, error: 'stopped-early' })).toEqual([`the error (it is '${pair.error}')`])
    expect(failing(row, { ...pair, failure: 'final' })).toEqual([`how it fails (it is '${pair.failure}')`])
  })

  it('that is of another row, another place or another chosen step', () => {
    const { row, pair } = acting
    expect(failing(row, { ...pair, row: 'another' })).toEqual(['the row the pair belongs to'])
    expect(failing(row, { ...pair, context: pair.context + 1 })).toContain('where the context ends')
    expect(failing(row, { ...pair, chosen: pair.rejected })).toEqual(['the chosen step'])
    expect(failing(row, { ...pair, turn: 99 })).toEqual(['a pair for a step that this row does not take'])
    expect(failing(row, { ...pair, step: 99 })).toEqual(['a pair for a step that this row does not take'])
  })
})
