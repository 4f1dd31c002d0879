import { isArray, isObject, type Json } from '../core/json.js'
import { at, matchPointer } from '../core/pointer.js'
import { type Rng, shuffle } from '../core/random.js'
import type { Reference, Request } from '../core/reference.js'
import { retold, sentenceCase } from './discourse.js'
import { formNamed, joinList } from './forms.js'
import type { Lexicon } from './lexicon.js'
import { isSlot, type Part, type Slot, type Variant, writeVariant } from './pattern.js'
import { ASSISTANT, isObjectPronoun, refer } from './refer.js'

/** The outcome of one request in a sentence, as fully as its pattern can; values from its result; undefined where no report can say it. */
export function report(lexicon: Lexicon, request: Request, result: Json, random: Rng): string | undefined {
  for (const variant of shuffle(random.fork('order'), lexicon.reportsOf(request.tool)).flat()) {
    const text = fillReport(lexicon, variant, request, result, random.fork('words'))
    if (text !== undefined) return tidy(startsWithValue(variant.parts[0], request) ? text : sentenceCase(text))
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
): string | undefined {
  let possible = true
  const { text } = writeVariant(variant, random, (slot) => {
    const words = slot.slot.startsWith('/')
      ? resultWords(result, slot, random)
      : argumentWords(lexicon, request, slot, random, slot === variant.parts[0])
    possible &&= words !== undefined
    return words ?? ''
  })
  return possible ? text : undefined
}

/** A file's name or a quoted line keeps its first letter. */
function startsWithValue(head: Part | undefined, request: Request): boolean {
  return (
    head !== undefined && isSlot(head) && (head.slot.startsWith('/') || request.arguments[head.slot]?.by === 'value')
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
): string | undefined {
  const reference: Reference | undefined = request.arguments[slot.slot]
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
function resultWords(result: Json, { slot, form }: Slot, random: Rng): string | undefined {
  const leaves = matchPointer(result, slot).map((path) => at(result, path) as Json)
  const values = leaves.flatMap((leaf) => (isArray(leaf) ? leaf : [leaf]))
  if (values.length === 0 || values.some((value) => value === null || isArray(value) || isObject(value)))
    return undefined
  const item = form?.replace(/-?list$/, '')
  if (item === 'not') return values[0] === true ? '' : ' not'
  const words = values.map((value) =>
    item ? formNamed(item).write(item === 'exact' ? value : shortened(value), random, ASSISTANT) : plain(value),
  )
  if (words.some((text) => text === '')) return undefined
  return words.some((text) => text.length > 24 || /[,;]/.test(text)) && words.length > 1
    ? words.map((text) => `\n- ${text}`).join('')
    : joinList(words)
}

/** Six decimals are enough wherever nobody asked for more. */
function shortened(value: Json): Json {
  return typeof value === 'number' ? Number(value.toFixed(6)) : value
}

function plain(value: Json): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = String(value)
  if (typeof value === 'number' && /\.\d{9,}$/.test(text)) return `about ${Number(value.toFixed(2))}`
  return text.includes('\n') ? `\n${text}` : text
}

/** Joins outcome sentences into one answer; a report of several lines stands in a paragraph of its own. */
export function joinReports(reports: readonly string[]): string {
  return reports.reduce(
    (text, next) => (text === '' ? next : `${text}${text.includes('\n') || next.includes('\n') ? '\n\n' : ' '}${next}`),
    '',
  )
}
