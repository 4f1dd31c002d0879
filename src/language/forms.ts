import { isArray, type Json } from '../core/json.js'
import { pick, type Rng } from '../core/random.js'
import { eitherCase, escape } from './pattern.js'

/** A written form of values: how people write one, which texts it matches, and what such a text means. */
export interface Form {
  /** `habit` is the way one person has of writing such values, by number; a way at random where there is none. */
  readonly write: (value: Json, random: Rng, habit?: number) => string
  /** Regular-expression source of all texts this form can produce; no capturing groups. */
  readonly pattern: string
  /** The inverse of `write`; undefined where the text only looks like the form. */
  readonly parse: (text: string) => Json | undefined
  /** Does it suit this value? It suits all where absent. */
  readonly suits?: (value: Json) => boolean
  /** Words of the language, which a sentence begins in upper case; other values stay as they are written. */
  readonly words?: true
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const NUMBER = String.raw`-?\d+(?:,\d{3})*(?:\.\d+)?`

const identity = (text: string): string => text
const written = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

function textForm(pattern: string): Form {
  return { write: written, pattern, parse: identity }
}

function suitedForm(pattern: string): Form {
  const whole = new RegExp(`^${pattern}$`)
  return { ...textForm(pattern), suits: (value) => whole.test(written(value)) }
}

/** Quotes with whichever mark the text does not hold; a text with both cannot be dictated. */
const quoted: Form = {
  write: (value) => (written(value).includes('"') ? `'${written(value)}'` : `"${written(value)}"`),
  pattern: `(?:"[^"]*"|'[^']*'(?![a-z]))`,
  parse: (text) => text.slice(1, -1),
}

const number: Form = {
  write: (value) => written(value),
  pattern: NUMBER,
  parse: (text) => Number(text.replaceAll(',', '')),
}

const money: Form = {
  write: (value, random, habit) =>
    oneOf([`$${written(value)}`, `${written(value)} ${value === 1 ? 'dollar' : 'dollars'}`], random, habit),
  pattern: String.raw`(?:\$${NUMBER}|${NUMBER} dollars?)`,
  parse: (text) => Number(text.replaceAll(/[$,]| dollars?/g, '')),
}

/** The habit with which the assistant writes dates and sums. */
export const ASSISTANT = 0

function oneOf(ways: readonly string[], random: Rng, habit: number | undefined): string {
  return habit === undefined ? pick(random, ways) : (ways[habit % ways.length] as string)
}

const date: Form = {
  write(value, random, habit) {
    const [year, month, day] = written(value).split('-').map(Number)
    const name = MONTHS[(month ?? 1) - 1] ?? ''
    const ways = [
      fullDate(written(value)),
      `${day} ${name} ${year}`,
      `${name} ${day}${ordinalEnding(day ?? 1)}, ${year}`,
    ]
    return oneOf(ways, random, habit)
  },
  pattern: String.raw`(?:(?:${MONTHS.join('|')}) \d{1,2}(?:st|nd|rd|th)?, \d{4}|\d{1,2} (?:${MONTHS.join('|')}) \d{4}|\d{4}-\d{2}-\d{2})`,
  parse(text) {
    if (/^\d{4}-/.test(text)) return text
    const month = MONTHS.findIndex((name) => text.includes(name)) + 1
    const numbers = text.match(/\d+/g) ?? []
    const [year, day] = [numbers.find((digits) => digits.length === 4), numbers.find((digits) => digits.length <= 2)]
    if (!year || !day || month === 0) return undefined
    return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  },
}

/** A date and a time of day, to the minute: `2027-05-03T14:30:00Z` is "May 3, 2027 at 14:30". */
const moment: Form = {
  write: (value, random, habit) =>
    `${date.write(written(value).slice(0, 10), random, habit)} at ${written(value).slice(11, 16)}`,
  pattern: String.raw`${date.pattern} at \d{2}:\d{2}`,
  parse(text) {
    const at = text.lastIndexOf(' at ')
    const day = date.parse(text.slice(0, at))
    return day === undefined ? undefined : `${written(day)}T${text.slice(at + 4)}:00Z`
  },
  suits: (value) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00Z$/.test(written(value)),
}

/** A date as most people write it in full: "May 3, 2027". */
export function fullDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${MONTHS[(month ?? 1) - 1]} ${day}, ${year}`
}

/** The letters after a number that counts: 1st, 2nd, 11th. */
export function ordinalEnding(day: number): string {
  if (day >= 11 && day <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}

/** "a", "a and b", "a, b and c": items written in another form. */
function listOf(item: Form): Form {
  return {
    write: (value, random, habit) =>
      joinList((isArray(value) ? value : [value]).map((element) => item.write(element, random, habit))),
    pattern: String.raw`(?:${item.pattern})(?:(?:, and |, | and )(?:${item.pattern}))*`,
    parse(text) {
      const element = new RegExp(`(?:${item.pattern})(?=, and |, | and |$)`, 'g')
      const values: (Json | undefined)[] = []
      for (let match = element.exec(text); match; match = element.exec(text)) {
        values.push(item.parse(match[0]))
        element.lastIndex += /^(?:, and |, | and )/.exec(text.slice(element.lastIndex))?.[0].length ?? 0
      }
      return values.some((value) => value === undefined) ? undefined : (values as Json[])
    },
  }
}

export function joinList(items: readonly string[]): string {
  if (items.length <= 1) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

const WORD = String.raw`[\w'.&-]*[\w'&-]`
const name = textForm(String.raw`[A-Z](?:${WORD})?(?: (?:[A-Z0-9](?:${WORD})?|&|(?:of|the|de|van)(?= [A-Z])))*`)
const title = textForm(String.raw`[A-Z](?:${WORD})?(?: (?:[A-Z0-9](?:${WORD})?|&|(?:of|the|de|van)(?= [A-Z])))+`)
const word = textForm(String.raw`[\w@#/](?:[\w@.#/:+-]*[\w@#/])?`)
const file = textForm(String.raw`\w(?:[\w.-]*\w)?`)
const FILE_NAME = String.raw`\w(?:[\w.-]*\w)?\.\w+`
const FOLDER_NAME = String.raw`\w[\w-]*(?![\w-]|\.\w)`
/** Names with an ending, and those without one: what one is renamed to, and where it is moved. */
const fileName = suitedForm(FILE_NAME)
const folderName = suitedForm(FOLDER_NAME)
const code = textForm(String.raw`[A-Z]{3}`)
const digits = textForm(String.raw`\d+`)
const PHRASE = String.raw`[a-z0-9][a-z0-9'-]*(?: [a-z0-9'-]+){0,3}`
const phrase = textForm(`${PHRASE}?`)
const text = textForm(String.raw`[^".?!]+?`)

/** Is a value a few plain words, which need no quotation marks between others? */
export function isPhrase(value: Json): boolean {
  return (
    typeof value === 'string' &&
    new RegExp(`^${PHRASE}$`).test(value) &&
    !/^(?:a|an|the|my|that|this|same|last|first) /.test(value)
  )
}

const forms: { readonly [name: string]: Form } = {
  quoted,
  name,
  title,
  filename: fileName,
  foldername: folderName,
  word,
  code,
  file,
  digits,
  number,
  exact: number,
  money,
  date,
  moment,
  phrase,
  text,
  'quoted-list': listOf(quoted),
  'name-list': listOf(name),
  'word-list': listOf(word),
  'file-list': listOf(file),
  'number-list': listOf(number),
  'digits-list': listOf(digits),
}

const counts = new Map<string, Form>()

/** The form of a name; `count-line` gives "1 line" and "3 lines", `count-city-cities` "1 city" and "3 cities". */
export function formNamed(formName: string): Form {
  const [kind, one, many] = formName.split('-')
  if (kind === 'count' && one !== undefined) {
    const known = counts.get(formName) ?? countOf(one, many)
    counts.set(formName, known)
    return known
  }
  const form = forms[formName]
  if (!form)
    throw new Error(
      `formNamed: there is no written form '${formName}'; known: ${Object.keys(forms).join(', ')}, count-*.`,
    )
  return form
}

/** A number with what it counts. */
function countOf(one: string, many = `${one}s`): Form {
  return {
    write: (value) => `${written(value)} ${Number(value) === 1 ? one : many}`,
    pattern: `${NUMBER} (?:${escape(one)}|${escape(many)})`,
    parse: (counted) => Number(counted.slice(0, counted.indexOf(' ')).replaceAll(',', '')),
  }
}

/** The form of a value nobody chose one for. */
export function defaultForm(schemaType: Json | undefined): string {
  const type = isArray(schemaType) ? schemaType.find((candidate) => candidate !== 'null') : schemaType
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'array') return 'quoted-list'
  return 'quoted'
}

/** Words for a closed set of values ({ business: ['business', 'business class'] }). */
export function wordsForm(words: { readonly [value: string]: readonly string[] }): Form {
  const meaning = new Map(
    Object.entries(words).flatMap(([value, said]) => said.map((saying) => [saying.toLowerCase(), value] as const)),
  )
  const alternatives = Object.values(words)
    .flat()
    .toSorted((a, b) => b.length - a.length)
  return {
    write: (value, random) => pick(random, words[written(value)] ?? [written(value)]),
    pattern: `(?:${alternatives.map(eitherCase).join('|')})`,
    parse: (said) => meaning.get(said.toLowerCase()),
    words: true,
  }
}
