import type { Reference, Request } from '../core/reference.js'
import { decode, type Lexicon } from './lexicon.js'
import { holdsInOrder } from './pattern.js'

/** What a user message asks for, read from its words alone. */
export interface Reading {
  readonly requests: readonly Request[]
  /** The words of each request. */
  readonly spans: readonly (readonly [number, number])[]
  /** Value-like words (numbers, quotations) that no request accounts for. */
  readonly unread: readonly string[]
  /** Words that two tools could be meant by. */
  readonly ambiguous: boolean
}

interface Found {
  readonly request: Request
  readonly span: readonly [number, number]
}

const readings = new WeakMap<Lexicon, Map<string, Reading>>()

/** Readings remembered per lexicon: a message is read by its writer, by who acts on it, and by the verifiers. */
const REMEMBERED = 64

/**
 * Words -> goals and arguments: the inverse of `realise`. Sees the text and which tools are on offer, neither a trace nor
 * how the text was made. Longer wordings win over shorter ones inside them.
 */
export function read(lexicon: Lexicon, text: string, offered?: ReadonlySet<string>): Reading {
  if (offered && !lexicon.tools.every((tool) => offered.has(tool))) return readAmong(lexicon, text, offered)
  const known = readings.get(lexicon) ?? new Map<string, Reading>()
  readings.set(lexicon, known)
  let reading = known.get(text)
  if (!reading) {
    reading = readAmong(lexicon, text)
    if (known.size >= REMEMBERED) known.clear()
    known.set(text, reading)
  }
  return reading
}

function readAmong(lexicon: Lexicon, text: string, offered?: ReadonlySet<string>): Reading {
  const found = lexicon.asks
    .filter(({ tool, words }) => holdsInOrder(text, words) && (!offered || offered.has(tool)))
    .flatMap((ask): Found[] => {
      const matches: Found[] = []
      ask.regex.lastIndex = 0
      for (let match = ask.regex.exec(text); match; match = ask.regex.exec(text)) {
        const args = decodeSlots(lexicon, ask.tool, ask.variant.slots, match.groups ?? {})
        if (args)
          matches.push({
            request: { tool: ask.tool, arguments: args },
            span: [match.index, match.index + match[0].length],
          })
        ask.regex.lastIndex = match.index + 1
      }
      return matches
    })
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
  lexicon: Lexicon,
  tool: string,
  slots: readonly { readonly slot: string; readonly form?: string }[],
  groups: { [name: string]: string },
): Request['arguments'] | undefined {
  const args: { [parameter: string]: Reference } = {}
  for (const [i, slot] of slots.entries()) {
    const words = groups[`s${i}`]
    const reference = words === undefined ? undefined : decode(lexicon.sayings(tool, slot), words)
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
