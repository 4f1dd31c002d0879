import { addDays, daysBetween } from '../../core/calendar.js'
import { type Json, type JsonObject, sameJson } from '../../core/json.js'
import { between, chance, pick, type Rng } from '../../core/random.js'
import type { Cast } from '../../environment/index.js'
import { type Field, isTimestamp, type Shape } from './field.js'
import { ENOUGH, isAboutAnything, kindOf, PEOPLES_NAMES } from './texts.js'
import { singular, wordsOf } from './words.js'

/** What values are made from. */
export interface Source {
  readonly random: Rng
  readonly cast?: Cast
  /** ISO date of the simulated day. */
  readonly today: string
}

type TextShape = Extract<Shape, { is: 'text' }>

/** A value of a field; `beside` is what the thing holds already, so that an address fits its name. */
export function valueOf(field: Field, noun: string, source: Source, beside: JsonObject = {}): Json {
  const { shape, examples } = field
  const fitting = examples.filter((value) => isOf(shape, value))
  const { random } = source
  if (shape.is === 'text' && fitting.length > 0 && (fitting.length >= ENOUGH || !hasPool(field, noun)))
    return pick(random, fitting)
  return madeUp(field, noun, source, beside)
}

function hasPool(field: Field, noun: string): boolean {
  return !isAboutAnything(field, noun) || (field.shape.is === 'text' && field.shape.format !== undefined)
}

function isOf(shape: Shape, value: Json): boolean {
  switch (shape.is) {
    case 'text':
      return typeof value === 'string'
    case 'choice':
      return typeof value === 'string' && shape.of.includes(value)
    case 'number':
      return typeof value === 'number' && (!shape.whole || Number.isInteger(value))
    case 'truth':
      return typeof value === 'boolean'
    default:
      return false
  }
}

function madeUp(field: Field, noun: string, source: Source, beside: JsonObject): Json {
  const { shape } = field
  const { random } = source
  switch (shape.is) {
    case 'choice':
      return pick(random, shape.of)
    case 'truth':
      return chance(random, 1, 2)
    case 'number':
      return isTimestamp(field) ? momentBefore(source) : numberOf(field.name, shape, random)
    case 'list':
      return itemsOf({ ...field, name: singular(field.name), shape: shape.of }, noun, source)
    case 'object':
      return Object.fromEntries(
        shape.fields.map((inner) => [inner.name, valueOf(inner, noun, { ...source, random: random.fork(inner.name) })]),
      )
    case 'text':
      return fitted(textOf(field, shape.format, noun, source, beside), shape, random)
  }
}

const DAY = 86_400

/** A moment of the last year, in seconds since 1970. */
function momentBefore({ today, random }: Source): number {
  return daysBetween('1970-01-01', today) * DAY - between(random, DAY, 365 * DAY)
}

/** One or two different items of a list. */
function itemsOf(item: Field, noun: string, { random, ...source }: Source): readonly Json[] {
  const one = valueOf(item, noun, { ...source, random: random.fork('0') })
  const other = valueOf(item, noun, { ...source, random: random.fork('1') })
  return random.fork('length').next(2) === 0 || sameJson(one, other) ? [one] : [one, other]
}

/** A text as long as it has to be, and no longer than it may: a password of eight letters and digits. */
function fitted(text: string, { shortest = 0, longest = Number.POSITIVE_INFINITY }: TextShape, random: Rng): string {
  let long = text
  for (let i = 0; long.length < shortest; i++) long += `-${between(random.fork(`more${i}`), 100, 999)}`
  return long.length <= longest ? long : long.slice(0, longest).trim()
}

function textOf(
  field: Field,
  format: string | undefined,
  noun: string,
  { random, cast, today }: Source,
  beside: JsonObject,
): string {
  const last = wordsOf(field.name).split(' ').at(-1) ?? ''
  const day = addDays(
    today,
    between(random, /^(?:created|updated|registered|joined|born|birth)/.test(wordsOf(field.name)) ? -400 : 1, 40),
  )
  if (format === 'date') return day
  if (format === 'date-time')
    return `${day}T${String(between(random, 8, 17)).padStart(2, '0')}:${pick(random.fork('minute'), ['00', '15', '30', '45'])}:00Z`
  if (format === 'time') return `${String(between(random, 8, 17)).padStart(2, '0')}:30:00`
  if (format === 'uuid') return `00000000-0000-4000-a000-${String(between(random, 1, 999_999)).padStart(12, '0')}`
  if (format === 'uri' || format === 'url' || last === 'url') return `https://example.com/${between(random, 100, 999)}`
  const { samples, make } = kindOf(field, noun)
  if (make) return make(random, beside)
  const people = samples === PEOPLES_NAMES ? (cast ? [cast.user, ...cast.colleagues] : []) : []
  const known = people.map(({ first, last: surname }) => `${first} ${surname}`)
  return known.length > 0 && chance(random.fork('known'), 1, 2) ? pick(random, known) : pick(random, samples)
}

/** What a number of a name would be where the document sets no bounds. */
const SIZES: readonly (readonly [RegExp, number, number])[] = [
  [/\b(?:price|cost|fee|rate|amount|total|balance|salary|budget)\b/, 8, 240],
  [/\byear\b/, 1995, 2026],
  [/rating|stars|score|level|priority/, 1, 5],
  [/\bage\b/, 18, 80],
  [/percent/, 5, 95],
  [/latitude|longitude/, -60, 60],
  [/minutes|duration/, 10, 180],
]

function numberOf(name: string, { whole, low, high, step }: Extract<Shape, { is: 'number' }>, random: Rng): number {
  const [, least, most] = SIZES.find(([words]) => words.test(wordsOf(name))) ?? [undefined, 1, 60]
  const from = low ?? Math.min(least, high ?? least)
  const to = Math.max(from, high ?? Math.max(most, from + 40))
  const grain = step ?? (whole ? 1 : 0.5)
  const steps = Math.max(0, Math.floor((to - from) / grain))
  // Tenths and hundredths of multiples of a grain, without what binary fractions add to them.
  return Number(
    (Math.ceil(from / grain) * grain + Math.min(steps, random.next(Math.min(steps, 4000) + 1)) * grain).toFixed(4),
  )
}
