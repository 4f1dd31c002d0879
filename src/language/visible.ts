import { isObject, type Json, sameJson } from '../core/json.js'
import type { Message, MessageToolCall } from '../core/message.js'
import type { ToolSpec } from '../core/tool.js'
import type { Visible, VisibleCall } from '../core/visible.js'
import { readBriefing } from './briefing.js'
import type { Lexicon } from './lexicon.js'

/** What an assistant has in front of it, read from the conversation alone. Turns are counted by user messages. */
export function visibleOf(lexicon: Lexicon, messages: readonly Message[], specs: readonly ToolSpec[]): Visible {
  return seen(lexicon, messages, specs).visible
}

/** A conversation as it was read. */
interface Seen {
  readonly lexicon: Lexicon
  readonly specs: readonly ToolSpec[]
  readonly messages: readonly Message[]
  readonly visible: Visible
  /** Calls by id; results name theirs. */
  readonly pending: ReadonlyMap<string, MessageToolCall['function']>
}

const remembered = new WeakMap<Message, Seen>()

/** The same where the last message is told by its text: every check of a turn writes the user's message anew. */
const byText = new Map<string, Seen>()
const TEXTS = 64

function recall(last: Message): Seen | undefined {
  return isText(last) ? byText.get(`${last.role} ${last.content}`) : remembered.get(last)
}

function remember(last: Message, now: Seen): void {
  if (!isText(last)) remembered.set(last, now)
  else {
    if (byText.size >= TEXTS) byText.clear()
    byText.set(`${last.role} ${last.content}`, now)
  }
}

/** Message by message, and remembered by the last one, since a conversation is read again with every step that is added. */
function seen(lexicon: Lexicon, messages: readonly Message[], specs: readonly ToolSpec[]): Seen {
  const last = messages.at(-1)
  if (!last) {
    const visible = { turn: 0, queries: [], calls: [], ...readBriefing(lexicon.environments, '') }
    return { lexicon, specs, messages, visible, pending: new Map() }
  }
  const known = recall(last)
  if (known?.lexicon === lexicon && isSame(known.messages, messages) && readsAlike(known, specs))
    return known.specs === specs ? known : { ...known, specs }
  const now = after(seen(lexicon, messages.slice(0, -1), specs), last)
  remember(last, now)
  return now
}

function isSame(one: readonly Message[], other: readonly Message[]): boolean {
  return (
    one.length === other.length &&
    one.every((message, i) => {
      const same = other[i]
      return message === same || (isText(message) && message.role === same?.role && message.content === same.content)
    })
  )
}

/** Would these tools' results be read in the same way? All that a tool list is asked for. */
function readsAlike({ visible, specs: before }: Seen, specs: readonly ToolSpec[]): boolean {
  return (
    before === specs ||
    visible.calls.every(({ call: { name } }) => sameJson(typeReturned(before, name), typeReturned(specs, name)))
  )
}

function typeReturned(specs: readonly ToolSpec[], tool: string): Json | undefined {
  return specs.find(({ name }) => name === tool)?.returns?.['type']
}

function isText({ role }: Message): boolean {
  return role === 'system' || role === 'user'
}

function after(before: Seen, message: Message): Seen {
  const messages = [...before.messages, message]
  const { visible } = before
  switch (message.role) {
    case 'system': {
      const told = before.messages.some(({ role }) => role === 'system')
        ? {}
        : readBriefing(before.lexicon.environments, message.content)
      return { ...before, messages, visible: { ...visible, ...told } }
    }
    case 'user': {
      const queries = [...visible.queries, message.content]
      return { ...before, messages, visible: { ...visible, turn: queries.length - 1, queries } }
    }
    case 'assistant': {
      const made = (message.tool_calls ?? []).map((call) => [call.id, call.function] as const)
      const pending = new Map([...before.pending, ...made])
      if (made.length > 0) return { ...before, messages, pending }
      const answers = [...(visible.answers ?? []), message.content]
      return { ...before, messages, pending, visible: { ...visible, answers } }
    }
    case 'tool': {
      const call = before.pending.get(message.tool_call_id)
      if (!call) return { ...before, messages }
      const value = parseResult(message.content, typeReturned(before.specs, call.name))
      const error = looksFailed(value) ? { error: { code: 'seen', transient: looksTransient(value) } } : {}
      const turn = visible.queries.length - 1
      const made: VisibleCall = {
        turn,
        index: visible.calls.filter((earlier) => earlier.turn === turn).length,
        call: { id: message.tool_call_id, ...call },
        result: { callId: message.tool_call_id, value, ...error },
      }
      return { ...before, messages, visible: { ...visible, calls: [...visible.calls, made] } }
    }
  }
}

/** A tool message's text as the value it shows: JSON where the tool returns structures, else the text itself. */
export function parseResult(text: string, type: Json | undefined): Json {
  const structured =
    /^[[{]/.test(text) ||
    text === 'null' ||
    (type !== 'string' && /^(true|false|-?\d+(\.\d+)?(e[+-]?\d+)?)$/.test(text))
  if (!structured) return text
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}

/** Does a result read as a failure? All an assistant can go by. */
export function looksFailed(value: Json): boolean {
  if (typeof value === 'string') return value.startsWith('Error')
  return isObject(value) && Object.hasOwn(value, 'error')
}

/** Does a failure read as one that may be gone at the next try? */
function looksTransient(value: Json): boolean {
  return /temporar|timed? ?out|try again|unavailable|too many requests|connection (was )?reset/i.test(
    JSON.stringify(value),
  )
}
