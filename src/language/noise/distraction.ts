import { chance, pick, type Rng } from '../../core/random.js'
import type { Wording } from '../realise.js'
import { correctionsIn } from './correction.js'
import { moved } from './moved.js'
import { retype } from './typos.js'

/** What people say beside the matter: no wish, no value, no word that a tool is named by. */
const ASIDES: readonly string[] = [
  'It has been one of those days.',
  'Sorry, I am typing this with one hand.',
  'The coffee machine is broken again, so bear with me.',
  'My phone has not stopped ringing since breakfast.',
  'It is freezing in this room.',
  'I should have done this last week, I know.',
  'Somebody is drilling next door, it is hard to think.',
  'I only have five quiet minutes.',
  'My neighbour says I worry too much.',
  'The rain here just will not stop.',
  'I am half asleep, to be honest.',
  'My colleague keeps talking while I write this.',
  'There is far too much going on today.',
  'I am writing this between two meetings.',
  'Forgive the rush, my bus leaves soon.',
  'Lunch was a disaster, by the way.',
  'I have been putting this off all morning.',
  'The dog ate half of my notes.',
]

/** A sentence beside the matter, before or after it, now and then two; what puts something right stays the last word. */
export function distract(wording: Wording, random: Rng, today?: string): Wording {
  const [first, second] = [pick(random.fork('first'), ASIDES), pick(random.fork('second'), ASIDES)]
  const corrected = correctionsIn(wording.text, today) > 0
  const once = add(wording, first, corrected || chance(random.fork('before'), 1, 2))
  const twice = !corrected && second !== first && chance(random.fork('twice'), 1, 6)
  return twice ? add(once, second, false) : once
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
