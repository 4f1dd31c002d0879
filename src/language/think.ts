import type { Json } from '../core/json.js'
import { pick, type Rng } from '../core/random.js'
import type { Request } from '../core/reference.js'
import { retold, sentenceCase } from './discourse.js'
import { joinList } from './forms.js'
import type { Lexicon } from './lexicon.js'
import { escape, isSlot, type Part, writeVariant } from './pattern.js'
import { refer, saysExactly } from './refer.js'

/** A value a goal needs that a result showed: in this turn (`of`: for what the user had said), or before it. */
export interface Finding {
  readonly noun: string
  readonly value: Json
  readonly of?: string
  readonly before: boolean
}

/** What a step is about to do and why, as the planner knows it: the material of a chain of thought. */
export interface Intention {
  readonly tool: string
  /** Its arguments, in the user's terms where the user said them. */
  readonly arguments: Request['arguments']
  readonly why:
    /** `because`: how what it hung on turned out. */
    | { readonly kind: 'goal'; readonly found: readonly Finding[]; readonly because?: string }
    | {
        readonly kind: 'lookup'
        readonly noun: readonly [string, string]
        readonly described?: string
        readonly for: string
      }
    | { readonly kind: 'condition'; readonly condition: string; readonly for: string }
    /** A weak reasoner's: the call is made at once, whatever it takes. */
    | { readonly kind: 'hasty' }
    | { readonly kind: 'search'; readonly name: string; readonly for: string }
    | {
        readonly kind: 'move'
        readonly to: string
        readonly place: string
        readonly direction: 'up' | 'top' | 'down'
      }
}

/** A chain of thought for one step: what is known, what is missing, and why these tools. */
export function think(lexicon: Lexicon, intentions: readonly Intention[], random: Rng): string | undefined {
  const [first] = intentions
  if (!first) return undefined
  switch (first.why.kind) {
    case 'goal':
      return first.why.because === undefined
        ? thinkGoal(lexicon, first, first.why.found, random)
        : `${first.why.because}, so I ${verb(lexicon, first, random)}.`
    case 'lookup':
      return thinkLookup(lexicon, intentions, random)
    case 'condition':
      return thinkCondition(lexicon, first, first.why.condition, random)
    case 'hasty':
      return thinkHastily(lexicon, first, random)
    case 'search':
      return pick(random, [
        `I don't know where ${first.why.name} is kept. A search by name will tell.`,
        `${first.why.name} could be anywhere below the top folder; I search for it before touching anything.`,
        `The message names ${first.why.name} but no folder, so its place comes first.`,
        `Where is ${first.why.name}? Nothing so far shows it. I look for the name everywhere.`,
      ])
    case 'move':
      return thinkMoves(intentions, first.why.place, random)
  }
}

function thinkCondition(lexicon: Lexicon, intention: Intention, condition: string, random: Rng): string {
  const act = verb(lexicon, intention, random)
  if (/sign|log/.test(condition)) {
    return pick(random, [
      `Nobody is signed in there yet, so I ${act} first.`,
      `That only works signed in, and nobody is: first I ${act}.`,
      `Before that I ${act}.`,
      `No open session yet. I ${act}, then the rest.`,
    ])
  }
  const words = `the ${condition.slice(condition.indexOf(':') + 1).replaceAll('-', ' ')}`
  return pick(random, [
    `That only works with ${words}, and nothing says so far that it is so: first I ${act}.`,
    `${sentenceCase(words)} comes first, or the call is refused, so I ${act}.`,
    `The call would fail without ${words}, so I ${act} before it.`,
  ])
}

function thinkHastily(lexicon: Lexicon, intention: Intention, random: Rng): string {
  const act = verb(lexicon, intention, random)
  return pick(random, [`I ${act}.`, `So now I can ${act}.`, `So I ${act}.`, ''])
}

function thinkMoves(intentions: readonly Intention[], place: string, random: Rng): string {
  const moves = intentions.flatMap(({ why }) => (why.kind === 'move' ? [why] : []))
  const ups = moves.filter(({ direction }) => direction === 'up').length
  const down = moves.filter(({ direction }) => direction === 'down').map(({ to }) => to)
  const isFromTop = moves.some(({ direction }) => direction === 'top')
  const levels = ups === 1 ? 'one level' : `${['no', 'one', 'two', 'three', 'four', 'five'][ups] ?? 'several'} levels`
  const back = isFromTop ? 'back to the top folder' : `${levels} up`
  if (down.length === 0)
    return pick(random, [
      `What I want is in ${place}, so I go ${back}.`,
      `Wrong branch of the tree: ${place} is elsewhere, so ${back}.`,
      `I have to leave this folder to reach ${place}.`,
    ])
  const way = joinList(down)
  const first = isFromTop ? 'from the top folder ' : ups > 0 ? `${levels} up, then ` : ''
  return pick(random, [
    `It is in ${place}, and commands act only on the current folder: ${first}into ${way}.`,
    `The way to ${place}: ${first}${isFromTop ? 'through ' : ''}${down.join(', then ')}.`,
    `${place} is where it lies, so ${first}${isFromTop ? 'into ' : ''}${way}.`,
    `From here to ${place} it goes ${first}through ${way}.`,
  ])
}

function thinkGoal(lexicon: Lexicon, intention: Intention, found: readonly Finding[], random: Rng): string {
  const act = verb(lexicon, intention, random)
  const now = found
    .filter(({ before }) => !before)
    .map((finding) => `${foundName(finding)} is ${String(finding.value)}`)
  const before = found.filter((finding) => finding.before).map(({ noun, value }) => nameOf(noun, String(value)))
  if (now.length > 0) {
    const known = joinList(now)
    return pick(random, [
      `${sentenceCase(known)}, so now I can ${act}.`,
      `${sentenceCase(known)}; with that I ${act}.`,
      `${sentenceCase(known)}.`,
      '',
    ])
  }
  if (before.length > 0) {
    const known = joinList(before)
    return pick(random, [
      `That is ${known} from earlier, so no look-up is needed.`,
      `${sentenceCase(known)} came up before; I ${act} without looking it up again.`,
      `The conversation already shows which one is meant: ${known}.`,
      `Still about ${known}.`,
      `The user means ${known}, as found earlier.`,
    ])
  }
  return ''
}

/** What a value found is the value of: "the ticket id for the user's ticket", "the current price of ULST". */
function foundName({ noun, of }: Finding): string {
  if (of === undefined) return `the ${noun}`
  return names(of, noun) ? ofTheUser(of) : `the ${noun} for ${ofTheUser(of)}`
}

/** A value that came up, by itself where it is short enough to be said again. */
function nameOf(noun: string, value: string): string {
  return value.length > 30 || value.includes('\n') ? `the ${noun}` : `${noun} ${value}`
}

function thinkLookup(lexicon: Lexicon, intentions: readonly Intention[], random: Rng): string {
  const lookups = intentions.flatMap(({ why }) => (why.kind === 'lookup' ? [why] : []))
  const nouns = [
    ...new Set(
      lookups.map(({ noun }) =>
        lookups.filter((other) => other.noun[0] === noun[0]).length > 1
          ? noun[1]
          : `a ${noun[0]}`.replace(/^a (?=[aeio]|u(?!s|ni))/, 'an '),
      ),
    ),
  ]
  const described = lookups.flatMap(({ described: words }) => (words === undefined ? [] : [ofTheUser(words)]))
  const missing = joinList(nouns)
  const acts = joinList([...new Set(intentions.map((intention) => verb(lexicon, intention, random)))])
  const have = described.length === 0 ? undefined : joinList([...new Set(described)])
  const together = intentions.length > 1 ? pick(random, [' side by side', ' in one go', '', '']) : ''
  if (have === undefined)
    return pick(random, [
      `The call needs ${missing} that I do not have yet, so I ${acts}${together}.`,
      `First ${missing}: I ${acts}${together}.`,
    ])
  if (lookups.every(({ noun, described: words }) => words !== undefined && names(words, noun[0])))
    return pick(random, [
      `${sentenceCase(have)} is not known yet: first I ${acts}${together}.`,
      `I have to look up ${have} first${together}.`,
    ])
  return pick(random, [
    `I only have ${have}; the call takes ${missing}, so I ${acts}${together}.`,
    `The user says ${have}, but the tool wants ${missing}, so I ${acts}${together}.`,
    `I need ${missing} for ${have} first, so I ${acts}${together}.`,
    `For ${have} I still need ${missing}: I ${acts}${together}.`,
    `Before that I need ${missing}, and all I have is ${have}: I ${acts}${together}.`,
  ])
}

/** Do words already say what kind of thing they stand for ("the current price of ULST" and a price)? */
function names(words: string, noun: string): boolean {
  return new RegExp(String.raw`\b${escape(noun)}\b`).test(words)
}

/** A verb phrase for a call, in the words people ask for it with, said of the user instead of by them. */
function verb(lexicon: Lexicon, intention: Intention, random: Rng): string {
  return ofTheUser(verbPhrase(lexicon, intention, random))
}

/** A verb phrase for a call in a user's words; what its tool is for where no wording gives one. */
export function verbPhrase(
  lexicon: Lexicon,
  { tool, arguments: args }: Pick<Request, 'tool' | 'arguments'>,
  random: Rng,
): string {
  const phrases = lexicon
    .asksOf(tool)
    .filter(
      ({ sentence, variant }) =>
        !sentence && variant.slots.every(({ slot }) => Object.hasOwn(args, slot)) && !variant.parts.some(speaksAsI),
    )
  const exact = phrases.filter((phrase) => saysExactly(phrase, args))
  const [ask] = exact.length > 0 ? [pick(random, exact)] : phrases.length > 0 ? [pick(random, phrases)] : []
  if (!ask) return lexicon.purposeOf(tool)
  const { text } = writeVariant(ask.variant, random, (slot) => {
    const reference = args[slot.slot]
    return (reference && refer(lexicon, tool, slot, reference, random)) ?? 'it'
  })
  return text
}

/** A user's words in a thought: "my card" is "the user's card". */
function ofTheUser(text: string): string {
  return retold(text, { my: "the user's", me: 'the user' })
}

/** "Show me" is no thought of the one who shows. */
function speaksAsI(part: Part): boolean {
  return !isSlot(part) && [part].flat().some((text) => /\b(I|me|mine|us|our|we)\b/.test(text))
}
