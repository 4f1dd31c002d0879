import { describe, expect, it } from 'vitest'
import { messagesOf, type Trajectory } from '../../../src/core/trajectory.js'
import type { DiscrepancyKind } from '../../../src/core/verdict.js'
import { synthesizeItem } from '../../../src/pipeline/index.js'
import { deskRecipe, forged, present, verifyDeskRow } from '../../support/rows.js'

const recipe = deskRecipe(5, { turns: [2, 2], families: ['missing-parameter'] })
const items = await Promise.all(Array.from({ length: 6 }, (_, index) => synthesizeItem(recipe, index)))
/** Asked for the day of a pickup, the user says it. */
const asked = present(
  items
    .flatMap(({ row }) => row ?? [])
    .find(({ turns: [first] }) => {
      const expected = first?.task.expected
      return expected?.kind === 'ask' && expected.missing.includes('/0/day')
    }),
)
const reply = present(asked.turns[1])
const calls = reply.steps.flatMap((step) => step.calls)
const [, , day = ''] = /"(day)":"([\d-]+)"/.exec(JSON.stringify(calls)) ?? []

const ordinary = present((await synthesizeItem(deskRecipe(5, { turns: [1, 1] }), 0)).row)

/** The row with these words of a model for a reply, everything else made to fit. */
function replying(text: string, more: object = {}): Trajectory {
  const blind = [calls, calls, calls]
  const query = { ...reply.query, text, mentions: [], noise: [], writer: 'model' as const, follows: 'reply' as const }
  const turns = [present(asked.turns[0]), { ...reply, attempts: [], query: { ...query, ...more }, blind }]
  return forged(asked, { turns, messages: messagesOf(asked.system, turns) })
}

function kindsOf(row: Trajectory): DiscrepancyKind[] {
  return [...new Set(verifyDeskRow(row).reasons.map(({ kind }) => kind))]
}

describe('a reply that a model wrote', () => {
  it('is proved where it says what was asked for and nothing that the user cannot know', () => {
    expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(kindsOf(replying(`Oh, right. ${day} would suit me.`))).toEqual([])
  })

  it.each([
    ['does not say it', 'Any day will do.', 'incomplete-query'],
    ['says another value', 'On 2029-12-24.', 'incomplete-query'],
    ['makes a code up', `On ${day}. My reference is ZX90417.`, 'unsupported-claim'],
    ['makes a number up', `On ${day}, there are 77 of them.`, 'unsupported-claim'],
    ['makes a name up', `On ${day}, and please tell Oleander Finch.`, 'unsupported-claim'],
    ['gives a step away', `On ${day}. Use book_pickup for it.`, 'leak'],
  ] as const)('is refused where it %s', (_, text, kind) => {
    expect(kindsOf(replying(text))).toContain(kind)
  })

  it.each([
    ['', []],
    [' My sister Ada comes by on Friday at 10am.', []],
    [' My reference is ZX90417.', ['unsupported-claim']],
    [' Write to ada@finch.example if need be.', ['unsupported-claim']],
  ] as const)('of an ordinary wish may tell why, but make no code up:%s', (more, kinds) => {
    const [only] = ordinary.turns
    const { query, steps } = present(only)
    const blind = Array.from({ length: 3 }, () => steps.flatMap((step) => step.calls))
    const written = { ...query, text: `${query.text}${more}`, noise: [], writer: 'model' as const }
    const turns = [{ ...present(only), attempts: [], query: written, blind }]
    expect(kindsOf(forged(ordinary, { turns, messages: messagesOf(ordinary.system, turns) }))).toEqual(kinds)
  })

  it('is none where nothing was asked', () => {
    const base = present(items.find(({ row }) => row)?.row)
    const first = present(base.turns[0])
    const turns = [{ ...first, query: { ...first.query, follows: 'reply' as const } }, ...base.turns.slice(1)]
    expect(kindsOf(forged(base, { turns }))).toContain('family')
    expect(kindsOf(replying(`On ${day}.`, { follows: undefined }))).toEqual(
      expect.arrayContaining(['incomplete-query']),
    )
  })
})
