import type { Json } from '../core/json.js'
import { type Rng, shuffle } from '../core/random.js'
import type { Reference, Request } from '../core/reference.js'
import { retold, sentenceCase } from './discourse.js'
import { grouped } from './leaf-words.js'
import type { Lexicon } from './lexicon.js'
import { isSlot, type Part, type Slot, type Variant, writeVariant } from './pattern.js'
import { isObjectPronoun, refer } from './refer.js'
import { accountWords, isAccount, itemLines, NAMELESS, type Names, resultWords } from './result-words.js'

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

/** "The same" and "that person" point at words of the user, which an answer would only echo. */
function echoes(words: string): boolean {
  return /^(the (very )?same|these|that person)\b/.test(words)
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
    refer(lexicon, request.tool, slot, reference, random.fork(slot.slot), {
      unfit: (words) =>
        echoes(words) || (isSubject && isObjectPronoun(words)) || (words === 'it' && !names.again.includes(slot.slot)),
      beside: request.arguments,
    })
  return said === undefined || reference?.by === 'value'
    ? said && grouped(said)
    : retold(said, { my: 'your', me: 'you' })
}

/** Joins outcome sentences into one answer; a report of several lines stands in a paragraph of its own. */
export function joinReports(reports: readonly string[]): string {
  return reports.reduce(
    (text, next) => (text === '' ? next : `${text}${text.includes('\n') || next.includes('\n') ? '\n\n' : ' '}${next}`),
    '',
  )
}
