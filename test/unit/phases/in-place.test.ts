import { describe, expect, it } from 'vitest'
import { worldKind } from '../../../src/catalog/worlds.js'
import type { JsonObject } from '../../../src/core/json.js'
import type { Trace } from '../../../src/core/trace.js'
import type { Visible } from '../../../src/core/visible.js'
import { fileSystem, posting, ticketing } from '../../../src/environments/index.js'
import { isRelated } from '../../../src/phases/graph-interaction/related.js'
import { isTold } from '../../../src/phases/graph-interaction/told.js'
import { searchesInVain } from '../../../src/phases/graph-interaction/vain-search.js'

const { graph } = worldKind([fileSystem, posting, ticketing]).semantics

interface Wish {
  readonly tool: string
  readonly args: JsonObject
  readonly value: JsonObject
  /** Leaves of the result that are owed. */
  readonly owes?: readonly string[]
  /** It is only a step on the way. */
  readonly step?: true
}

function traceOf(...wishes: readonly Wish[]): Trace {
  const digest = 'sha256:0'
  const goals = wishes.flatMap(({ step }, i) => (step ? [] : [i]))
  return {
    target: '',
    start: digest,
    end: digest,
    requests: goals.map((i) => ({
      tool: wishes[i]?.tool ?? '',
      arguments: Object.fromEntries(
        Object.entries(wishes[i]?.args ?? {}).map(([name, value]) => [name, { by: 'value', value }]),
      ),
    })),
    calls: wishes.map(({ tool, args, value, step = false }) => ({
      call: { id: 'c', name: tool, arguments: args },
      result: { callId: 'c', value },
      bindings: [],
      needs: [],
      hidden: step,
    })),
    goal: {
      calls: goals,
      answers: wishes.flatMap(({ owes = [] }, call) => owes.map((path) => ({ call, path }))),
    },
    signature: digest,
  }
}

function after(said: { readonly query?: string; readonly answer?: string }, facts: Visible['facts'] = []): Visible {
  const { query = '', answer = '' } = said
  const places = { 'file-system': '/desk/photos' }
  return { turn: 1, facts, conditions: [], places, queries: [query], answers: [answer], calls: [] }
}

const path = { current_working_directory: '/desk/photos' }
const where = { tool: 'pwd', args: {}, value: path, owes: ['/current_working_directory'] }
const replies = {
  tool: 'get_tweet_comments',
  args: { tweet_id: 4 },
  value: { comments: [{ username: 'ada', content: 'More soon' }] },
  owes: ['/comments/0/username', '/comments/0/content'],
}

describe('a wish asks for what was told', () => {
  it('when the last answer says it', () => {
    expect(isTold(traceOf(where), graph, after({ answer: "That's done. You're in /desk/photos now." }))).toBe(true)
    expect(isTold(traceOf(where), graph, after({ answer: 'The file is gone.' }))).toBe(false)
  })

  it('when all it shows is what the user wrote', () => {
    const facts = [{ entity: 'username', value: 'ada', span: [0, 0] as const }]
    expect(isTold(traceOf(replies), graph, after({ query: 'Reply "More soon" to it' }, facts))).toBe(true)
    expect(isTold(traceOf(replies), graph, after({ query: 'Reply "More soon" to it' }))).toBe(false)
  })
})

describe('wishes of a message are related', () => {
  const move = { tool: 'mv', args: { source: 'a.txt', destination: 'old' }, value: { result: 'moved' } }
  it('when one names what the other names or shows', () => {
    const read = { tool: 'cat', args: { file_name: 'a.txt' }, value: { file_content: 'one' } }
    const list = { tool: 'ls', args: {}, value: { current_directory_content: ['a.txt', 'b.txt'] } }
    expect(isRelated(traceOf(move, read), graph)).toBe(true)
    expect(isRelated(traceOf(move, list), graph)).toBe(true)
  })

  it('but not because they are about the same kind of thing', () => {
    const other = { tool: 'cat', args: { file_name: 'b.txt' }, value: { file_content: 'two' } }
    const ticket = { tool: 'close_ticket', args: { ticket_id: 8 }, value: { status: 'closed' } }
    expect(isRelated(traceOf(move, other), graph)).toBe(false)
    expect(isRelated(traceOf(move, ticket), graph)).toBe(false)
  })
})

describe('a search is in vain', () => {
  const find = {
    tool: 'find',
    args: { path: '/', name: 'a.txt' },
    value: { matches: ['/old/a.txt'] },
    step: true,
  } as const
  const go = (folder: string): Wish => ({ tool: 'cd', args: { folder }, value: {}, step: true })
  const read = { tool: 'cat', args: { file_name: 'a.txt' }, value: { file_content: 'one' } }
  it('when it leads nowhere that was not shown', () => {
    expect(searchesInVain(traceOf(find, read), graph, after({}))).toBe(true)
    expect(searchesInVain(traceOf(find, go('..'), read), graph, after({}))).toBe(true)
    expect(searchesInVain(traceOf(find, go('/'), go('photos'), read), graph, after({}))).toBe(true)
    expect(searchesInVain(traceOf(find, go('..'), go('old'), read), graph, after({}))).toBe(false)
  })
})
