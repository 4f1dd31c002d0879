import type { Mention } from '../core/hard-query.js'
import { chance, pick, type Rng } from '../core/random.js'
import { extremeIn, type Reference, type Request } from '../core/reference.js'
import { pointedAgain } from './again.js'
import { asWorded } from './conditional.js'
import { type Clause, compose, type Standing, type Voice } from './discourse.js'
import type { Ask, Lexicon } from './lexicon.js'
import { isSlot, type Slot, writeVariant } from './pattern.js'
import { isImplied, isObjectPronoun, isPronoun, referBy, sayable, saysExactly } from './refer.js'

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
  /** What this person has written so far. */
  readonly said?: readonly string[]
}

/** Goals and values -> words: the half of the language that `read` inverts. Undefined where no wording can say it. */
export function realise(
  lexicon: Lexicon,
  requests: readonly Request[],
  situation: Situation,
  random: Rng,
): Wording | undefined {
  const clauses: WordedRequest[] = []
  for (const [i, request] of requests.entries()) {
    const topics = situation.before && topicsOf(lexicon, [...situation.before, ...requests.slice(0, i)])
    const isTopic = (entity: string | undefined): boolean => !topics || entity === undefined || topics.has(entity)
    const told = saidOf(lexicon, request, requests[i - 1])
    const own = asWorded(lexicon, told)
    const aboutMe = clauses.some(({ clause }) => isAboutMe(clause.text))
    const explained = situation.opener !== undefined || clauses.some(({ explains }) => explains)
    const words = { asks: own?.asks ?? [], aboutMe, explained, ...situation }
    const clause =
      own && wordRequest(lexicon, own.said, random.fork(`request${i}`), requests.length > 1, words, isTopic)
    if (!clause) return undefined
    clauses.push(clause)
  }
  const { text, starts } = compose(
    clauses.map(({ clause }) => clause),
    { ...situation, onward: goesOn(lexicon, requests[0], situation.before) },
    situation.voice,
    random.fork('discourse'),
  )
  return {
    text,
    spans: clauses.map(({ clause }, i) => [starts[i] as number, (starts[i] as number) + clause.text.length] as const),
    mentions: clauses.flatMap(({ mentions }, i) =>
      mentions.map(({ parameter, span: [from, to], reference, implied }): Mention => {
        const start = starts[i] as number
        return {
          span: [start + from, start + to],
          input: `${i}/${parameter}`,
          value: reference.by === 'earlier' || implied ? null : reference.value,
          form: extremeIn(reference) ? 'superlative' : reference.by === 'earlier' || implied ? 'anaphora' : 'literal',
          referents: 1,
        }
      }),
    ),
  }
}

/** Whoever has just named a thing does not name it again in the same breath. */
function saidOf(lexicon: Lexicon, request: Request, before: Request | undefined): Request {
  const again = pointedAgain(lexicon, request, before)
  return sayable(lexicon, again) ? again : request
}

/** One person writes all dates and sums alike. */
const HABITS: { readonly [register in Voice['register']]: number } = { plain: 0, brisk: 1, warm: 2 }

/** How often one says why: of so many wishes. */
const EXPLAINS: { readonly [register in Voice['register']]: readonly [number, number] } = {
  plain: [1, 8],
  brisk: [1, 15],
  warm: [1, 5],
}

interface WordedRequest {
  readonly clause: Clause
  /** Does it say why? */
  readonly explains: boolean
  readonly mentions: readonly {
    readonly parameter: string
    readonly span: readonly [number, number]
    readonly reference: Reference
    /** Said by another argument of the same request. */
    readonly implied: boolean
  }[]
}

interface Manner extends Pick<Situation, 'voice' | 'bare' | 'said'> {
  readonly asks: readonly Ask[]
  /** The message says already what this person needs. */
  readonly aboutMe: boolean
  /** The message says already why. */
  readonly explained: boolean
}

function wordRequest(
  lexicon: Lexicon,
  request: Request,
  random: Rng,
  several: boolean,
  { voice, asks: all, bare = false, aboutMe, explained, said = [] }: Manner,
  isTopic: (entity: string | undefined) => boolean,
): WordedRequest | undefined {
  const sayingIt = all.filter((ask) => saysExactly(ask, request.arguments))
  const isExplained = explained || bare || request.only !== undefined || isFollowUp(request, said)
  const explains = !isExplained && chance(random.fork('why'), ...EXPLAINS[voice.register])
  const asks = fittingAsks(sayingIt, explains, random.fork('occasion'))
  const phrases = asks.filter(({ sentence }) => !sentence)
  const sentences = asks.filter(({ sentence }) => sentence)
  if (asks.length === 0) return undefined
  const others = sentences.filter((ask) => !startsWithMe(ask))
  const fitting = others.length > 0 && (aboutMe || chance(random.fork('question'), 1, 2)) ? others : sentences
  const preferSentence =
    (others.length > 0 || (sentences.length > 0 && !aboutMe)) && chance(random.fork('kind'), several ? 1 : 2, 4)
  const ask = pick(random.fork('ask'), preferSentence ? fitting : phrases.length > 0 ? phrases : asks)
  const [head] = ask.variant.parts
  let possible = true
  const { text, spans } = writeVariant(ask.variant, random.fork('words'), (slot) => {
    const reference = request.arguments[slot.slot] as Reference
    const words = referBy(
      ask.sayings(request.tool, slot),
      reference,
      random.fork(`slot:${slot.slot}`),
      HABITS[voice.register],
      (pointing) =>
        (ask.sentence && slot === head && isObjectPronoun(pointing)) ||
        (pointing === 'it' && isOwned(ask, slot)) ||
        (isPronoun(pointing) && !isTopic(lexicon.entityOf(request.tool, slot.slot))),
      request.arguments,
    )
    possible &&= words !== undefined
    return words ?? ''
  })
  if (!possible) return undefined
  const fixedCase = head !== undefined && isSlot(head) && keepsCase(lexicon, request, head)
  const reasons =
    explains && !ask.occasion && !saysWhy(text)
      ? (lexicon.phrasesOf(request.tool)?.reasons ?? []).filter((reason) => !isRepeated(reason, said))
      : []
  const reason = reasons.length > 0 ? { reason: pick(random.fork('reason'), reasons) } : {}
  return {
    clause: { text, sentence: ask.sentence || bare, fixedCase, ...reason },
    explains: ask.occasion || reasons.length > 0,
    mentions: spans.map(({ slot, span }) => ({
      parameter: slot.slot,
      span,
      reference: request.arguments[slot.slot] as Reference,
      implied: isImplied(ask.sayings(request.tool, slot), request.arguments[slot.slot] as Reference, request.arguments),
    })),
  }
}

/** Why a thing is wanted is said in the wish itself or before it, where it is said. */
function fittingAsks(asks: readonly Ask[], explains: boolean, random: Rng): readonly Ask[] {
  const occasions = asks.filter(({ occasion }) => occasion)
  if (explains && occasions.length > 0 && chance(random, 1, 2)) return occasions
  return occasions.length < asks.length ? asks.filter(({ occasion }) => !occasion) : occasions
}

/** A sentence that says what one needs or wants: one in a message is enough. */
function isAboutMe(text: string): boolean {
  return /^I('d|'m)? /.test(text)
}

/** A wording that begins with what one needs or gives a reason of its own needs no other. */
function saysWhy(text: string): boolean {
  return isAboutMe(text) || /(?:, (?:please|so|can you)|[.?!]) /.test(text)
}

/** Whoever comes back to a thing that this talk is about already has said or shown why. */
function isFollowUp({ arguments: args }: Request, said: readonly string[]): boolean {
  return Object.values(args).some(
    (reference) =>
      reference.by === 'earlier' ||
      (typeof reference.value === 'string' && reference.value.length > 3 && said.some(holds(reference.value))),
  )
}

/** Nobody gives the same reason twice, not as part of another either. */
function isRepeated(reason: string, said: readonly string[]): boolean {
  return said.some(holds(reason.slice(0, -1)))
}

function holds(words: string): (text: string) => boolean {
  const sought = words.toLowerCase()
  return (text) => text.toLowerCase().includes(sought)
}

/** "The weight of that parcel" is better than "the weight of it". */
function isOwned({ variant: { parts } }: Ask, slot: Slot): boolean {
  const before = parts[parts.findIndex((part) => part === slot) - 1]
  return typeof before === 'string' && before.endsWith(' of ')
}

function startsWithMe({ variant: { parts } }: Ask): boolean {
  const [head] = parts
  return [head].flat().some((text) => typeof text === 'string' && isAboutMe(text))
}

/** Is it a matter of the same environment as what was asked for last? */
function goesOn(lexicon: Lexicon, request: Request | undefined, before: readonly Request[] = []): boolean {
  const last = before.at(-1)
  return lexicon.environments.some(({ specs }) =>
    [request, last].every((asked) => specs.some(({ name }) => name === asked?.tool)),
  )
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
