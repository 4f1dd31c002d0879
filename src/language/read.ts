import type { Reference, Request } from '../core/reference.js'
import { spelledOut } from './again.js'
import { conditionalsOf, inflated } from './conditional.js'
import { conversationsOf, isRetry, revise } from './conversation.js'
import { type AskIndex, askIndex } from './ask-index.js'
import type { Ask, Lexicon } from './lexicon.js'
import { decode } from './sayings.js'
import { holdsInOrder } from './pattern.js'
import { denoised } from './noise/noise.js'
import { readRecall } from './recall.js'

/** What a user message asks for, read from its words and those of the messages before it. */
export interface Reading {
  /** What no tool does is asked of a name that begins with `@`. */
  readonly requests: readonly Request[]
  /** The words of each request. */
  readonly spans: readonly (readonly [number, number])[]
  /** Value-like words (numbers, quotations) that no request accounts for. */
  readonly unread: readonly string[]
  /** Words that two tools could be meant by. */
  readonly ambiguous: boolean
  /** The name of what is to be told again. */
  readonly recall?: string
  /** The message leans on an earlier one: it says what was asked for, asks for the same again, or changes it. */
  readonly follows?: 'reply' | 'retry' | 'revision'
}

interface Found {
  readonly request: Request
  readonly span: readonly [number, number]
}

const readings = new WeakMap<Lexicon, Map<string, Reading>>()

/** Readings remembered per lexicon: a message is read by its writer, by who acts on it, and by the verifiers. */
const REMEMBERED = 64

/**
 * Words -> goals and arguments: the inverse of `realise`. Sees the text, the user's earlier messages and which day it is, neither a
 * trace nor how the text was made. Slips of the fingers and of the tongue are taken back first, and days are taken for dates where
 * that makes sense; spans are those of the text so meant. Longer wordings win over shorter ones inside them.
 */
export function read(lexicon: Lexicon, written: string, earlier: readonly string[] = [], today?: string): Reading {
  const said = denoised(written)
  const meant = today === undefined ? said : denoised(written, today)
  const reading = meant === said ? undefined : readMeant(lexicon, meant, earlier, today)
  const sensible = reading && reading.requests.length > 0 && reading.unread.length === 0
  return sensible ? reading : readMeant(lexicon, said, earlier, today)
}

function readMeant(lexicon: Lexicon, text: string, earlier: readonly string[], today: string | undefined): Reading {
  const known = readings.get(lexicon) ?? new Map<string, Reading>()
  readings.set(lexicon, known)
  let reading = known.get(text)
  if (!reading) {
    reading = readAlone(lexicon, text)
    if (known.size >= REMEMBERED) known.clear()
    known.set(text, reading)
  }
  if (reading.requests.length > 0 || reading.recall !== undefined) return reading
  return readFollowUp(lexicon, text, earlier, today) ?? reading
}

/** What a message means whatever was said before. */
function readAlone(lexicon: Lexicon, text: string): Reading {
  const said = settle(text, findAsks(indexOf(lexicon).likely(text), text))
  const reading = { ...said, requests: spelledOut(lexicon, inflated(lexicon, said.requests)) }
  if (reading.requests.length > 0) return reading
  const recall = readRecall(lexicon, text)
  return recall === undefined ? reading : { ...reading, recall }
}

/** A message that means nothing by itself: what it means after the one before. */
function readFollowUp(
  lexicon: Lexicon,
  text: string,
  earlier: readonly string[],
  today: string | undefined,
): Reading | undefined {
  const last = earlier.at(-1)
  if (last === undefined) return undefined
  const before = read(lexicon, last, earlier.slice(0, -1), today).requests
  const whole = [0, text.length] as const
  if (isRetry(text))
    return {
      requests: before,
      spans: before.map(() => whole),
      unread: [],
      ambiguous: false,
      follows: 'retry',
    }
  return readReply(lexicon, text, before) ?? readRevision(lexicon, text, before)
}

function readReply(lexicon: Lexicon, text: string, before: readonly Request[]): Reading | undefined {
  const [asked] = before
  if (!asked || before.length > 1) return undefined
  for (const { definition, replies } of conversationsOf(lexicon).incomplete) {
    const { tool, parameter } = definition
    if (asked.tool !== tool || Object.hasOwn(asked.arguments, parameter)) continue
    const said = settle(text, findAsks(replies, text))
    const value = said.requests[0]?.arguments[parameter]
    if (!value) continue
    const requests = [{ tool, arguments: { ...asked.arguments, [parameter]: value } }]
    return { ...said, requests, spans: said.spans.slice(0, 1), follows: 'reply' }
  }
  return undefined
}

function readRevision(lexicon: Lexicon, text: string, before: readonly Request[]): Reading | undefined {
  const done = before.at(-1)
  for (const { definition, asks } of done ? conversationsOf(lexicon).revisions : []) {
    if (done?.tool !== definition.tool) continue
    const said = settle(text, findAsks(asks, text))
    const value = said.requests[0]?.arguments[definition.parameter]
    const [span] = said.spans
    if (!value || !span) continue
    const requests = revise(definition, done, value)
    return { ...said, requests, spans: requests.map(() => span), follows: 'revision' }
  }
  return undefined
}

const indexes = new WeakMap<Lexicon, AskIndex>()

/** All ways to ask for something. */
function indexOf(lexicon: Lexicon): AskIndex {
  const known = indexes.get(lexicon)
  if (known) return known
  const { incomplete, unsupported } = conversationsOf(lexicon)
  const others = [...incomplete, ...unsupported, ...conditionalsOf(lexicon)].flatMap(({ asks }) => asks)
  const index = askIndex([...lexicon.asks, ...others])
  indexes.set(lexicon, index)
  return index
}

function findAsks(asks: readonly Ask[], text: string): Found[] {
  const likely = asks.filter(({ words }) => holdsInOrder(text, words))
  return likely.flatMap((ask): Found[] => {
    const matches: Found[] = []
    ask.regex.lastIndex = 0
    for (let match = ask.regex.exec(text); match; match = ask.regex.exec(text)) {
      const args = decodeSlots(ask, match.groups ?? {})
      if (args)
        matches.push({
          request: { tool: ask.tool, arguments: args },
          span: [match.index, match.index + match[0].length],
        })
      ask.regex.lastIndex = match.index + 1
    }
    return matches
  })
}

/** Of overlapping wordings the longer ones; in the order of the text. */
function settle(text: string, found: readonly Found[]): Reading {
  const byLength = found.toSorted((a, b) => length(b) - length(a) || a.span[0] - b.span[0])
  const kept: Found[] = []
  let ambiguous = false
  for (const candidate of byLength) {
    const rival = kept.find((other) => candidate.span[0] < other.span[1] && other.span[0] < candidate.span[1])
    if (!rival) kept.push(candidate)
    else if (length(rival) === length(candidate) && JSON.stringify(rival.request) !== JSON.stringify(candidate.request))
      ambiguous = true
  }
  const ordered = kept.toSorted((a, b) => a.span[0] - b.span[0])
  return {
    requests: ordered.map(({ request }) => request),
    spans: ordered.map(({ span }) => span),
    unread: unreadValues(
      text,
      ordered.map(({ span }) => span),
    ),
    ambiguous,
  }
}

function length({ span: [from, to] }: Found): number {
  return to - from
}

function decodeSlots(
  { tool, variant: { slots }, sayings }: Ask,
  groups: { [name: string]: string },
): Request['arguments'] | undefined {
  const args: { [parameter: string]: Reference } = {}
  for (const [i, slot] of slots.entries()) {
    const words = groups[`s${i}`]
    const reference = words === undefined ? undefined : decode(sayings(tool, slot), words, args)
    if (!reference) return undefined
    args[slot.slot] = reference
  }
  return args
}

function unreadValues(text: string, spans: readonly (readonly [number, number])[]): string[] {
  let rest = text
  for (const [from, to] of spans) rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to)
  return rest.match(/"[^"]*"|\S*\d\S*/g) ?? []
}
