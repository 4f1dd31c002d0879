import { FIRST_NAMES, LAST_NAMES, ORGANISATIONS } from '../../environment/pools.js'
import type { Field } from './field.js'
import { COMPANIES, PEOPLE } from './kinds.js'
import { CITIES, COLOURS, LABELS, REMARKS, STREETS, TAGS, TITLES } from './pools.js'
import { wordsOf } from './words.js'

/** What is written, planned or reported: it has a title and not a name. */
const WRITTEN = /^(?:title|subject|headline|topic)$/

/** What things are sorted by, in a word. */
const TAGGED = /^(?:tag|keyword|category|topic|skill|genre|interest|feature|trait)$/

/** What is told apart by letters and digits; an id that leads nowhere is such a code. */
export const CODES = /^(?:code|sku|number|plate|id|reference|barcode|isbn|serial|slug|key|password|secret|token|pin)$/

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
  const all = texts.length >= ENOUGH ? texts : [...texts, ...poolOf(field, noun)]
  if (all.every((text) => NAME.test(text))) return 'name'
  return all.every((text) => WORD.test(text)) ? 'word' : 'quoted'
}

/** Examples of which there are so many are all that a field's values are taken from. */
export const ENOUGH = 6

/** Texts that would do for a field by what it is called. */
export function poolOf({ name, shape }: Field, noun: string): readonly string[] {
  const words = wordsOf(name)
  const last = words.split(' ').at(-1) ?? ''
  if (shape.is === 'text' && shape.format === 'email') return ['ada.abebe@example.com']
  if (last === 'email') return ['ada.abebe@example.com']
  if (/phone|mobile|fax/.test(last)) return ['555-0142']
  if (words === 'first name') return FIRST_NAMES
  if (words === 'last name' || words === 'surname') return LAST_NAMES
  if (words === 'username' || words === 'login') return ['ada.abebe']
  if (last === 'city' || last === 'town') return CITIES
  if (last === 'street' || last === 'address' || last === 'location') return STREETS
  if (last === 'colour' || last === 'color') return COLOURS
  if (TAGGED.test(last)) return TAGS
  if (CODES.test(last)) return ['KX-204']
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
