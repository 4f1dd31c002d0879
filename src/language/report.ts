import { isArray, isObject, type Json } from '../core/json.js'
import { at, matchPointer, placesOf, type Pointer } from '../core/pointer.js'
import { pick, type Rng, shuffle } from '../core/random.js'
import type { Reference, Request } from '../core/reference.js'
import { retold, sentenceCase } from './discourse.js'
import { formNamed, joinList } from './forms.js'
import type { Lexicon } from './lexicon.js'
import { compilePattern, isSlot, type Part, type Slot, type Variant, writeVariant } from './pattern.js'
import { ASSISTANT, isObjectPronoun, refer } from './refer.js'

/** What an answer knows of things besides the words that the user had for them. */
export interface Names {
  /** Names of arguments that the user only pointed at. */
  readonly said: { readonly [parameter: string]: string }
  /** Arguments that the answer has named just before and points back at. */
  readonly again: readonly string[]
  /** The name of a thing of an entity type. */
  readonly thing: (entity: string, value: Json) => string | undefined
  /** Is it the name of the user's own account? */
  readonly isOwn: (value: Json) => boolean
}

const NAMELESS: Names = { said: {}, again: [], thing: () => undefined, isOwn: () => false }

/** The outcome of one request in a sentence, as fully as its pattern can; values from its result; undefined where no report can say it. */
export function report(
  lexicon: Lexicon,
  request: Request,
  result: Json,
  random: Rng,
  names: Names = NAMELESS,
): string | undefined {
  const variants = shuffle(random.fork('order'), lexicon.reportsOf(request.tool)).flat()
  const pointsBack = ({ slots }: Variant): boolean => slots.some(({ slot }) => names.again.includes(slot))
  for (const variant of [...variants.filter(pointsBack), ...variants.filter((other) => !pointsBack(other))]) {
    const text = fillReport(lexicon, variant, request, result, random.fork('words'), names)
    if (text !== undefined)
      return tidy(startsWithValue(variant.parts[0], request) && !/^your?\b/.test(text) ? text : sentenceCase(text))
  }
  return undefined
}

/** A report pattern with its slots filled from the request and the result; undefined where one cannot be. */
export function fillReport(
  lexicon: Lexicon,
  variant: Variant,
  request: Request,
  result: Json,
  random: Rng,
  names: Names = NAMELESS,
): string | undefined {
  let possible = true
  const { text } = writeVariant(variant, random, (slot) => {
    const words = slot.slot.startsWith('/')
      ? slot.form === 'items'
        ? itemLines(lexicon, request.tool, result, slot.slot, random, names)
        : resultWords(result, slot, random, names)
      : argumentWords(lexicon, request, slot, random, slot === variant.parts[0], names)
    possible &&= words !== undefined
    return words ?? ''
  })
  return possible ? withoutLooseCommas(text) : undefined
}

/** A name that ends in a comma ('ticket 7, "Printer",') goes without where the clause ends. */
function withoutLooseCommas(text: string): string {
  return text.replaceAll(/",(?=$|[.,;:])/g, '"')
}

/** A file's name or a quoted line keeps its first letter. */
function startsWithValue(head: Part | undefined, request: Request): boolean {
  return (
    head !== undefined &&
    isSlot(head) &&
    ((head.slot.startsWith('/') && head.form !== 'yes') || request.arguments[head.slot]?.by === 'value')
  )
}

/** Lines that end themselves take no second full stop. */
function tidy(text: string): string {
  return text
    .replaceAll(' \n', '\n')
    .replace(/(\n- [^\n]*)\.$/, '$1')
    .replace(/([.?!]"?)\.$/, '$1')
}

/** "The same" points at words of the user, which an answer would only echo. */
function echoes(words: string): boolean {
  return /^(the (very )?same|these)\b/.test(words)
}

function argumentWords(
  lexicon: Lexicon,
  request: Request,
  slot: Slot,
  random: Rng,
  isSubject: boolean,
  names: Names,
): string | undefined {
  const reference: Reference | undefined = request.arguments[slot.slot]
  const named = names.said[slot.slot]
  if (named !== undefined && (slot.form === undefined || slot.form === 'back')) return named
  if (isAccount(slot)) return reference?.by === 'value' ? accountWords(reference.value, slot, names) : undefined
  const said =
    reference &&
    refer(
      lexicon,
      request.tool,
      slot,
      reference,
      random.fork(slot.slot),
      (words) => echoes(words) || (isSubject && isObjectPronoun(words)),
    )
  return said === undefined || reference?.by === 'value' ? said : retold(said, { my: 'your', me: 'you' })
}

/**
 * A result leaf in words: as it is, in a named form, counted (`</count:count-line>` gives "1 line", "3 lines"), or a truth
 * (`is</open:not> open` gives "is open", "is not open").
 */
function resultWords(result: Json, slot: Slot, random: Rng, names: Names, inline = false): string | undefined {
  const leaves = matchPointer(result, slot.slot).map((path) => at(result, path) as Json)
  const values = leaves.flatMap((leaf) => (isArray(leaf) ? leaf : [leaf]))
  if (values.length === 0 || values.some((value) => value === null || isArray(value) || isObject(value)))
    return undefined
  const words = values.map((value) => leafWords(value, slot, random, names))
  if (slot.form !== 'not' && words.some((text) => text === '')) return undefined
  return !inline && words.some((text) => text.length > 24 || /[,;]/.test(text)) && words.length > 1
    ? bulleted(words)
    : joinList(words)
}

function leafWords(value: Json, slot: Slot, random: Rng, names: Names): string {
  const item = slot.form?.replace(/-?list$/, '')
  if (item === 'not') return value === true ? '' : ' not'
  if (item === 'yes') return value === true ? 'yes' : 'no'
  if (item?.startsWith('thing-')) return names.thing(item.slice('thing-'.length), value) ?? plain(value)
  return isAccount(slot) ? accountWords(value, slot, names) : leafInWords(value, item, random)
}

/** A line for each item of a list. */
function itemLines(
  lexicon: Lexicon,
  tool: string,
  result: Json,
  path: Pointer,
  random: Rng,
  names: Names,
): string | undefined {
  const variants = (lexicon.phrasesOf(tool)?.items ?? []).flatMap(compilePattern)
  const places = placesOf(result, path)
  if (variants.length === 0 || places.length === 0) return undefined
  const variant = pick(random.fork('items'), variants)
  const lines = places.map(({ key, value }) => {
    const { text } = writeVariant(variant, random, (slot) =>
      slot.slot === 'key'
        ? leafWords(key, slot, random, names)
        : (resultWords(value, slot, random, names, true) ?? '-'),
    )
    const [head] = variant.parts
    return head !== undefined && isSlot(head) && !/^your?\b/.test(text) ? text : sentenceCase(text)
  })
  return bulleted(lines)
}

function bulleted(lines: readonly string[]): string {
  return lines.map((text) => `\n- ${text}`).join('')
}

/** Is it an account's name, which may be the user's? */
function isAccount({ form }: Slot): boolean {
  return form === 'you' || form === 'whose'
}

/** "You", "your" where the account is the user's own; else its name. */
function accountWords(value: Json, { form }: Slot, { isOwn }: Names): string {
  if (isOwn(value)) return form === 'you' ? 'you' : 'your'
  return form === 'you' ? plain(value) : `${plain(value)}'s`
}

/** A leaf in a written form, its fraction told in short unless it is wanted to the last digit. */
export function leafInWords(value: Json, form: string | undefined, random: Rng): string {
  if (form === 'exact') return formNamed(form).write(value, random, ASSISTANT)
  const short = inShort(value)
  const words = form ? formNamed(form).write(short, random, ASSISTANT) : plain(short)
  return short === value ? words : `about ${words}`
}

/** Two decimals are enough wherever nobody asked for more; small numbers keep some. */
function inShort(value: Json): Json {
  if (typeof value !== 'number') return value
  const places = String(value).split('.')[1]?.length ?? 0
  const size = Math.abs(value)
  const kept = size >= 1 ? 2 : size >= 0.01 ? 4 : 6
  return places > kept + 1 && size >= 0.0001 ? Number(value.toFixed(kept)) : value
}

function plain(value: Json): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = String(value)
  return text.includes('\n') ? `\n${text}` : text
}

/** Joins outcome sentences into one answer; a report of several lines stands in a paragraph of its own. */
export function joinReports(reports: readonly string[]): string {
  return reports.reduce(
    (text, next) => (text === '' ? next : `${text}${text.includes('\n') || next.includes('\n') ? '\n\n' : ' '}${next}`),
    '',
  )
}
