import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/core/json.js'
import type { Step } from '../../../src/core/trajectory.js'
import type { Discrepancy } from '../../../src/core/verdict.js'
import { leaksOf, proveTurn } from '../../../src/verifiers/index.js'
import type { ActingTurn } from '../../../src/verifiers/index.js'
import {
  answerOf,
  BOOK,
  type DeskTurn,
  deskTurn,
  SEND,
  stepsOf,
  WEIGH,
  WEIGH_IT,
  withCallAt,
} from '../../support/desk.js'

const send = await deskTurn([SEND])
const weigh = await deskTurn([WEIGH])
const book = await deskTurn([BOOK])
const both = await deskTurn([WEIGH, SEND])
const weighIt = await deskTurn([WEIGH_IT], send)

type Calls = readonly (readonly (readonly [name: string, args: JsonObject])[])[]

const FIND = ['find_parcel', { recipient: 'Ada Dahl' }] as const
const LIST = ['list_branches', {}] as const
const MOVE = ['send_to_branch', { parcel_id: 'P101', branch_id: 'B52' }] as const

function prove({ context, advancedTool }: DeskTurn, change: Partial<ActingTurn> = {}): readonly Discrepancy[] {
  return proveTurn({ ...context, ...change }, advancedTool, undefined).reasons
}

function kindsFor(turn: DeskTurn, change: Partial<ActingTurn>): string[] {
  return [...new Set(prove(turn, change).map(({ kind }) => kind))]
}

/** The send turn done with other calls, or with another answer. */
function sentBy(calls: Calls, answer = answerOf(send)): Step[] {
  return stepsOf(send.context.start, calls, answer)
}

describe('turns that are right', () => {
  it.each([
    ['a change with hidden calls', send],
    ['an answer with a hidden call', weigh],
    ['a drawn value', book],
    ['two wishes', both],
    ['a wish that points back', weighIt],
  ])('pass with %s', (_, turn) => {
    expect(prove(turn)).toEqual([])
  })

  it.each<[string, Calls]>([
    ['look-ups in another order', [[LIST], [FIND], [MOVE]]],
    ['look-ups side by side', [[LIST, FIND], [MOVE]]],
    ['one look-up more', [[FIND], [['get_parcel', { parcel_id: 'P101' }]], [LIST], [MOVE]]],
    [
      'a change and its undoing on the way',
      [[FIND], [LIST], [['send_to_branch', { parcel_id: 'P101', branch_id: 'B34' }]], [MOVE]],
    ],
  ])('pass with %s', (_, calls) => {
    expect(prove(send, { steps: sentBy(calls) })).toEqual([])
  })

  it('pass with other call ids and other words around what was asked', () => {
    const steps = stepsOf(
      weigh.context.start,
      [[['find_parcel', { recipient: 'Omar Novak' }]], [['get_parcel', { parcel_id: 'P125' }]]],
      'Omar Novak should expect 820 grams, at branch B34.',
    )
    expect(prove(weigh, { steps })).toEqual([])
  })

  it('try null agents, mutants and query mutants, all of which fail', () => {
    const { nullAgents, mutants, queryMutants } = proveTurn(both.context, both.advancedTool, send.context.steps)
    expect(Object.keys(nullAgents).toSorted()).toEqual(['literal', 'repeat-last-turn', 'silent', 'spam-reads'])
    for (const { tried, failed } of Object.values(nullAgents)) expect(failed).toBe(tried)
    expect(Object.keys(mutants).toSorted()).toEqual(['alter-argument', 'drop-call'])
    expect(Object.keys(queryMutants).toSorted()).toEqual(['drop-goal', 'other-query', 'sibling-verb', 'swap-values'])
    for (const { tried, killed, survived } of [...Object.values(mutants), ...Object.values(queryMutants)]) {
      expect(tried).toBeGreaterThan(0)
      expect([killed, survived]).toEqual([tried, 0])
    }
  })
})

describe('grounding', () => {
  it('refuses an id that nothing showed, even when it is the right one', () => {
    expect(prove(send, { steps: sentBy([[FIND], [MOVE]]) })).toEqual([
      { kind: 'ungrounded-argument', turn: 0, step: 1, call: 0, at: '/branch_id', value: 'B52' },
    ])
  })

  it('refuses an argument from a result of the same step', () => {
    expect(
      prove(send, { steps: sentBy([[FIND, LIST, MOVE]]) }).map(({ kind, step, call }) => [kind, step, call]),
    ).toEqual([
      ['ungrounded-argument', 0, 2],
      ['ungrounded-argument', 0, 2],
    ])
  })

  it('refuses an invented id where a look-up failed first', () => {
    const steps = sentBy([[['find_parcel', { recipient: 'Ada Dah' }]], [LIST], [MOVE]])
    expect(prove(send, { steps }).filter(({ kind }) => kind === 'ungrounded-argument')).toMatchObject([
      { step: 0, at: '/recipient', value: 'Ada Dah' },
      { step: 2, at: '/parcel_id', value: 'P101' },
    ])
  })
})

describe('leak', () => {
  const asking = (text: string): Partial<ActingTurn> => ({ query: { ...send.context.query, text } })
  const leaks = (change: Partial<ActingTurn>): string[] =>
    prove(send, change).flatMap((reason) => (reason.kind === 'leak' ? [reason.text] : []))
  const said = send.context.query.text

  it('finds a value that only a hidden call shows', () => {
    expect(leaks(asking(`${said} It has the number P101.`))).toEqual(['P101'])
    expect(leaks(asking(`${said} That is B52.`))).toEqual(['B52'])
  })

  it('finds no value inside a longer word', () => {
    expect(leaks(asking(`${said} (XP1015)`))).toEqual([])
  })

  it('takes no constant that a tool always returns for a value that was found', () => {
    const { start, trace } = send.context
    const [first, ...others] = trace.calls
    if (!first) throw new Error('this trace has calls')
    const shown = { ...first, result: { ...first.result, value: { parcel_id: 'P101', object: 'parcel' } } }
    const leaked = (object: JsonObject): string[] => {
      const returns = { type: 'object', properties: { parcel_id: { type: 'string' }, object } }
      const tools = start.tools.map((tool) => (tool.name === 'find_parcel' ? { ...tool, returns } : tool))
      return leaksOf('Where is the parcel P101?', { ...trace, calls: [shown, ...others] }, { ...start, tools }, '')
    }
    expect(leaked({ type: 'string' })).toEqual(['P101', 'parcel'])
    expect(leaked({ type: 'string', enum: ['parcel', 'letter'] })).toEqual(['P101', 'parcel'])
    expect(leaked({ type: 'string', enum: ['parcel'] })).toEqual(['P101'])
    expect(leaked({ const: 'parcel' })).toEqual(['P101'])
  })

  it('finds the name of a tool or a parameter in code form', () => {
    expect(leaks(asking(`${said} Use send_to_branch with the parcel_id.`)).toSorted()).toEqual([
      'parcel_id',
      'send_to_branch',
    ])
  })

  it('finds the words of a hidden step', () => {
    expect(leaks(asking(`${said} You will have to go through all branches.`)).length).toBeGreaterThan(0)
  })

  it('finds the steps in the query that nobody should be given', () => {
    expect(leaks(asking(send.context.query.easy)).length).toBeGreaterThan(0)
  })
})

describe('completeness', () => {
  const asking = (text: string): Partial<ActingTurn> => ({ query: { ...send.context.query, text } })

  it.each([
    ['only two proper names', 'Ada Dahl, Canal Walk.'],
    ['no wish', 'Good morning!'],
    ['another parcel', send.context.query.text.replaceAll('Ada Dahl', 'Omar Novak')],
    ['another branch', send.context.query.text.replaceAll('Canal Walk', 'Elm Square')],
    ['a value that stands for nothing', `${send.context.query.text} By 17 o'clock.`],
    ['a thing nobody has', send.context.query.text.replaceAll('Ada Dahl', 'Zoe Nobody')],
  ])('refuses a query with %s', (_, text) => {
    expect(kindsFor(send, asking(text))).toContain('incomplete-query')
  })

  it('refuses a query that asks for one thing of two', () => {
    expect(kindsFor(both, { query: { ...both.context.query, text: weigh.context.query.text } })).toContain(
      'incomplete-query',
    )
  })

  it('refuses a query that points back where there is nothing to point at', () => {
    expect(kindsFor(weigh, { query: { ...weigh.context.query, text: weighIt.context.query.text } })).toContain(
      'incomplete-query',
    )
  })
})

describe('reasoning', () => {
  const thinking = (reasoning: string): Partial<ActingTurn> => ({
    steps: send.context.steps.map((step, s) => (s === 0 ? { ...step, reasoning } : step)),
  })

  it.each(['The hint says to look the parcel up first.', 'The gold calls are three.', 'As the critique said.'])(
    'refuses to speak of how the data is made: %s',
    (reasoning) => {
      expect(prove(send, thinking(reasoning))).toMatchObject([
        { kind: 'unsupported-claim', where: 'reasoning', turn: 0, step: 0 },
      ])
    },
  )

  it('refuses a number that nothing showed by then', () => {
    expect(prove(send, thinking('Their parcel is number 101.'))).toEqual([
      { kind: 'unsupported-claim', where: 'reasoning', turn: 0, step: 0, text: '101' },
    ])
  })
})

describe('the advanced tool', () => {
  it('is refused when its body does not make the calls of the trace', () => {
    const { advancedTool, context } = send
    const [first, ...rest] = advancedTool.body
    if (!first) throw new Error('no body')
    const changed = {
      ...advancedTool,
      body: [{ ...first, arguments: [{ at: '/recipient', value: { constant: 'Mei Torres' } }] }, ...rest],
    }
    expect(proveTurn(context, changed, undefined).reasons).toMatchObject([
      { kind: 'missing-call', tool: advancedTool.name },
    ])
    expect(proveTurn(context, { ...advancedTool, body: rest }, undefined).reasons.length).toBeGreaterThan(0)
  })
})

describe('trials', () => {
  it('refuse a turn that doing nothing passes: gold that does nothing', () => {
    const trace = { ...weigh.context.trace, goal: { ...weigh.context.trace.goal, answers: [] } }
    expect(prove(weigh, { trace })).toContainEqual({ kind: 'null-agent', turn: 0, name: 'silent', witness: 'silent' })
  })

  it('refuse a turn that the turn before, done again, passes', () => {
    const { reasons } = proveTurn(weigh.context, weigh.advancedTool, weigh.context.steps)
    expect(reasons).toEqual([{ kind: 'null-agent', turn: 0, name: 'repeat-last-turn', witness: 'repeat-last-turn' }])
  })

  it('refuse a trace with a call that nothing needs', () => {
    const { context } = send
    const binding = {
      at: '/parcel_id',
      value: 'P101',
      source: { from: 'result', turn: 0, call: 0, path: '/parcel_id' },
    } as const
    const found = context.trace.calls.findIndex(({ call }) => call.name === 'find_parcel')
    const trace = withCallAt(
      context.trace,
      found + 1,
      'get_parcel',
      { parcel_id: 'P101' },
      [{ ...binding, source: { ...binding.source, call: found } }],
      context.start,
    )
    const { reasons } = proveTurn({ ...context, trace }, undefined, undefined)
    expect(reasons).toContainEqual(
      expect.objectContaining({
        kind: 'mutant',
        name: 'drop-call',
        witness: expect.stringContaining('get_parcel') as string,
      }),
    )
  })

  it('refuse a query whose meaning does not lie where it says', () => {
    const reasons = prove(send, { query: { ...send.context.query, spans: [[0, 0]] } })
    expect(reasons).toContainEqual(expect.objectContaining({ kind: 'query-mutant', name: 'drop-goal' }))
  })
})
