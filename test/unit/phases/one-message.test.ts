import { describe, expect, it } from 'vitest'
import { worldKind } from '../../../src/catalog/worlds.js'
import type { JsonObject } from '../../../src/core/json.js'
import type { Reference } from '../../../src/core/reference.js'
import type { Trace } from '../../../src/core/trace.js'
import { fileSystem, ticketing } from '../../../src/environments/index.js'
import { losesPlace, namesLate } from '../../../src/phases/graph-interaction/one-message.js'

const { graph } = worldKind([fileSystem, ticketing]).semantics

type Made = readonly (readonly [tool: string, args: JsonObject, isWish?: 'wish'])[]

/** The calls of a message, wishes among them marked. */
function traceOf(made: Made, requests: Trace['requests'] = []): Trace {
  const digest = 'sha256:0'
  return {
    target: 'touch',
    start: digest,
    end: digest,
    requests,
    calls: made.map(([name, args], i) => ({
      call: { id: `c${i}`, name, arguments: args },
      result: { callId: `c${i}`, value: null },
      bindings: [],
      needs: [],
      hidden: false,
    })),
    goal: { calls: made.flatMap(([, , isWish], i) => (isWish ? [i] : [])), answers: [] },
    signature: digest,
  }
}

function loses(...made: Made): boolean {
  return losesPlace(graph, traceOf(made))
}

/** Wishes about one file, which each means in its own way. */
function late(first: Reference, second: Reference): boolean {
  const made = [
    ['cat', { file_name: 'a.txt' }, 'wish'],
    ['sort', { file_name: 'a.txt' }, 'wish'],
  ] as const
  return namesLate(
    graph,
    traceOf(
      made,
      made.map(([tool], i) => ({ tool, arguments: { file_name: i === 0 ? first : second } })),
    ),
  )
}

describe('losesPlace', () => {
  it('finds a wish that acts here after the way to another has led elsewhere [one-message]', () => {
    expect(
      loses(['cd', { folder: 'old' }], ['cat', { file_name: 'a.txt' }, 'wish'], ['touch', { file_name: 'n' }, 'wish']),
    ).toBe(true)
    expect(loses(['cd', { folder: 'old' }], ['cat', { file_name: 'a.txt' }, 'wish'], ['pwd', {}, 'wish'])).toBe(true)
  })

  it('lets wishes be that come before it, that name what they are about, or that asked to go there', () => {
    const there = ['cd', { folder: 'old' }] as const
    const read = ['cat', { file_name: 'a.txt' }, 'wish'] as const
    expect(loses(['touch', { file_name: 'n' }, 'wish'], there, read)).toBe(false)
    expect(loses(there, read, ['sort', { file_name: 'b.txt' }, 'wish'])).toBe(false)
    expect(loses([...there, 'wish'], ['touch', { file_name: 'n' }, 'wish'])).toBe(false)
    expect(loses(there, read, ['logout', {}, 'wish'])).toBe(false)
    expect(loses(there, read, ['cd', { folder: 'drafts' }, 'wish'])).toBe(false)
    expect(loses(there, read, ['cd', { folder: '..' }, 'wish'])).toBe(true)
  })
})

describe('namesLate', () => {
  const named = { by: 'value', value: 'a.txt' } as const
  const described = { by: 'field', field: 'name', match: 'contains', value: 'a' } as const
  const pronoun = { by: 'earlier' } as const

  it('finds a thing that is named after it was called "it" or described [one-message]', () => {
    expect(late(pronoun, named)).toBe(true)
    expect(late(described, named)).toBe(true)
    expect(late(pronoun, described)).toBe(true)
  })

  it('lets a thing be named first, or meant in one way throughout', () => {
    expect(late(named, pronoun)).toBe(false)
    expect(late(named, described)).toBe(false)
    expect(late(named, named)).toBe(false)
    expect(late(pronoun, pronoun)).toBe(false)
  })
})
