import { retold } from '../discourse.js'

/** A user's words in a thought: "my card" is "the user's card", "the one you listed" what the assistant has listed. */
export function ofTheUser(text: string): string {
  return retold(text, { my: "the user's", me: 'the user' })
    .replaceAll(/\byou (listed|found|gave|showed)\b/g, 'I $1')
    .replaceAll(/\bI showed the user\b/g, 'I showed')
}

/** Words from which on a thought says a decision and what it is for. */
const WHOLE = 15

/** A thought with what it is for, where it is short. */
export function withPurpose(thought: string, purpose: string): string {
  return thought.split(' ').length < WHOLE ? `${thought} ${purpose}` : thought
}

/** What an identifier identifies: a "card id" a card. */
export function baseOf(noun: string): string {
  return noun.replace(/ (id|number|code|symbol)(s?)$/, '$2')
}

/** "a zip code", "an access token". */
export function withArticle(noun: string): string {
  return `${/^(?:[aeio]|u(?!s|ni))/.test(noun) ? 'an' : 'a'} ${noun}`
}

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** Counts above this are not said. */
export const MANY = NUMBERS.length - 1

/** A count in words. */
export function inWords(count: number, noun?: readonly [string, string]): string {
  const number = NUMBERS[count] ?? 'many'
  return noun ? `${number} ${noun[count === 1 ? 0 : 1]}` : number
}
