import { describe, expect, it } from 'vitest'
import { worldKind } from '../../../src/catalog/worlds.js'
import type { JsonObject } from '../../../src/core/json.js'
import type { Trace } from '../../../src/core/trace.js'
import { fileSystem, ticketing } from '../../../src/environments/index.js'
import { losesPlace } from '../../../src/phases/graph-interaction/one-message.js'

/** The calls of a message, wishes among them marked. */
function loses(...made: readonly (readonly [tool: string, args: JsonObject, isWish?: 'wish'])[]): boolean {
  const { graph } = worldKind([fileSystem, ticketing]).semantics
  const digest = 'sha256:0'
  const trace: Trace = {
    target: 'touch',
    start: digest,
    end: digest,
    requests: [],
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
  return losesPlace(graph, trace)
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
