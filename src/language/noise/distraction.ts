import { chance, pick, type Rng } from '../../core/random.js'
import type { Wording } from '../realise.js'
import { correctionsIn } from './correction.js'
import { moved } from './moved.js'
import { retype } from './typos.js'

/** What people say beside the matter: what they are about to do. No wish, no value, no word that a tool is named by. */
const ASIDES: readonly string[] = [
  'I have to leave in a minute.',
  "I'm about to head out.",
  'I have a meeting in a moment.',
  'I only have a minute.',
  "I'm on my way out.",
  "I'm in a bit of a hurry.",
  'My lunch break is almost over.',
  'Somebody is waiting for me downstairs.',
  "I'm typing this on my phone.",
  'My train leaves soon.',
  "It's a busy day.",
  "I'm already late for lunch.",
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
