import { chance, pick, type Rng } from '../core/random.js'

/** How one person talks through a whole trajectory. */
export interface Voice {
  readonly register: 'plain' | 'brisk' | 'warm'
  /** Asks in a roundabout way. */
  readonly indirect?: boolean
}

export const REGISTERS: readonly Voice['register'][] = ['plain', 'brisk', 'warm']

/** In all frames it is the assistant who acts and the user who is "me". */
const FRAMES: { readonly [register in Voice['register']]: readonly string[] } = {
  plain: ['* .', '* .', '* .', 'Can you *?', 'Could you *?', 'Please *.', 'I need you to *.'],
  brisk: ['* .', '* .', '* .', '* .', 'Just *.', 'Can you *?'],
  warm: ['Could you *?', 'Could you please *?', 'Can you *?', 'Please *.', '* .', 'Would you *?', "I'd like you to *."],
}

/** Frames of whoever has asked for something before. */
const GOING_ON: { readonly [register in Voice['register']]: readonly string[] } = {
  plain: ['Now *.', 'Next, *.'],
  brisk: ['Now *.', 'Next, *.', 'OK, now *.'],
  warm: ['Great, now *.', 'Next, could you *?'],
}

/** Roundabout ways to ask. */
const INDIRECT: readonly string[] = [
  'I was hoping you could *.',
  'Any chance you could *?',
  'I wonder if you could *.',
  'Would it be possible for you to *?',
  'It would help a lot if you could *.',
  "If it's not too much trouble, could you *?",
  'Not sure this is the right place to ask, but could you *?',
]

/** Does a text ask in a roundabout way? */
export function indirectionsIn(text: string): number {
  return INDIRECT.some((frame) => text.includes((frame.split('*')[0] ?? '').slice(1))) ? 1 : 0
}

const SECOND: readonly string[] = [
  'Then *.',
  'After that, *.',
  'And *.',
  'Also, *.',
  "Once that's done, *.",
  "While you're at it, *.",
  'And then *.',
]

const JOINERS: readonly string[] = [' and ', ', then ', ' and then ', ', and also ']

/** Now and then somebody says thanks beforehand. */
const CLOSERS: { readonly [register in Voice['register']]: readonly string[] } = {
  plain: ['', '', '', '', '', '', '', ' Thanks.'],
  brisk: [''],
  warm: ['', '', '', '', ' Thank you!', ' Thanks!'],
}

/** One request in words: a whole sentence, or a verb phrase to put into a frame. */
export interface Clause {
  readonly text: string
  readonly sentence: boolean
  /** Must the first letter stay as it is (a file's name)? */
  readonly fixedCase: boolean
}

/** Where a message stands in the conversation. */
export interface Standing {
  /** Why this person is here: goes in front of a first message. */
  readonly opener?: string
  /** The same person has asked for something before. */
  readonly later?: boolean
}

/** A message around its clauses. `starts[i]` is where clause i's words begin in the text. */
export function compose(
  clauses: readonly Clause[],
  { opener, later = false }: Standing,
  voice: Voice,
  random: Rng,
): { text: string; starts: number[] } {
  let text = opener === undefined ? '' : `${opener} `
  const starts: number[] = []
  const append = (frame: string, clause: Clause): void => {
    const [before = '', after = ''] = frame.replace(' .', '.').split('*')
    text += before
    starts.push(text.length)
    text += before === '' ? capitalise(clause) : clause.text
    text += endsItself(text) ? after.replace('.', '') : after
  }
  const [first, second] = clauses
  if (first && second && !first.sentence && !second.sentence && chance(random, 1, 2)) {
    const frame = pick(random, framesFor(voice, later).filter(fitsSeveral))
    const [before = '', after = '.'] = frame.replace(' .', '.').split('*')
    append(`${before}*`, first)
    append(`${pick(random, JOINERS)}*`, second)
    text += endsItself(text) ? after.replace('.', '') : after
  } else {
    clauses.forEach((clause, i) => {
      if (i > 0) text += ' '
      append(
        clause.sentence
          ? frameOfSentence(clause)
          : pick(
              random,
              i > 0 ? SECOND : framesFor(voice, later).filter((frame) => clauses.length === 1 || fitsSeveral(frame)),
            ),
        clause,
      )
    })
  }
  return { text: text + pick(random, CLOSERS[voice.register]), starts }
}

function framesFor({ register, indirect }: Voice, later: boolean): readonly string[] {
  if (indirect) return INDIRECT
  return later ? [...FRAMES[register], ...GOING_ON[register]] : FRAMES[register]
}

/** "Just" is said of one thing. */
function fitsSeveral(frame: string): boolean {
  return !frame.startsWith('Just')
}

/** A quotation that ends a sentence inside its marks ends the one around it too. */
function endsItself(text: string): boolean {
  return /[.?!]"$/.test(text)
}

function frameOfSentence({ text }: Clause): string {
  return /[.?!]$/.test(text) ? '*' : '*.'
}

function capitalise({ text, fixedCase }: Clause): string {
  return fixedCase ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** Upper-case first letter of a sentence. */
export function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** A user's words said by another: "my card" is "your card", or "the user's card". Quotations stay. */
export function retold(text: string, { my, me }: { readonly my: string; readonly me: string }): string {
  return text
    .split(/("[^"]*")/)
    .map((part) => (part.startsWith('"') ? part : part.replaceAll(/\bmy\b/g, my).replaceAll(/\bme\b/g, me)))
    .join('')
}
