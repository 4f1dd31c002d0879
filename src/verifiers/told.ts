import type { Json } from '../core/json.js'
import type { Content } from '../environment/index.js'
import { formNamed } from '../language/index.js'

/** Does a text tell a value, in any form in which people write it? */
export function tells(text: string, value: Json): boolean {
  if (typeof value === 'boolean') return /\b(no|not|cannot)\b|n['’]t\b/i.test(text) !== value
  if (typeof value === 'number') return numbersIn(text).some((said) => roundings(Math.abs(value)).includes(said))
  const said = String(value)
  return holdsWhole(text, said) || datesIn(text).includes(said) || momentsIn(text).includes(said)
}

/** Does an answer tell what a text of a result says, in words of its own? */
export function tellsContent(answer: string, { items, told }: Content): boolean {
  return items.every((item) => holdsWhole(answer, item)) && (told === undefined || new RegExp(told).test(answer))
}

/** Numbers of a text (as values) that no other visible text holds. */
export function unsupportedNumbers(text: string, visible: string): string[] {
  const told = new Set(numbersIn(withoutGrouping(withoutEndings(text, visible))))
  if (told.size === 0) return []
  const known = new Set(numbersIn(visible).flatMap(roundings))
  return [...told].filter((value) => !known.has(value)).map(String)
}

/** Without the last four digits by which a visible card number is named: "the card ending in 1234". */
function withoutEndings(text: string, visible: string): string {
  const endings = new Set((visible.match(/\d{12,}/g) ?? []).map((digits) => digits.slice(-4)))
  return text.replaceAll(/(?<=\bend(?:ing|s) (?:in|with) )\d{4}\b/g, (digits) => (endings.has(digits) ? '' : digits))
}

/** Does the text hold these words, not as a part of longer ones? */
export function holdsWhole(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0 && words !== ''; at = text.indexOf(words, at + 1)) {
    const before = /\w$/.test(text.slice(0, at)) && /^\w/.test(words)
    const after = /^\w/.test(text.slice(at + words.length)) && /\w$/.test(words)
    if (!before && !after) return true
  }
  return false
}

/** A number as people may give it: as it is, or a fraction of more than three places rounded to two to six. */
function roundings(value: number): number[] {
  if (Number.isInteger(value)) return [value]
  const places = String(value).split('.')[1]?.length ?? 0
  return places > 3 ? [value, ...[2, 3, 4, 5, 6].map((digits) => Number(value.toFixed(digits)))] : [value]
}

/** All numbers of a text, without sign; a comma between digits may group them or part two, so both are read. */
export function numbersIn(text: string): number[] {
  const grouped = withoutGrouping(text)
  const numbers = (source: string): number[] => (source.match(/\d+(?:\.\d+)?(?:e[+-]?\d+)?/g) ?? []).map(Number)
  return grouped === text ? numbers(text) : [...numbers(text), ...numbers(grouped)]
}

function withoutGrouping(text: string): string {
  return text.replaceAll(/\b\d{1,3}(?:,\d{3})+\b/g, (digits) => digits.replaceAll(',', ''))
}

const date = formNamed('date')
const DATES = new RegExp(date.pattern, 'g')

function datesIn(text: string): string[] {
  return (text.match(DATES) ?? []).flatMap((words) => date.parse(words) ?? []).map(String)
}

const moment = formNamed('moment')
const MOMENTS = new RegExp(moment.pattern, 'g')

function momentsIn(text: string): string[] {
  return (text.match(MOMENTS) ?? []).flatMap((words) => moment.parse(words) ?? []).map(String)
}

const NEGATION =
  /\b(cannot|unable|not|no|none|nothing|never|without|unfortunately|against|forbids?|forbidden|prohibited|impossible|refused|declined|lacks?)\b|n['’]t\b/i

/** Does an answer say that something is not so, or was not done? */
export function negates(answer: string): boolean {
  return NEGATION.test(answer)
}
