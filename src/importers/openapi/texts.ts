import type { JsonObject } from '../../core/json.js'
import { between, pick, type Rng } from '../../core/random.js'
import { FIRST_NAMES, LAST_NAMES, ORGANISATIONS } from '../../environment/pools.js'
import type { Field } from './field.js'
import { COMPANIES, PEOPLE } from './kinds.js'
import { CITIES, COLOURS, COUNTRIES, CURRENCIES, LABELS, LANGUAGES, REMARKS, STREETS, TAGS, TITLES } from './pools.js'
import { wordsOf } from './words.js'

/** What is written, planned or reported: it has a title and not a name. */
const WRITTEN = /^(?:title|subject|headline|topic)$/

/** What things are sorted by, in a word. */
const TAGGED = /^(?:tag|keyword|category|topic|skill|genre|interest|feature|trait)$/

/** What is told apart by letters and digits; an id that leads nowhere is such a code. */
const CODES = /^(?:code|sku|number|plate|id|reference|barcode|isbn|serial|slug|key|password|secret|token|pin)$/

/** Formats of texts that are said in one word, and of those that nobody says. */
const ONE_WORD: ReadonlySet<string> = new Set(['uri', 'url', 'time'])
const UNSAYABLE: ReadonlySet<string> = new Set(['uuid', 'binary', 'byte', 'duration'])

/** How a text is said: as a name in capitals, as one word, or in quotation marks. */
export type TextForm = 'name' | 'word' | 'quoted' | 'date' | 'moment'

const NAME = /^[A-Z][a-z'-]+(?: [A-Z&][a-z'-]*)*$/
const WORD = /^[A-Za-z0-9][\w@.+-]*[A-Za-z0-9]$/

/** The form that fits all values a text field may get; undefined where nobody would dictate it. */
export function textFormOf(field: Field, noun: string): TextForm | undefined {
  const { shape, examples } = field
  if (shape.is !== 'text') return undefined
  if (shape.format === 'date') return 'date'
  if (shape.format === 'date-time') return 'moment'
  if (shape.format !== undefined && ONE_WORD.has(shape.format)) return 'word'
  if (UNSAYABLE.has(shape.format ?? '')) return undefined
  const texts = examples.filter((value) => typeof value === 'string')
  const all = texts.length >= ENOUGH ? texts : [...texts, ...kindOf(field, noun).samples]
  if (all.every((text) => NAME.test(text))) return 'name'
  return all.every((text) => WORD.test(text)) ? 'word' : 'quoted'
}

/** Examples of which there are so many are all that a field's values are taken from. */
export const ENOUGH = 6

/** What the texts of a field are: some of them, and how one is made where it is not one of these. */
export interface TextKind {
  readonly samples: readonly string[]
  /** `beside` is what the thing holds already. */
  readonly make?: (random: Rng, beside: JsonObject) => string
}

/** What the texts of a field are, by its format and by what it is called. */
export function kindOf({ name, shape }: Field, noun: string): TextKind {
  const words = wordsOf(name)
  const last = words.split(' ').at(-1) ?? ''
  if ((shape.is === 'text' && shape.format === 'email') || last === 'email') return EMAIL
  if (/phone|mobile|fax/.test(last)) return PHONE
  if (last === 'username' || last === 'login') return ACCOUNT
  if (CODES.test(last)) return CODE
  return { samples: poolOf(words, last, noun) }
}

const EMAIL: TextKind = {
  samples: ['ada.abebe@example.com'],
  make: (random, beside) => `${accountOf(beside, random)}@example.com`,
}
const PHONE: TextKind = { samples: ['555-0142'], make: (random) => `555-0${between(random, 100, 999)}` }
const ACCOUNT: TextKind = { samples: ['ada.abebe'], make: (random, beside) => accountOf(beside, random) }
const CODE: TextKind = {
  samples: ['KX-204'],
  make: (random) => `${pick(random.fork('letters'), LETTERS)}-${between(random, 100, 999)}`,
}
const LETTERS = ['AX', 'BK', 'CR', 'DN', 'KX', 'LM', 'PT', 'RV', 'TS', 'WZ']

/** The name that somebody would sign in with, made of the person's own. */
function accountOf(beside: JsonObject, random: Rng): string {
  const [first = '', last = ''] = personIn(beside) ?? [
    pick(random.fork('first'), FIRST_NAMES),
    pick(random.fork('last'), LAST_NAMES),
  ]
  const ways = [`${first}.${last}`, `${first.slice(0, 1)}.${last}`, `${last}.${first}`, `${first}${last.slice(0, 1)}`]
  return pick(random.fork('way'), ways).toLowerCase()
}

/** First and last name of the person that a thing is about, where it says so. */
function personIn(beside: JsonObject): readonly string[] | undefined {
  const texts = Object.entries(beside).flatMap(([name, value]) =>
    typeof value === 'string' ? [[wordsOf(name), value] as const] : [],
  )
  const [first, last] = ['first name', 'last name'].map((words) => texts.find(([name]) => name === words)?.[1])
  if (first !== undefined && last !== undefined) return [first, last]
  return texts.find(([, value]) => /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(value))?.[1].split(' ')
}

/** Texts that would do for a field of this name, whose last word is `last`. */
function poolOf(words: string, last: string, noun: string): readonly string[] {
  if (words === 'first name') return FIRST_NAMES
  if (words === 'last name' || words === 'surname') return LAST_NAMES
  if (last === 'city' || last === 'town') return CITIES
  if (last === 'street' || last === 'address' || last === 'location') return STREETS
  if (last === 'colour' || last === 'color') return COLOURS
  if (last === 'currency') return CURRENCIES
  if (last === 'country') return COUNTRIES
  if (last === 'language') return LANGUAGES
  if (TAGGED.test(last)) return TAGS
  if (PEOPLE.test(last)) return PEOPLES_NAMES
  if (COMPANIES.test(last)) return ORGANISATIONS_SAID
  if (WRITTEN.test(last)) return TITLES
  if (last !== 'name' && last !== 'label') return REMARKS
  const whose =
    words === 'name' || words === 'full name' || words === 'display name' || last === 'label'
      ? noun
      : words.replace(/ name$/, '')
  if (PEOPLE.test(whose)) return PEOPLES_NAMES
  return COMPANIES.test(whose) ? ORGANISATIONS_SAID : LABELS
}

/** Is nothing known of what a field's texts are about? */
export function isAboutAnything(field: Field, noun: string): boolean {
  return kindOf(field, noun).samples === REMARKS
}

/** Names of people, two for each first name. */
export const PEOPLES_NAMES: readonly string[] = FIRST_NAMES.flatMap((first, i) => [
  `${first} ${LAST_NAMES[i % LAST_NAMES.length] ?? ''}`,
  `${first} ${LAST_NAMES[(i * 7 + 3) % LAST_NAMES.length] ?? ''}`,
])

const ORGANISATIONS_SAID = ORGANISATIONS.filter((name) => !name.includes('&'))

/** Ids that servers make, whatever a body could hold. */
export function isMadeByServer({ name }: Field): boolean {
  return /^(?:id|uuid|_id)$/.test(name)
}

/** Is it kept from others? Nobody is told it. */
export function isSecret({ name }: Field): boolean {
  return /(?:^| )(?:password|secret|token|pin)$/.test(wordsOf(name))
}
