import { chance, pick, type Rng } from '../core/random.js'
import type { Reference, Request } from '../core/reference.js'
import type { Clause, Voice } from './discourse.js'
import type { Ask, Lexicon } from './lexicon.js'
import { isSlot, type Slot, writeVariant } from './pattern.js'
import { isImplied, isObjectPronoun, isPronoun, referBy, saysExactly } from './refer.js'

/** One person writes all dates and sums alike. */
const HABITS: { readonly [register in Voice['register']]: number } = { plain: 0, brisk: 1, warm: 2 }

/** How often one says why: of so many wishes. */
const EXPLAINS: { readonly [register in Voice['register']]: readonly [number, number] } = {
  plain: [1, 8],
  brisk: [1, 15],
  warm: [1, 5],
}

/** A request in words, as a clause of a message. */
export interface WordedRequest {
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

/** What a request's words depend on beside the request. */
export interface Circumstances {
  readonly voice: Voice
  /** The wordings to choose from. */
  readonly asks: readonly Ask[]
  /** The wording is the whole message, in no frame. */
  readonly bare?: boolean
  /** What this person has written so far. */
  readonly said?: readonly string[]
  /** The message asks for other things too. */
  readonly several: boolean
  /** The message says already what this person needs. */
  readonly aboutMe: boolean
  /** The message says already why. */
  readonly explained: boolean
  /** May a pronoun stand for a thing of this entity type? */
  readonly isTopic: (entity: string | undefined) => boolean
}

/** One request in words; undefined where no wording says it, or not unmistakably. */
export function wordRequest(
  lexicon: Lexicon,
  request: Request,
  random: Rng,
  circumstances: Circumstances,
): WordedRequest | undefined {
  const { voice, bare = false, said = [] } = circumstances
  const sayingIt = circumstances.asks.filter((ask) => saysExactly(ask, request.arguments))
  const explains = mayExplain(request, circumstances) && chance(random.fork('why'), ...EXPLAINS[voice.register])
  const asks = fittingAsks(sayingIt, explains, random.fork('occasion'))
  if (asks.length === 0) return undefined
  const ask = chooseAsk(asks, circumstances, random)
  const written = writeAsk(lexicon, request, ask, random, circumstances)
  if (!written) return undefined
  const { text, spans } = written
  const hasReason = explains && !ask.occasion && !saysWhy(text)
  const known = hasReason ? (lexicon.phrasesOf(request.tool)?.reasons ?? []) : []
  const reasons = known.filter((reason) => !isRepeated(reason, said))
  const reason = reasons.length > 0 ? { reason: pick(random.fork('reason'), reasons) } : {}
  const [head] = ask.variant.parts
  const fixedCase = head !== undefined && isSlot(head) && keepsCase(lexicon, request, head)
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

/** Could a reason be given? One is enough in a message, and what follows from the talk needs none. */
function mayExplain(request: Request, { explained, bare = false, said = [] }: Circumstances): boolean {
  return !(explained || bare || request.only !== undefined || isFollowUp(request, said))
}

/** Why a thing is wanted is said in the wish itself or before it, where it is said. */
function fittingAsks(asks: readonly Ask[], explains: boolean, random: Rng): readonly Ask[] {
  const occasions = asks.filter(({ occasion }) => occasion)
  if (explains && occasions.length > 0 && chance(random, 1, 2)) return occasions
  return occasions.length < asks.length ? asks.filter(({ occasion }) => !occasion) : occasions
}

/** A sentence of its own, or a phrase for a frame; who has said what they need does not begin with it again. */
function chooseAsk(asks: readonly Ask[], { several, aboutMe }: Circumstances, random: Rng): Ask {
  const phrases = asks.filter(({ sentence }) => !sentence)
  const sentences = asks.filter(({ sentence }) => sentence)
  const others = sentences.filter((ask) => !startsWithMe(ask))
  const fitting = others.length > 0 && (aboutMe || chance(random.fork('question'), 1, 2)) ? others : sentences
  const mayBeSentence = others.length > 0 || (sentences.length > 0 && !aboutMe)
  const isSentence = mayBeSentence && chance(random.fork('kind'), several ? 1 : 2, 4)
  return pick(random.fork('ask'), isSentence ? fitting : phrases.length > 0 ? phrases : asks)
}

/** The wording with words for every thing that the request takes; undefined where one of them cannot be said so. */
function writeAsk(
  lexicon: Lexicon,
  request: Request,
  ask: Ask,
  random: Rng,
  { voice, isTopic }: Circumstances,
): ReturnType<typeof writeVariant> | undefined {
  const [head] = ask.variant.parts
  const isAwkward = (slot: Slot, pointing: string): boolean =>
    (ask.sentence && slot === head && isObjectPronoun(pointing)) ||
    (pointing === 'it' && isOwned(ask, slot)) ||
    (isPronoun(pointing) && !isTopic(lexicon.entityOf(request.tool, slot.slot)))
  let possible = true
  const written = writeVariant(ask.variant, random.fork('words'), (slot) => {
    const words = referBy(
      ask.sayings(request.tool, slot),
      request.arguments[slot.slot] as Reference,
      random.fork(`slot:${slot.slot}`),
      HABITS[voice.register],
      (pointing) => isAwkward(slot, pointing),
      request.arguments,
    )
    possible &&= words !== undefined
    return words ?? ''
  })
  return possible ? written : undefined
}

/** A sentence that says what one needs or wants: one in a message is enough. */
export function isAboutMe(text: string): boolean {
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

/** A file's name, a number or a quotation is written as it is wherever it stands. */
function keepsCase(lexicon: Lexicon, { tool, arguments: args }: Request, slot: Slot): boolean {
  return (
    args[slot.slot]?.by === 'value' &&
    !lexicon.sayings(tool, slot).some((saying) => saying.by === 'value' && saying.form.words)
  )
}
