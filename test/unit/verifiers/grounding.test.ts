import { describe, expect, it } from 'vitest'
import { worldKind } from '../../../src/catalog/index.js'
import type { JsonObject } from '../../../src/core/json.js'
import type { Message } from '../../../src/core/message.js'
import { createWorld } from '../../../src/environment/index.js'
import { fileSystem } from '../../../src/environments/index.js'
import { verifyGrounding } from '../../../src/verifiers/index.js'
import { counter } from '../../support/counter.js'
import { deskTurn, SEND, stepsOf } from '../../support/desk.js'

const { semantics, environments } = worldKind([counter])
const start = createWorld(environments, {
  environments: [counter.ref],
  state: { counter: { count: 7, log: ['ab', 'a longer note'], seat: 'front', generator: { seed: 1, drawn: 0 } } },
  clock: '',
})
const { context } = await deskTurn([SEND])

/** What is ungrounded in these calls, made one after another after a call that showed `shown`. */
function ungrounded(shown: JsonObject, calls: readonly (readonly [name: string, args: JsonObject])[]): unknown[] {
  const messages: Message[] = [
    { role: 'system', content: '' },
    { role: 'user', content: 'How far are we?' },
    {
      role: 'assistant',
      content: '',
      tool_calls: [{ id: 'x', type: 'function', function: { name: 'show', arguments: {} } }],
    },
    { role: 'tool', tool_call_id: 'x', name: 'show', content: JSON.stringify(shown) },
    { role: 'assistant', content: 'So far.' },
  ]
  const query = { ...context.query, text: 'Go on.', mentions: [], spans: [] }
  const steps = stepsOf(
    start,
    calls.map((call) => [call]),
    '',
  )
  return verifyGrounding({ ...context, ...semantics, turn: 1, start, messages, query, steps }).map((reason) =>
    'value' in reason ? reason.value : reason.kind,
  )
}

describe('verifyGrounding', () => {
  it('takes a value that an earlier result shows, and none that nothing shows', () => {
    expect(ungrounded({ note: 'a longer note' }, [['spoil', { note: 'a longer note' }]])).toEqual([])
    expect(ungrounded({ note: 'a longer note' }, [['spoil', { note: 'a longer' }]])).toEqual(['a longer'])
    expect(ungrounded({ count: 1234 }, [['spoil', { note: 'another' }]])).toEqual(['another'])
  })

  it('takes documented words and defaults', () => {
    expect(ungrounded({}, [['sit', { seat: 'back' }]])).toEqual([])
    expect(ungrounded({ a: 1234 }, [['spoil', { note: 'added' }]])).toEqual(['added'])
  })

  it('takes the parts of a path that a result shows', () => {
    expect(ungrounded({ path: '/home/ada/notes' }, [['spoil', { note: 'ada' }]])).toEqual([])
  })

  it('takes nothing from an error', () => {
    expect(
      ungrounded({ error: 'There is no long note here.' }, [
        ['spoil', { note: 'first words' }],
        ['spoil', { note: 'Spoiled after noting first words.' }],
      ]),
    ).toEqual(['first words', 'Spoiled after noting first words.'])
  })

  it('knows the words for moving up where there are places', () => {
    const shell = worldKind([fileSystem]).semantics
    const state = {
      longContext: false,
      objects: [{ type: 'directory', name: 'home', map: 0, parent: null }],
      maps: [[]],
      root: 0,
      cwd: 0,
    }
    const world = createWorld([fileSystem], {
      environments: [fileSystem.ref],
      state: { 'file-system': state },
      clock: '',
    })
    const acting = (folder: string): unknown[] =>
      verifyGrounding({
        ...context,
        ...shell,
        start: world,
        messages: [],
        query: { ...context.query, text: '' },
        steps: stepsOf(world, [[['cd', { folder }]]], ''),
      })
    expect(acting('..')).toEqual([])
    expect(acting('elsewhere')).toHaveLength(1)
  })

  it.each<[string, JsonObject, JsonObject]>([
    ['a number below 100', { count: 7 }, { amount: 7 }],
    ['a text of two characters', { tag: 'ab' }, { amount: 7, note: 'ab' }],
    ['the number of an item in a list', { items: ['x', 'y'] }, { amount: 7, note: '1' }],
  ])('takes no bare occurrence of %s', (_, shown, args) => {
    expect(ungrounded(shown, [['add', args]]).length).toBe(Object.keys(args).length)
  })
})
