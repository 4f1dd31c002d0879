import { chance, pick, type Rng } from '../core/random.js'

/** How one person talks through a whole trajectory. */
export interface Voice {
  readonly register: 'plain' | 'brisk' | 'warm'
  /** Asks in a roundabout way. */
  readonly indirect?: boolean
}

export const REGISTERS: readonly Voice['register'][] = ['plain', 'brisk', 'warm']

const FRAMES: { readonly [register in Voice['register']]: readonly string[] } = {
  plain: ['* .', 'Can you *?', 'I need to *.', 'I want to *.', 'Could you *?', "I'd like to *.", "Let's *."],
  brisk: ['* .', '* .', 'Just *.', 'Need to *.', 'Go ahead and *.'],
  warm: [
    'Could you *?',
    'Would you *?',
    'Can you help me *?',
    "I'd love to *.",
    'Please *.',
    'Would you mind helping me *?',
    'When you get a moment, *.',
  ],
}

/** Frames of whoever has asked for something before. */
const GOING_ON: { readonly [register in Voice['register']]?: readonly string[] } = { brisk: ['Now *.', 'Next, *.'] }

/** Roundabout ways to ask; in all of them it is the assistant who acts. */
const INDIRECT: readonly string[] = [
  'I was hoping you could *.',
  'Is there any chance you could *?',
  'I wonder if you could *.',
  'Somebody told me you can *.',
  'Would it be possible for you to *?',
  'It would help a lot if you could *.',
  'If it is not too much trouble, could you *?',
  'I am not sure this is the right place to ask, but could you *?',
]

/** Does a text ask in a roundabout way? */
export function indirectionsIn(text: string): number {
  return INDIRECT.some((frame) => text.includes((frame.split('*')[0] ?? '').slice(1))) ? 1 : 0
}

/** Frames in which the user is not the one who acts, so that a clause may say "me": "could you show me", never "I'd like to show me". */
const ADDRESSING = /^(?!I\b|Let|Need|.*\bhelp)/

const SECOND: readonly string[] = [
  'Then *.',
  'After that, *.',
  'And *.',
  'Also, *.',
  'Once that is done, *.',
  'While you are at it, *.',
  'And then *.',
]

const JOINERS: readonly string[] = [' and ', ', then ', ' and then ', ', and also ']

const CLOSERS: { readonly [register in Voice['register']]: readonly string[] } = {
  plain: ['', '', '', ' Thanks.'],
  brisk: [''],
  warm: ['', ' Thank you!', ' Thanks a lot.', ''],
}

/** One request in words: a whole sentence, or a verb phrase to put into a frame. */
export interface Clause {
  readonly text: string
  readonly sentence: boolean
  /** Must the first letter stay as it is (a file's name)? */
  readonly fixedCase: boolean
  /** Does it speak to the assistant about the user ("show me")? */
  readonly addresses: boolean
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
    const frame = pick(random, framesFor(voice, [first, second], later))
    const [before = '', after = '.'] = frame.replace(' .', '.').split('*')
    append(`${before}*`, first)
    append(`${pick(random, JOINERS)}*`, second)
    text += endsItself(text) ? after.replace('.', '') : after
  } else {
    clauses.forEach((clause, i) => {
      if (i > 0) text += ' '
      append(
        clause.sentence ? frameOfSentence(clause) : pick(random, i === 0 ? framesFor(voice, [clause], later) : SECOND),
        clause,
      )
    })
  }
  return { text: text + pick(random, CLOSERS[voice.register]), starts }
}

function framesFor({ register, indirect }: Voice, clauses: readonly Clause[], later: boolean): readonly string[] {
  if (indirect) return INDIRECT
  const frames = later ? [...FRAMES[register], ...(GOING_ON[register] ?? [])] : FRAMES[register]
  return clauses.some(({ addresses }) => addresses) ? frames.filter((frame) => ADDRESSING.test(frame)) : frames
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
