import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/core/json.js'
import { createRng } from '../../../src/core/random.js'
import type { Trace } from '../../../src/core/trace.js'
import { createScenario, type Environment } from '../../../src/environment/index.js'
import { fileSystem, ticketing } from '../../../src/environments/index.js'
import { undoesItself } from '../../../src/phases/graph-interaction/undoing.js'

type Made = readonly [tool: string, args: JsonObject]

/** A message with two wishes, and whether the second takes the first back. */
function isUndone(environment: Environment, session: readonly Made[], wishes: readonly Made[]): boolean {
  const { world } = createScenario([environment], createRng('undoing'))
  for (const [name, args] of session) world.call({ id: 's', name, arguments: args })
  const run = world.fork()
  const calls = wishes.map(([name, args], i) => {
    const call = { id: `c${i}`, name, arguments: args }
    const result = run.call(call)
    expect(result.error).toBeUndefined()
    return { call, result, bindings: [], needs: [], hidden: false }
  })
  const digest = world.digest()
  const trace: Trace = {
    target: wishes.at(-1)?.[0] ?? '',
    start: digest,
    end: digest,
    requests: [],
    calls,
    goal: { calls: calls.map((_, i) => i), answers: [] },
    signature: digest,
  }
  return undoesItself(trace, world)
}

describe('undoesItself', () => {
  const there: Made[] = [['touch', { file_name: 'old.txt' }]]
  const files = (...wishes: Made[]): boolean => isUndone(fileSystem, there, wishes)
  const write = (content: string, file = 'old.txt'): Made => ['echo', { content, file_name: file }]

  it('finds what is made and taken away, or written over, in one message', () => {
    expect(files(['touch', { file_name: 'new.txt' }], ['rm', { file_name: 'new.txt' }])).toBe(true)
    expect(files(write('one'), write('two'))).toBe(true)
    expect(files(write('one'), ['rm', { file_name: 'old.txt' }])).toBe(true)
  })

  it('lets an empty thing be filled, and other things be', () => {
    expect(files(['touch', { file_name: 'new.txt' }], write('text', 'new.txt'))).toBe(false)
    expect(files(['touch', { file_name: 'a.txt' }], ['touch', { file_name: 'b.txt' }])).toBe(false)
    expect(files(write('text'), ['cp', { source: 'old.txt', destination: 'b.txt' }])).toBe(false)
  })

  it('lets two new things be counted', () => {
    const ticket = (title: string): Made => ['create_ticket', { title, description: 'Nothing more.', priority: 2 }]
    expect(
      isUndone(ticketing, [['ticket_login', { username: 'ada', password: 'secret' }]], [ticket('One'), ticket('Two')]),
    ).toBe(false)
  })
})
