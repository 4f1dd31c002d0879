import { chance, pick, type Rng } from '../../core/random.js'
import type { Wording } from '../realise.js'
import { correctionsIn } from './correction.js'
import { moved } from './moved.js'
import { retype } from './typos.js'

/** What people say beside the matter: why now. No wish, no value, no word that a tool is named by. */
const ASIDES: readonly string[] = [
  'I need this before lunch.',
  "I'm in a bit of a hurry.",
  'This has to be done today.',
  'I should have done this last week.',
  "I don't have much time.",
  'I keep forgetting this.',
  'I promised to have this done by now.',
  'Somebody is waiting for this.',
  "I've put this off long enough.",
  "I'd rather get this over with.",
  'I have to leave soon.',
  'This came up at the last minute.',
  'I just remembered this.',
  'It slipped my mind earlier.',
  "I'd like this off my desk.",
  'I was meant to do this yesterday.',
  'I want to be done with this before I go home.',
  "It's a busy day.",
  "I'm about to head out.",
  "I'm already late with this.",
  "It can't wait much longer.",
  'I have a meeting in a moment.',
  "I've been meaning to do this for days.",
  'I only have a minute.',
  "I'm on my way out.",
  "It's getting late here.",
  "I said I'd take care of it.",
  "I'm running behind today.",
]

/** A sentence beside the matter, before or after it, where there is none yet; what puts something right stays the last word. */
export function distract(wording: Wording, random: Rng): Wording {
  if (isExplained(wording)) return wording
  const corrected = correctionsIn(wording.text) > 0
  return add(wording, pick(random.fork('aside'), ASIDES), corrected || chance(random.fork('before'), 1, 3))
}

/** Does a sentence go before the first wish already? */
function isExplained({ text, spans: [first] }: Wording): boolean {
  return /[.!?] /.test(text.slice(0, first?.[0]))
}

function add(wording: Wording, aside: string, before: boolean): Wording {
  if (!before) return { ...wording, text: `${wording.text} ${aside}` }
  return { ...moved(wording, aside.length + 1), text: `${aside} ${wording.text}` }
}

/** How many such sentences a text holds. */
export function distractionsIn(text: string): number {
  const said = retype(text).toLowerCase()
  return ASIDES.filter((aside) => said.includes(aside.toLowerCase().slice(0, -1))).length
}
