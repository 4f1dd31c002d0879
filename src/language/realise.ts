import type { Mention } from '../core/hard-query.js'
import { chance, pick, type Rng } from '../core/random.js'
import { extremeIn, type Reference, type Request } from '../core/reference.js'
import { asWorded } from './conditional.js'
import { type Clause, compose, type Standing, type Voice } from './discourse.js'
import type { Ask, Lexicon } from './lexicon.js'
import { isSlot, type Slot, writeVariant } from './pattern.js'
import { isObjectPronoun, isPronoun, referBy, saysExactly } from './refer.js'

/** A user message with the places of its meaning. */
export interface Wording {
  readonly text: string
  readonly mentions: readonly Mention[]
  /** The words that ask for each request, in order. */
  readonly spans: readonly (readonly [number, number])[]
}

export interface Situation extends Standing {
  readonly voice: Voice
  /** Wordings to choose from instead of the tools' own. */
  readonly asks?: readonly Ask[]
  /** The wording is the whole message, in no frame. */
  readonly bare?: boolean
  /** What was asked for just before: "it" may stand for a thing that this was about, and for no other. */
  readonly before?: readonly Request[]
}

/** Goals and values -> words: the half of the language that `read` inverts. Undefined where no wording can say it. */
export function realise(
  lexicon: Lexicon,
  requests: readonly Request[],
  situation: Situation,
  random: Rng,
): Wording | undefined {
  const worded = requests.map((request, i) => {
    const topics = situation.before && topicsOf(lexicon, [...situation.before, ...requests.slice(0, i)])
    const isTopic = (entity: string | undefined): boolean => !topics || entity === undefined || topics.has(entity)
    const own = asWorded(lexicon, request)
    const words = { asks: own?.asks ?? [], ...situation }
    return own && wordRequest(lexicon, own.said, random.fork(`request${i}`), requests.length > 1, words, isTopic)
  })
  if (worded.some((clause) => clause === undefined)) return undefined
  const clauses = worded as WordedRequest[]
  const { text, starts } = compose(
    clauses.map(({ clause }) => clause),
    situation,
    situation.voice,
    random.fork('discourse'),
  )
  return {
    text,
    spans: clauses.map(({ clause }, i) => [starts[i] as number, (starts[i] as number) + clause.text.length] as const),
    mentions: clauses.flatMap(({ mentions }, i) =>
      mentions.map(({ parameter, span: [from, to], reference }): Mention => {
        const start = starts[i] as number
        return {
          span: [start + from, start + to],
          input: `${i}/${parameter}`,
          value: reference.by === 'earlier' ? null : reference.value,
          form: extremeIn(reference) ? 'superlative' : reference.by === 'earlier' ? 'anaphora' : 'literal',
          referents: 1,
        }
      }),
    ),
  }
}

/** One person writes all dates and sums alike. */
const HABITS: { readonly [register in Voice['register']]: number } = { plain: 0, brisk: 1, warm: 2 }

interface WordedRequest {
  readonly clause: Clause
  readonly mentions: readonly {
    readonly parameter: string
    readonly span: readonly [number, number]
    readonly reference: Reference
  }[]
}

function wordRequest(
  lexicon: Lexicon,
  request: Request,
  random: Rng,
  several: boolean,
  { voice, asks: all, bare = false }: Pick<Situation, 'voice' | 'bare'> & { readonly asks: readonly Ask[] },
  isTopic: (entity: string | undefined) => boolean,
): WordedRequest | undefined {
  const asks = all.filter((ask) => saysExactly(ask, request.arguments))
  const phrases = asks.filter(({ sentence }) => !sentence)
  const sentences = asks.filter(({ sentence }) => sentence)
  if (asks.length === 0) return undefined
  const preferSentence = sentences.length > 0 && chance(random.fork('kind'), several ? 1 : 2, 4)
  const ask = pick(random.fork('ask'), preferSentence ? sentences : phrases.length > 0 ? phrases : asks)
  const [head] = ask.variant.parts
  let possible = true
  const { text, spans } = writeVariant(ask.variant, random.fork('words'), (slot) => {
    const reference = request.arguments[slot.slot] as Reference
    const words = referBy(
      ask.sayings(request.tool, slot),
      reference,
      random.fork(`slot:${slot.slot}`),
      HABITS[voice.register],
      (said) =>
        (ask.sentence && slot === head && isObjectPronoun(said)) ||
        (isPronoun(said) && !isTopic(lexicon.entityOf(request.tool, slot.slot))),
    )
    possible &&= words !== undefined
    return words ?? ''
  })
  if (!possible) return undefined
  const fixedCase = head !== undefined && isSlot(head) && keepsCase(lexicon, request, head)
  return {
    clause: { text, sentence: ask.sentence || bare, fixedCase },
    mentions: spans.map(({ slot, span }) => ({
      parameter: slot.slot,
      span,
      reference: request.arguments[slot.slot] as Reference,
    })),
  }
}

/** Types of the things that requests are about. */
function topicsOf(lexicon: Lexicon, requests: readonly Request[]): ReadonlySet<string> {
  return new Set(requests.flatMap(({ tool }) => lexicon.entitiesOf(tool)))
}

/** A file's name, a number or a quotation is written as it is wherever it stands. */
function keepsCase(lexicon: Lexicon, { tool, arguments: args }: Request, slot: Slot): boolean {
  return (
    args[slot.slot]?.by === 'value' &&
    !lexicon.sayings(tool, slot).some((saying) => saying.by === 'value' && saying.form.words)
  )
}
