import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/core/json.js'
import { messagesOf } from '../../../src/core/trajectory.js'
import { looksFailed, parseResult, visibleOf } from '../../../src/language/index.js'
import { after, conversationOf, deskTurn, deskWorld, kind, SEND, WEIGH, WEIGH_IT } from '../../support/desk.js'

const send = await deskTurn([SEND])
const weighIt = await deskTurn([WEIGH_IT], send)
const { lexicon } = kind.semantics

describe('visibleOf', () => {
  const visible = visibleOf(lexicon, conversationOf(weighIt), deskWorld().tools)

  it('reads calls and results from messages, by turn and position in it', () => {
    const turns = [send, weighIt].map(({ context }) =>
      context.steps.flatMap((step) => step.calls.map((call, i) => ({ call, value: step.results[i]?.value }))),
    )
    expect(visible.calls.map(({ turn, index, call, result }) => ({ turn, index, call, value: result.value }))).toEqual(
      turns.flatMap((calls, turn) => calls.map((made, index) => ({ turn, index, ...made }))),
    )
    expect(visible.queries).toEqual([send, weighIt].map(({ context }) => context.query.text))
    expect(visible.turn).toBe(1)
  })

  it('sees nothing that is not in the messages', () => {
    const [first] = conversationOf(send)
    expect(visibleOf(lexicon, first ? [first] : [], deskWorld().tools)).toEqual({
      turn: 0,
      queries: [],
      calls: [],
      facts: [],
      conditions: [],
      denied: [],
      places: {},
      rules: [],
    })
  })

  it('takes errors for errors, and skips results that answer no call', () => {
    const messages = messagesOf('', [
      {
        query: { text: 'Hello' },
        steps: [
          {
            content: '',
            calls: [{ id: 'a', name: 'find_parcel', arguments: { recipient: 'X' } }],
            results: [{ callId: 'a', value: { error: 'No parcel waits for X.' } }],
          },
        ],
      },
    ])
    const { calls } = visibleOf(
      lexicon,
      [...messages, { role: 'tool', tool_call_id: 'none', name: 'find_parcel', content: '{}' }],
      deskWorld().tools,
    )
    expect(calls).toHaveLength(1)
    expect(calls[0]?.result.error).toBeDefined()
  })

  it('is the same before and after the world moved: it never looks at it', () => {
    expect(visibleOf(lexicon, conversationOf(send), after(send).tools)).toEqual(
      visibleOf(lexicon, conversationOf(send), deskWorld().tools),
    )
    expect(WEIGH.tool).not.toBe(SEND.tool)
  })
})

describe('parseResult', () => {
  it.each([
    ['{"a":[1,null]}', 'object', { a: [1, null] }],
    ['[1,2]', 'array', [1, 2]],
    ['null', 'object', null],
    ['12.5', 'number', 12.5],
    ['-3e5', 'number', -300000],
    ['true', 'boolean', true],
    ['12', 'string', '12'],
    ['true', 'string', 'true'],
    ['plain words', undefined, 'plain words'],
    ['{not json', 'object', '{not json'],
    ['012', undefined, '012'],
  ])('of %j declared %s is %j', (text, type, value) => {
    expect(parseResult(text, type)).toEqual(value)
  })
})

describe('looksFailed', () => {
  it('goes by what an assistant sees', () => {
    expect(
      [{ error: 'x' }, 'Error: x', { errors: [] }, 'No error', null, ['error']].map((value) =>
        looksFailed(value as Json),
      ),
    ).toEqual([true, true, false, false, false, false])
  })
})
