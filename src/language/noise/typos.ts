import { between, type Rng, shuffle } from '../../core/random.js'
import type { Wording } from '../realise.js'
import { quotationsIn } from './quotations.js'

/** Common words as hasty fingers write them: two letters exchanged, so that nothing after them moves. None is a word of its own. */
const SLIPS: { readonly [word: string]: string } = {
  about: 'abuot',
  account: 'accuont',
  after: 'atfer',
  again: 'agian',
  also: 'aslo',
  before: 'befoer',
  between: 'betewen',
  booking: 'bookign',
  check: 'chekc',
  could: 'coudl',
  each: 'eahc',
  from: 'frmo',
  give: 'giev',
  have: 'haev',
  help: 'hepl',
  into: 'itno',
  know: 'knwo',
  like: 'liek',
  make: 'maek',
  many: 'mnay',
  message: 'mesasge',
  much: 'muhc',
  need: 'nede',
  please: 'plaese',
  price: 'prcie',
  should: 'shoudl',
  some: 'soem',
  tell: 'tlel',
  that: 'taht',
  their: 'tehir',
  there: 'tehre',
  they: 'tehy',
  this: 'tihs',
  ticket: 'tikcet',
  want: 'wnat',
  what: 'waht',
  when: 'wehn',
  where: 'wehre',
  which: 'whcih',
  with: 'wiht',
  would: 'woudl',
  your: 'yuor',
}

const MEANT = new Map(Object.entries(SLIPS).map(([word, slip]) => [slip, word]))

const WORD = new RegExp(String.raw`(?<![\w"'.@#/-])(?:${Object.keys(SLIPS).join('|')})(?![\w'@/-])`, 'gi')

const SLIP = new RegExp(String.raw`(?<![\w"'.@#/-])(?:${[...MEANT.keys()].join('|')})(?![\w'@/-])`, 'gi')

/** One or two words outside values and quotations misspelt. */
export function mistype(wording: Wording, random: Rng): Wording {
  const closed = [...wording.mentions.map(({ span }) => span), ...quotationsIn(wording.text)]
  const places = [...wording.text.matchAll(WORD)].filter(({ index }) =>
    closed.every(([from, to]) => index < from || index >= to),
  )
  let { text } = wording
  for (const { 0: word, index } of shuffle(random.fork('places'), places).slice(
    0,
    between(random.fork('count'), 1, 2),
  )) {
    const slip = inCaseOf(word, SLIPS[word.toLowerCase()] ?? word)
    text = `${text.slice(0, index)}${slip}${text.slice(index + slip.length)}`
  }
  return { ...wording, text }
}

/** The text as it was meant; quotations stay as they are. */
export function retype(text: string): string {
  if (text.search(SLIP) < 0) return text
  const closed = quotationsIn(text)
  return text.replaceAll(SLIP, (slip: string, index: number) =>
    closed.some(([from, to]) => index >= from && index < to)
      ? slip
      : inCaseOf(slip, MEANT.get(slip.toLowerCase()) ?? slip),
  )
}

/** How many words of a text are misspelt so. */
export function typosIn(text: string): number {
  return [...text].filter((letter, i) => letter !== retype(text)[i]).length / 2
}

function inCaseOf(model: string, word: string): string {
  return /^[A-Z]/.test(model) ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word
}
