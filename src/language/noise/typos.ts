import { chance, pick, type Rng, shuffle } from '../../core/random.js'
import type { Wording } from '../realise.js'
import { eitherCase } from '../pattern.js'
import { moved } from './moved.js'
import { quotationsIn } from './quotations.js'

/** Common words as hasty fingers write them: letters exchanged, left out or doubled, apostrophes left out. None is a word of its own. */
const SLIPS: { readonly [word: string]: readonly string[] } = {
  about: ['abuot', 'abou', 'aboutt'],
  account: ['accuont', 'acount', 'accout'],
  actually: ['actualy', 'acutally'],
  after: ['atfer', 'aftr', 'afer'],
  again: ['agian', 'agin'],
  also: ['aslo', 'allso'],
  before: ['befoer', 'befor', 'beofre'],
  between: ['betewen', 'betwen'],
  booking: ['bookign', 'bokking'],
  check: ['chekc', 'chek', 'chck'],
  could: ['coudl', 'coud'],
  currently: ['curently'],
  delete: ['delet', 'dleete'],
  "didn't": ['didnt'],
  different: ['diffrent'],
  "doesn't": ['doesnt'],
  "don't": ['dont'],
  each: ['eahc'],
  every: ['evry', 'evey'],
  everything: ['everthing'],
  find: ['fnid', 'fidn'],
  folder: ['foldr', 'fodler'],
  from: ['frmo', 'fromm'],
  give: ['giev', 'giv'],
  have: ['haev', 'hav'],
  "haven't": ['havent'],
  help: ['hepl', 'hlep'],
  "i'm": ['im'],
  "i've": ['ive'],
  into: ['itno', 'inot'],
  "isn't": ['isnt'],
  know: ['knwo', 'knw'],
  latest: ['lastest'],
  like: ['liek', 'lik'],
  look: ['lok', 'loook'],
  make: ['maek'],
  many: ['mnay'],
  message: ['mesasge', 'mesage', 'messge'],
  money: ['mony'],
  much: ['muhc', 'mcuh'],
  need: ['nede', 'neeed'],
  number: ['numbr', 'nubmer'],
  should: ['shoudl', 'shoud'],
  show: ['shwo'],
  some: ['soem'],
  tell: ['tlel'],
  that: ['taht'],
  "that's": ['thats'],
  their: ['tehir'],
  there: ['tehre'],
  "there's": ['theres'],
  they: ['tehy'],
  this: ['tihs', 'thsi'],
  ticket: ['tikcet', 'tickt'],
  tweet: ['twet', 'tweeet'],
  want: ['wnat', 'wantt'],
  what: ['waht', 'wat'],
  "what's": ['whats'],
  when: ['wehn', 'whn'],
  where: ['wehre', 'wher'],
  "where's": ['wheres'],
  which: ['whcih', 'wich'],
  with: ['wiht', 'wtih'],
  would: ['woudl', 'woud'],
  wrong: ['worng'],
  your: ['yuor', 'yor'],
}

const MEANT = new Map(Object.entries(SLIPS).flatMap(([word, slips]) => slips.map((slip) => [slip, word] as const)))

/** Whoever takes the time for such words takes the time to type. */
const POLITE = /\b(?:please|would|could|kindly|thank|thanks|hoping|wonder)\b/i

const WORD = oneOf(Object.keys(SLIPS))

const SLIP = oneOf([...MEANT.keys()])

/** Finds whole words, in lower case or with a capital: what is all in capitals is somebody's name for something. */
function oneOf(words: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<![\w"'.@#/-])(?:${words.map(eitherCase).join('|')})(?![\w'@/-])`, 'g')
}

/** A word outside values and quotations misspelt, seldom two; a polite message stays as it is. */
export function mistype(wording: Wording, random: Rng): Wording {
  if (POLITE.test(wording.text)) return wording
  const closed = [...wording.mentions.map(({ span }) => span), ...quotationsIn(wording.text)]
  const places = [...wording.text.matchAll(WORD)].filter(({ index }) =>
    closed.every(([from, to]) => index < from || index >= to),
  )
  const count = chance(random.fork('two'), 1, 4) ? 2 : 1
  return shuffle(random.fork('places'), places)
    .slice(0, count)
    .toSorted((a, b) => b.index - a.index)
    .reduce((made, { 0: word, index }) => {
      const slip = inCaseOf(word, pick(random.fork(`slip${index}`), SLIPS[word.toLowerCase()] ?? [word]))
      const end = index + word.length
      const text = `${made.text.slice(0, index)}${slip}${made.text.slice(end)}`
      return { ...moved(made, slip.length - word.length, end - 1), text }
    }, wording)
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
  const closed = quotationsIn(text)
  return [...text.matchAll(SLIP)].filter(({ index }) => closed.every(([from, to]) => index < from || index >= to))
    .length
}

function inCaseOf(model: string, word: string): string {
  return /^[A-Z]/.test(model) ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word
}
