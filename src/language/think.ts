import type { Json } from '../core/json.js'
import { pick, type Rng } from '../core/random.js'
import type { Request } from '../core/reference.js'
import { sentenceCase } from './discourse.js'
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
    | { readonly kind: 'search'; readonly name: string; readonly for: string }
    | { readonly kind: 'move'; readonly to: string; readonly place: string; readonly up: boolean }
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
      `This needs a session, and nothing here says one is open. I ${act} first.`,
      `Nobody is signed in yet, so I ${act} before anything else.`,
      'This only works signed in. I have what the sign-in asks for, so that goes first.',
    ])
  }
  const words = condition.slice(condition.indexOf(':') + 1).replaceAll('-', ' ')
  return pick(random, [
    `That only works with ${words}, which nothing so far shows. First I ${act}.`,
    `The rest only works with ${words}, so I ${act} before that.`,
    `The call would fail without ${words}. So first I ${act}.`,
  ])
}

function thinkMoves(intentions: readonly Intention[], place: string, random: Rng): string {
  const moves = intentions.flatMap(({ why }) => (why.kind === 'move' ? [why] : []))
  const ups = moves.filter(({ up }) => up).length
  const down = moves.filter(({ up }) => !up).map(({ to }) => to)
  const levels = ups === 1 ? 'one level' : `${['no', 'one', 'two', 'three', 'four', 'five'][ups] ?? 'several'} levels`
  if (down.length === 0)
    return pick(random, [
      `What I want is in ${place}, so I go ${levels} up.`,
      `Wrong branch of the tree: ${place} is elsewhere, so ${levels} up.`,
      `I have to leave this folder to reach ${place}.`,
    ])
  const way = joinList(down)
  const first = ups > 0 ? `${levels} up, then ` : ''
  return pick(random, [
    `It is in ${place}, and commands act only on the current folder: ${first}into ${way}.`,
    `The way to ${place}: ${first}${down.join(', then ')}.`,
    `${place} is where it lies, so ${first}${way}.`,
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
    const known = sentenceCase(joinList(now))
    return pick(random, [
      `${known}. That is all it takes to ${act}.`,
      `Now ${joinList(now)}, so I can ${act}.`,
      `${known}, which was the missing piece; I ${act}.`,
      `${known}. Nothing else is open, so I ${act}.`,
      `With ${now.length > 1 ? 'these' : 'that'} known (${joinList(now)}), I ${act}.`,
    ])
  }
  if (before.length > 0) {
    const known = joinList(before)
    return pick(random, [
      `That is ${known} from earlier, so I ${act}.`,
      `${sentenceCase(known)} came up before; no need to look it up again. I ${act}.`,
      `The conversation already shows which one: ${known}. I ${act}.`,
      `Still about ${known}: I ${act}.`,
    ])
  }
  return pick(random, [
    `Everything needed is in the message, so I ${act}.`,
    `The message has every value this takes, so I ${act}.`,
    `The request is complete as it stands. I ${act}.`,
    '',
    '',
    '',
  ])
}

/** What a value found is the value of: "the ticket id for the user's ticket", "the current price of ULST". */
function foundName({ noun, of }: Finding): string {
  if (of === undefined) return `the ${noun}`
  return new RegExp(String.raw`\b${escape(noun)}\b`).test(of) ? ofTheUser(of) : `the ${noun} for ${ofTheUser(of)}`
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
          : `a ${noun[0]}`.replace(/^a (?=[aeiou])/, 'an '),
      ),
    ),
  ]
  const described = lookups.flatMap(({ described: words }) => (words === undefined ? [] : [ofTheUser(words)]))
  const missing = joinList(nouns)
  const are = lookups.length > 1 ? 'are' : 'is'
  const acts = joinList([...new Set(intentions.map((intention) => verb(lexicon, intention, random)))])
  const have = described.length === 0 ? undefined : joinList([...new Set(described)])
  const together =
    intentions.length > 1
      ? pick(random, [' The look-ups do not depend on each other.', ' These can go side by side.', ''])
      : ''
  return pick(
    random,
    have === undefined
      ? [
          `The call needs ${missing} that I do not have yet, so I ${acts}.${together}`,
          `Missing: ${missing}. I ${acts} first.${together}`,
        ]
      : [
          `This needs ${missing}, and all I have is ${have}. I ${acts}.${together}`,
          `The user says ${have}; the tool wants ${missing}. So first I ${acts}.${together}`,
          `${sentenceCase(have)} ${new Set(described).size > 1 ? 'are' : 'is'} not enough for the call: ${missing} ${are} missing. I ${acts}.${together}`,
          `Known: ${have}. Missing: ${missing}. I ${acts} to get there.${together}`,
        ],
  )
}

/** A verb phrase for a call, in the words people ask for it with, said of the user instead of by them. */
function verb(lexicon: Lexicon, { tool, arguments: args }: Intention, random: Rng): string {
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
  return ofTheUser(text)
}

/** A user's words said by another: "my card" is "the user's card". Quotations stay. */
function ofTheUser(text: string): string {
  return text
    .split(/("[^"]*")/)
    .map((part) =>
      part.startsWith('"') ? part : part.replaceAll(/\bmy\b/g, "the user's").replaceAll(/\bme\b/g, 'the user'),
    )
    .join('')
}

function speaksAsI(part: Part): boolean {
  return !isSlot(part) && [part].flat().some((text) => /\b(I|mine|us|our|we)\b/.test(text))
}
