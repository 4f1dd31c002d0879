import { describe, expect, it } from 'vitest'
import { environmentsNamed, worldsOf } from '../../../src/catalog/index.js'
import type { FamilyName } from '../../../src/core/family.js'
import { messagesOf, type Trajectory, type Turn } from '../../../src/core/trajectory.js'
import { synthesizeItem } from '../../../src/pipeline/index.js'
import { judge } from '../../support/judge.js'
import { present } from '../../support/rows.js'

const worlds = worldsOf(environmentsNamed(['travel', 'message'], 'this test'))

interface Written {
  readonly row: Trajectory
  readonly k: number
  readonly turn: Turn
  /** The kinds of what is found where a model wrote this and tries came to that. */
  readonly kindsFor: (text: string, more?: Partial<Turn>, follows?: Turn['query']['follows']) => string[]
}

/** A row whose turn of this family is taken for one whose message a model wrote; everything else is made to fit. */
async function written(family: FamilyName, isIt: (turn: Turn) => boolean): Promise<Written> {
  const recipe = { seed: 4, worlds, turns: [2, 3] as const, kmax: 3, families: [family] }
  for (let index = 0; index < 12; index++) {
    const { row } = await synthesizeItem(recipe, index)
    const k = row?.turns.findIndex((turn) => turn.task.families.includes(family) && isIt(turn)) ?? -1
    if (!row || k < 0) continue
    const turn = present(row.turns[k])
    return {
      row,
      k,
      turn,
      kindsFor(text, more = {}, follows) {
        const { follows: _, ...rest } = turn.query
        const query = { ...rest, text, noise: [], writer: 'model' as const, ...(follows ? { follows } : {}) }
        const turns = row.turns.with(k, { ...turn, attempts: [], query, ...more })
        const lie = { ...row, turns, messages: messagesOf(row.system, turns) }
        const verdict = judge(worlds, { ...lie, certificate: judge(worlds, lie).certificate })
        return [...new Set(verdict.reasons.filter((reason) => reason.turn === k).map(({ kind }) => kind))]
      },
    }
  }
  throw new Error(`written: no row of ${family}`)
}

const saying = (answer: string): Partial<Turn> => ({ blind: [[], [], []], blindAnswers: [answer, answer, answer] })

const traceOf = ({ task: { expected } }: Turn) => present('trace' in expected ? expected.trace : undefined)
const goldOf = (turn: Turn) => traceOf(turn).calls.map(({ call }) => call)

describe('recall, in a model’s words', async () => {
  const { turn, kindsFor } = await written('recall', ({ task }) => task.expected.kind === 'recall')
  const answer = present(turn.steps.at(-1)).content
  const text = 'Sorry, could you tell me that one more time? I did not write it down.'

  it('is proved where three tries tell the right thing', () => {
    expect(kindsFor(text, saying(answer))).toEqual([])
    expect(kindsFor(text, { blind: [[], [], [], []], blindAnswers: [answer, 'No idea.', answer, answer] })).toEqual([])
  })

  it('is refused where they do not, where it tells the answer, names a tool or makes something up', () => {
    expect(kindsFor(text)).toEqual(['unclear-query'])
    expect(kindsFor(text, saying('I cannot tell.'))).toEqual(['unclear-query'])
    expect(kindsFor(text, { blind: [[], [], [], []], blindAnswers: [answer, 'What?', 'What?', answer] })).toEqual([
      'unclear-query',
    ])
    expect(kindsFor(`${text} ${answer}`, saying(answer))).toContain('leak')
    expect(kindsFor(`${text} See get_flight_cost.`, saying(answer))).toContain('leak')
    expect(kindsFor(`${text} I mean "the ZX90417".`, saying(answer))).toContain('unsupported-claim')
  })
})

describe('irrelevant, in a model’s words', async () => {
  const { turn, kindsFor } = await written('irrelevant', () => true)
  const answer = present(turn.steps.at(-1)).content

  it('is proved where tries decline and it says what is wanted', () => {
    expect(kindsFor(turn.query.text, saying(answer))).toEqual([])
  })

  it('is refused where it asks for something else, or tries do something', () => {
    expect(kindsFor('Could you sort that out for me?', saying(answer))).toContain('incomplete-query')
    expect(kindsFor(turn.query.text, saying('Done!'))).toEqual(['unclear-query'])
    expect(kindsFor(`${turn.query.text} Tell Oleander Finch.`, saying(answer))).toContain('unsupported-claim')
  })
})

describe('a value left out, in a model’s words', async () => {
  const { turn, kindsFor } = await written('missing-parameter', ({ task }) => task.expected.kind === 'ask')
  const { expected } = turn.task
  const answer = present(turn.steps.at(-1)).content
  const calls = turn.steps.flatMap((step) => step.calls)
  const asking = { blind: [calls, calls, calls], blindAnswers: [answer, answer, answer] }
  const [request] = traceOf(turn).requests
  const parameter = expected.kind === 'ask' ? (expected.missing[0] ?? '').split('/').slice(2).join('/') : ''
  const left = present(request?.arguments[parameter])

  it('is proved where tries ask for it', () => {
    expect(kindsFor(turn.query.text, asking)).toEqual([])
  })

  it('is refused where it says it, leaves out more, or tries do not ask', () => {
    const value = 'value' in left ? String(left.value) : ''
    expect(value).not.toBe('')
    expect(kindsFor(`${turn.query.text} That is ${value}.`, asking)).toContain('leak')
    expect(kindsFor(turn.query.text, { ...asking, blindAnswers: ['Done.', 'Done.', 'Done.'] })).toEqual([
      'unclear-query',
    ])
    const others = Object.entries(request?.arguments ?? {}).filter(
      ([name, said]) => name !== parameter && said.by !== 'earlier',
    )
    if (others.length > 0) expect(kindsFor('Can you set that up for me?', asking)).toContain('incomplete-query')
  })
})

describe.each(['policy', 'missing-tool'] as const)('%s, in a model’s words', async (family) => {
  const { turn, kindsFor } = await written(family, ({ task }) => task.expected.kind === 'decline')
  const gold = goldOf(turn)

  it('is proved where tries carry it out that have nothing in the way', () => {
    expect(kindsFor(turn.query.text, { blind: [gold, gold, gold] })).toEqual([])
  })

  it('is refused where they come to nothing, or to one thing that is something else', () => {
    expect(kindsFor(turn.query.text, { blind: [[], [], []] })).toEqual(['unclear-query'])
    expect(kindsFor(turn.query.text)).toEqual(['unclear-query'])
  })
})

describe('a change of mind, in a model’s words', async () => {
  const { turn, kindsFor } = await written('revision', ({ task }) => task.families.includes('revision'))
  const gold = goldOf(turn)

  it('is proved where it says the new value and tries agree on what that means', () => {
    expect(kindsFor(turn.query.text, { blind: [gold, gold, gold] }, 'revision')).toEqual([])
  })

  it('is refused where it says none, says that it follows nothing, or tries do not agree', () => {
    expect(kindsFor('Actually, make it the other one.', { blind: [gold, gold, gold] }, 'revision')).toEqual(
      expect.arrayContaining(['incomplete-query']),
    )
    expect(kindsFor(turn.query.text, { blind: [gold, gold, gold] })).not.toEqual([])
    expect(kindsFor(turn.query.text, { blind: [[], [], gold] }, 'revision')).toContain('unclear-query')
  })
})
