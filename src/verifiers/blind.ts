import type { Message } from '../core/message.js'
import type { Request } from '../core/reference.js'
import type { ToolCall, ToolResult } from '../core/tool.js'
import type { VisibleCall } from '../core/visible.js'
import type { World } from '../environment/index.js'
import { knowledgeOf, learn, nextCalls } from '../graph/index.js'
import { visibleOf } from '../language/index.js'
import type { Semantics } from './context.js'
import { readNext } from './reading.js'

/** What comes of a user message when nothing but the conversation is known. */
export interface BlindRun {
  readonly world: World
  readonly calls: readonly ToolCall[]
  readonly results: readonly ToolResult[]
  /** All that was read in the text was done, or tried and refused. */
  readonly done: boolean
}

const MAX_CALLS = 16

/** Reads a message and carries it out on a fork of `start`: what the words alone, with what is visible, lead to. */
export function actOn(semantics: Semantics, start: World, messages: readonly Message[], text: string): BlindRun {
  const { requests, ambiguous } = readNext(semantics.lexicon, messages, text)
  return carryOut(semantics, start, messages, text, ambiguous ? [] : requests)
}

/** Carries wishes out on a fork of `start`, as somebody does who takes a message to mean these. */
export function carryOut(
  { graph, lexicon }: Semantics,
  start: World,
  messages: readonly Message[],
  text: string,
  requests: readonly Request[],
): BlindRun {
  const world = start.fork()
  if (requests.length === 0) return { world, calls: [], results: [], done: false }
  const visible = visibleOf(lexicon, [...messages, { role: 'user', content: text }], world.tools)
  const made: VisibleCall[] = []
  let knowledge = knowledgeOf(graph, visible)
  let done = false
  while (made.length < MAX_CALLS) {
    const next = nextCalls(graph, requests, knowledge)
    done = next.kind === 'done' || (next.kind === 'stuck' && next.stuck.reason === 'failed')
    if (next.kind !== 'calls') break
    for (const planned of next.calls) {
      const call = { id: `b${made.length}`, name: planned.tool, arguments: planned.arguments }
      const called = { turn: visible.turn, index: made.length, call, result: world.call(call) }
      made.push(called)
      knowledge = learn(graph, knowledge, [called])
    }
  }
  return { world, calls: made.map(({ call }) => call), results: made.map(({ result }) => result), done }
}
