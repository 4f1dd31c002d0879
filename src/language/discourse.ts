import { chance, pick, type Rng } from '../core/random.js'

/** How one person talks through a whole trajectory. */
export interface Voice {
  readonly register: 'plain' | 'brisk' | 'warm'
  /** Asks in a roundabout way. */
  readonly indirect?: boolean
}

export const REGISTERS: readonly Voice['register'][] = ['plain', 'brisk', 'warm']

/** In all frames it is the assistant who acts and the user who is "me". Most people just say what they want. */
const FRAMES: { readonly [register in Voice['register']]: readonly string[] } = {
  plain: [...often('*.', 9), 'Can you *?', 'Could you *?', 'Please *.', '*, please.'],
  brisk: [...often('*.', 9), 'Can you *?', '*, please.'],
  warm: [
    ...often('*.', 5),
    'Could you *?',
    'Can you *?',
    'Please *.',
    '*, please.',
    'Could you please *?',
    'Could you * please?',
    'Would you *?',
    'Hi! Can you *?',
  ],
}

/** Frames of whoever has asked for something before. */
const GOING_ON: { readonly [register in Voice['register']]: readonly string[] } = {
  plain: ['Now *.', 'And *.', 'Also, *.', 'OK, *.'],
  brisk: ['Now *.', 'And *.', 'OK, *.'],
  warm: ['Thanks! Can you *?', 'Thanks. *.', 'And could you *?', 'OK, now *.', 'Thank you. Now please *.'],
}

function often(frame: string, times: number): string[] {
  return Array.from({ length: times }, () => frame)
}

/** Roundabout ways to ask. */
const INDIRECT: readonly string[] = [
  'I was hoping you could *.',
  'Any chance you could *?',
  'Do you think you could *?',
  'When you get a chance, could you *?',
  'Would you be able to *?',
]

/** Does a text ask in a roundabout way? */
export function indirectionsIn(text: string): number {
  return INDIRECT.some((frame) => text.includes((frame.split('*')[0] ?? '').slice(1))) ? 1 : 0
}

const SECOND: readonly string[] = [
  ...often('*.', 5),
  'Then *.',
  ...often('And *.', 3),
  ...often('Also *.', 2),
  'Also, *.',
  'And can you *?',
  'Can you also *?',
  'Oh and *.',
]

/** Frames before a sentence that says why. */
const BEFORE_REASON: readonly string[] = [...often('*.', 4), '*, please.', 'Can you *?']

/** Frames after a sentence that says why; ", so" takes the place of its full stop. */
const AFTER_REASON: readonly string[] = ['*.', '*.', '*.', ', so *.', ', so can you *?', 'Can you *?', '*, please.']

/** What goes before a second question. */
const BEFORE_QUESTION: readonly string[] = ['And ', 'And ', 'Also, ']

const JOINERS: readonly string[] = [...often(' and ', 5), ', then ', ' and then ', ', and ']

/** A wish as long as this is a sentence of its own. */
const LONG = 80

/** Now and then somebody says thanks beforehand. */
const CLOSERS: { readonly [register in Voice['register']]: readonly string[] } = {
  plain: [...often('', 11), ' Thanks.'],
  brisk: [''],
  warm: [...often('', 6), ' Thank you!', ' Thanks!'],
}

/** One request in words: a whole sentence, or a verb phrase to put into a frame. */
export interface Clause {
  readonly text: string
  readonly sentence: boolean
  /** Must the first letter stay as it is (a file's name)? */
  readonly fixedCase: boolean
  /** A sentence that says why: goes before the ask, or after it where it speaks of what that names. */
  readonly reason?: string
}

/** Where a message stands in the conversation. */
export interface Standing {
  /** Why this person is here: goes in front of a first message. */
  readonly opener?: string
  /** The same person has asked for something before. */
  readonly later?: boolean
  /** It goes on with what was asked for just before. */
  readonly onward?: boolean
}

/** A message around its clauses. `starts[i]` is where clause i's words begin in the text. */
export function compose(
  clauses: readonly Clause[],
  { opener, later = false, onward = false }: Standing,
  voice: Voice,
  random: Rng,
): { text: string; starts: number[] } {
  let text = opener === undefined ? '' : `${opener} `
  const starts: number[] = []
  const append = (frame: string, clause: Clause): void => {
    const [before = '', after = ''] = frame.split('*')
    text += (isAfterwards(clause) ? '' : reasonFor(clause, before)) + before
    starts.push(text.length)
    text += /^$|[.?!] $/.test(before) ? capitalise(clause) : before.endsWith(' ') ? uncapitalise(clause) : clause.text
    text += endsItself(text) ? after.replace('.', '') : after
    if (isAfterwards(clause)) text += ` ${clause.reason}`
  }
  const frameOf = (clause: Clause): string =>
    pick(
      random,
      framesFor(voice, clause, { later, onward, opened: opener !== undefined }).filter((frame) => fits(frame, clause)),
    )
  const [first, second] = clauses
  if (first && second && areJoined(first, second, random)) {
    const [before = '', after = '.'] = frameOf({ ...first, text: second.text }).split('*')
    append(`${before}*`, first)
    append(`${pick(random, JOINERS)}*`, second)
    text += endsItself(text) ? after.replace('.', '') : after
  } else
    clauses.forEach((clause, i) => {
      if (i > 0) text += ' '
      if (clause.sentence) append(frameOfSentence(clause, i, random), clause)
      else append(i > 0 && clause.reason === undefined ? pick(random, secondFrames(text)) : frameOf(clause), clause)
    })
  const closer = /\bthank/i.test(text) ? '' : pick(random, CLOSERS[voice.register])
  return { text: text + closer, starts }
}

/** Whoever began with "And" does not go on with it. */
function secondFrames(before: string): readonly string[] {
  return before.startsWith('And ') ? SECOND.filter((frame) => !frame.startsWith('And ')) : SECOND
}

function areJoined(first: Clause, second: Clause, random: Rng): boolean {
  return (
    !first.sentence &&
    !second.sentence &&
    second.reason === undefined &&
    !isAfterwards(first) &&
    first.text.length <= LONG &&
    chance(random, 1, 2)
  )
}

function framesFor(
  { register, indirect }: Voice,
  clause: Clause,
  { later, onward, opened }: { readonly later: boolean; readonly onward: boolean; readonly opened: boolean },
): readonly string[] {
  if (clause.reason !== undefined) return isAfterwards(clause) ? BEFORE_REASON : AFTER_REASON
  if (indirect) return INDIRECT
  const frames = later || opened ? FRAMES[register].filter((frame) => !frame.startsWith('Hi')) : FRAMES[register]
  if (!later) return frames
  return [...frames, ...GOING_ON[register].filter((frame) => onward || !/^(And|Also)\b/.test(frame))]
}

/** Does the sentence that says why speak of what the wish names? It goes after it then. */
function isAfterwards({ reason = '' }: Clause): boolean {
  return /^(It|They|That|There)\b|\b(it|them|there)\b/.test(reason)
}

function reasonFor({ reason }: Clause, before: string): string {
  if (reason === undefined) return ''
  return before.startsWith(',') ? reason.slice(0, -1) : `${reason} `
}

/** Nothing goes after a quotation. */
function fits(frame: string, { text }: Clause): boolean {
  return !/\*,? please/.test(frame) || !/["']$/.test(text)
}

/** A quotation that ends a sentence inside its marks ends the one around it too. */
function endsItself(text: string): boolean {
  return /[.?!]"$/.test(text)
}

function frameOfSentence({ text, reason }: Clause, place: number, random: Rng): string {
  if (place > 0 && reason === undefined && isQuestion(text) && chance(random, 1, 3))
    return `${pick(random, BEFORE_QUESTION)}*`
  return /[.?!]$/.test(text) ? '*' : '*.'
}

function isQuestion(text: string): boolean {
  return /^(What|How|Who|Which|When|Where|Is|Are|Am|Do|Does|Did|Can|Has|Have)\b.*\?$/s.test(text)
}

function capitalise({ text, fixedCase }: Clause): string {
  return fixedCase ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** A question in the middle of a sentence begins in lower case. */
function uncapitalise({ text, sentence }: Clause): string {
  return sentence && isQuestion(text) ? lowerFirst(text) : text
}

/** Upper-case first letter of a sentence. */
export function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** A sentence as it goes on in the middle of another. */
export function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

/** Starts of sentences that are words of the language, not names. */
const COMMON = /^(?:I|The|Your|You|It|That|There|These|Those|None|Of|From|In|A|An)\b/

/** A sentence as another goes on with it; undefined where it may begin with a name, which keeps its capital letter. */
export function goingOn(sentence: string): string | undefined {
  if (!COMMON.test(sentence)) return undefined
  return /^I\b/.test(sentence) ? sentence : lowerFirst(sentence)
}

/** A user's words said by another: "my card" is "your card", or "the user's card". Quotations stay. */
export function retold(text: string, { my, me }: { readonly my: string; readonly me: string }): string {
  return text
    .split(/("[^"]*")/)
    .map((part) => (part.startsWith('"') ? part : part.replaceAll(/\bmy\b/g, my).replaceAll(/\bme\b/g, me)))
    .join('')
}

/** A text without what it quotes. */
export function unquoted(text: string): string {
  return text.replaceAll(/"[^"]*"/g, '')
}
