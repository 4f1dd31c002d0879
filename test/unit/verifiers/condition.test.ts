import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/core/json.js'
import { createRng } from '../../../src/core/random.js'
import type { Request } from '../../../src/core/reference.js'
import type { Step } from '../../../src/core/trajectory.js'
import { read, realise } from '../../../src/language/index.js'
import { verifyCompleteness } from '../../../src/verifiers/completeness.js'
import { otherBranchOf, verifyCondition } from '../../../src/verifiers/condition.js'
import { validate } from '../../../src/verifiers/outcome.js'
import { judge } from '../../../src/verifiers/query-mutants.js'
import { proveTurn } from '../../../src/verifiers/turn.js'
import { type DeskTurn, deskTurn, stepsOf, WEIGH } from '../../support/desk.js'
import { present } from '../../support/rows.js'

const OMAR = WEIGH.arguments['parcel_id'] as Request['arguments'][string]

/** Omar's parcel weighs 820 grams. */
const movedIfLighterThan = (limit: number): Promise<DeskTurn> =>
  deskTurn([
    WEIGH,
    {
      tool: 'send_to_branch',
      arguments: { parcel_id: OMAR, branch_id: { by: 'field', field: 'street', match: 'equals', value: 'Canal Walk' } },
      only: { of: 0, at: '/grams', test: 'below', limit },
    },
  ])

const met = await movedIfLighterThan(1000)
const unmet = await movedIfLighterThan(500)

const FIND = ['find_parcel', { recipient: 'Omar Novak' }] as const
const WEIGHING = ['get_parcel', { parcel_id: 'P125' }] as const
const BRANCHES = ['list_branches', {}] as const
const SENDING = ['send_to_branch', { parcel_id: 'P125', branch_id: 'B52' }] as const

type Made = readonly (readonly (readonly [name: string, args: JsonObject])[])[]

function found({ context }: DeskTurn, made: Made, answer: string): string[] {
  const { turn, start, trace, query, messages } = context
  const visible = [...messages.map(({ content }) => content), query.text].join('\n')
  return validate(turn, start, trace, stepsOf(start, made, answer), visible).reasons.map(({ kind }) => kind)
}

describe('a turn with a wish that hangs on what another finds out', () => {
  it('passes every check on both sides of the limit, and agents that never look fail one of two worlds [conditional-requests]', () => {
    for (const { context, advancedTool } of [met, unmet]) {
      const { reasons, mutants } = proveTurn(context, advancedTool, undefined)
      expect(reasons).toEqual([])
      expect(mutants['ignore-condition']).toEqual({ tried: 2, killed: 2, survived: 0 })
    }
    expect(met.context.trace.goal.calls).toHaveLength(2)
    expect(unmet.context.trace.goal.calls).toHaveLength(1)
    expect(unmet.context.trace.target).toBe('get_parcel')
  })

  it('has another branch that was carried out in a world of one other fact', () => {
    const parcel = (turn: DeskTurn): JsonObject => {
      const { world, gold } = otherBranchOf(turn.context) ?? {}
      const of = (state: unknown): JsonObject => (state as { parcels: { P125: JsonObject } }).parcels.P125
      return { before: of(world?.stateOf('mini')), after: of(gold?.world.stateOf('mini')) }
    }
    expect(parcel(met)).toMatchObject({ before: { grams: 1180, branch: 'B34' }, after: { branch: 'B34' } })
    expect(parcel(unmet)).toMatchObject({ before: { grams: 180, branch: 'B34' }, after: { branch: 'B52' } })
  })

  it('has it whatever the same trace was put in before: in other words, that say nothing of a condition, it has none', () => {
    const { context } = met
    const bare = { ...context, query: { ...context.query, text: 'Omar Novak\nCanal Walk' } }
    expect(otherBranchOf(bare)).toBeUndefined()
    expect(otherBranchOf(context)).toBeDefined()
    expect(otherBranchOf(bare)).toBeUndefined()
  })

  it('says the outcome', () => {
    expect(unmet.context.steps.at(-1)?.content).toMatch(/820.*not.*500/s)
    expect(met.context.steps.at(-1)?.content).toMatch(/820/)
  })
})

describe('validation refuses', () => {
  it('what is done although it was wanted only otherwise', () => {
    const made = [[FIND], [WEIGHING], [BRANCHES], [SENDING]]
    expect(found(met, made, 'It weighs 820 grams and is on its way: 1 day.')).toEqual([])
    expect(found(unmet, made, 'It weighs 820 grams, which is not under 500; sent.')).toContain('wrong-state')
  })

  it('what is left although it was wanted', () => {
    expect(found(met, [[FIND], [WEIGHING]], 'It weighs 820 grams.')).toEqual(
      expect.arrayContaining(['missing-call', 'wrong-state']),
    )
  })

  it('what is done before that is known on which it hangs, though it turns out right', () => {
    const answer = 'It weighs 820 grams and is on its way: 1 day.'
    expect(found(met, [[FIND], [BRANCHES], [SENDING], [WEIGHING]], answer)).toEqual(['wrong-order'])
    expect(found(met, [[FIND], [BRANCHES], [WEIGHING, SENDING]], answer)).toEqual(['wrong-order'])
  })

  it('an answer that does not say that it was left', () => {
    const made = [[FIND], [WEIGHING]]
    expect(found(unmet, made, 'It weighs 820 grams, so it stays: that is not under 500.')).toEqual([])
    expect(found(unmet, made, 'It weighs 820 grams.')).toEqual(['missing-answer'])
  })
})

describe('the words', () => {
  const changed = ({ context }: DeskTurn, text: string): DeskTurn['context'] => ({
    ...context,
    query: { ...context.query, text },
  })

  it('with a limit on the other side, or without what it hangs on, are not the words of this turn', () => {
    const { text } = unmet.context.query
    expect(verifyCompleteness(unmet.context)).toEqual([])
    expect(verifyCompleteness(changed(unmet, text.replace('500', '1000')))).not.toEqual([])
    const plain = unmet.context.trace.requests.map(({ tool, arguments: args }): Request => ({ tool, arguments: args }))
    const { lexicon } = unmet.context
    const always = present(realise(lexicon, plain, { voice: { register: 'plain' } }, createRng(1))).text
    expect(read(lexicon, always).requests).toEqual(plain)
    expect(verifyCompleteness(changed(unmet, always))).not.toEqual([])
  })

  it('that leave the wish out are killed in the other world where they do no harm in this one', () => {
    const { text, spans } = unmet.context.query
    const dropped = text.slice(0, spans[1]?.[0])
    expect(judge(unmet.context, { operator: 'drop-goal', text: dropped })).toBe('killed')
  })

  it('that hang on what no fact decides are refused: nobody can show the other branch', () => {
    const { context } = unmet
    const [request] = context.trace.requests.slice(1)
    const requests = [WEIGH, { ...request, only: { ...request?.only, at: '/branch_id' } } as Request]
    expect(verifyCondition({ ...context, trace: { ...context.trace, requests } })).toMatchObject([{ kind: 'unproved' }])
  })
})

describe('an agent', () => {
  it('thinks of what it found before it acts on it, or leaves it', () => {
    const thoughts = ({ context: { steps } }: DeskTurn): (string | undefined)[] =>
      steps.map(({ reasoning }: Step) => reasoning)
    expect(thoughts(met).join(' ')).toMatch(/820.*under 1000|under 1000.*820/)
    expect(thoughts(unmet).at(-1)).toMatch(/820/)
  })
})
