import type { Json } from '../core/json.js'
import { formNamed } from '../language/index.js'

/** Does a text tell a value, in any form in which people write it? */
export function tells(text: string, value: Json): boolean {
  if (typeof value === 'boolean') return value ? !/\b(no|not|cannot)\b|n't\b/i.test(text) : /\b(no|not|cannot)\b|n't\b/i.test(text)
  if (typeof value === 'number') return numbersIn(text).includes(value)
  const said = String(value)
  return text.includes(said) || datesIn(text).includes(said)
}

/** Numbers of a text (as values) that no other visible text holds. */
export function unsupportedNumbers(text: string, visible: string): string[] {
  const known = new Set(numbersIn(visible))
  return [...new Set(numbersIn(text))].filter((value) => !known.has(value)).map(String)
}

/** All numbers of a text as values; parts of words and ids included, thousands separators read. */
export function numbersIn(text: string): number[] {
  return (text.replaceAll(/(?<=\d),(?=\d{3})/g, '').match(/\d+(?:\.\d+)?/g) ?? []).map(Number)
}

export function datesIn(text: string): string[] {
  const date = formNamed('date')
  return (text.match(new RegExp(date.pattern, 'g')) ?? []).flatMap((words) => date.parse(words) ?? []).map(String)
}
