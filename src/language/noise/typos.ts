import { chance, pick, type Rng, shuffle } from '../../core/random.js'
import type { Wording } from '../realise.js'
import { eitherCase } from '../pattern.js'
import { moved } from './moved.js'
import { quotationsIn } from './quotations.js'

/** Common words as hasty fingers write them: letters left out or doubled, seldom exchanged, apostrophes left out. None is a word of its own. */
const SLIPS: { readonly [word: string]: readonly string[] } = {
  about: ['abou', 'aboutt'],
  account: ['acount', 'accout'],
  actually: ['actualy'],
  after: ['aftr', 'afer'],
  again: ['agin'],
  also: ['allso'],
  before: ['befor'],
  between: ['betwen'],
  booking: ['bokking'],
  "can't": ['cant'],
  cancel: ['cancle', 'cancell'],
  check: ['chek', 'chck'],
  comment: ['coment'],
  could: ['coud'],
  currently: ['curently'],
  delete: ['delet'],
  "didn't": ['didnt'],
  different: ['diffrent'],
  distance: ['distnace', 'distanc'],
  "doesn't": ['doesnt'],
  "don't": ['dont'],
  every: ['evry', 'evey'],
  everything: ['everthing'],
  find: ['fnd'],
  flight: ['fligt'],
  folder: ['foldr'],
  from: ['frm', 'fromm'],
  give: ['giv'],
  have: ['hav'],
  "haven't": ['havent'],

  "i'm": ['im'],
  "i've": ['ive'],
  "isn't": ['isnt'],
  know: ['knw'],
  latest: ['lastest'],
  like: ['liek'],
  lines: ['lins'],
  look: ['lok'],
  many: ['mny'],
  message: ['mesage', 'messge'],
  messages: ['mesages'],
  money: ['mony'],

  need: ['neeed'],
  number: ['numbr'],
  price: ['pirce', 'pric'],
  priority: ['prioirty', 'priorty'],
  shares: ['shars'],
  should: ['shoud', 'shold'],

  stock: ['stok'],
  stocks: ['stoks'],
  tell: ['tel'],
  that: ['tha'],
  "that's": ['thats'],
  their: ['thier'],
  there: ['ther'],
  "there's": ['theres'],
  this: ['thsi'],
  ticket: ['tickt'],
  tickets: ['tickts'],
  tweet: ['twet', 'tweeet'],
  want: ['wnt', 'wantt'],
  watchlist: ['watchlst'],
  what: ['wat'],
  "what's": ['whats'],
  when: ['whn'],
  where: ['wher'],
  "where's": ['wheres'],
  which: ['wich', 'whch'],
  with: ['wth', 'witth'],
  would: ['woud'],
  wrong: ['wrng'],
  "you've": ['youve'],
  your: ['yor'],
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
