import type { Json } from '../core/json.js'
import { untag } from '../core/number.js'
import { at } from '../core/pointer.js'
import { pick, type Rng, shuffle } from '../core/random.js'
import type { Reference, Request } from '../core/reference.js'
import { type Beside, contentOf } from '../environment/index.js'
import { goingOn, retold, sentenceCase } from './discourse.js'
import { joinList } from './forms.js'
import { grouped } from './leaf-words.js'
import type { Lexicon } from './lexicon.js'
import { compilePattern, isSlot, type Part, type Slot, type Variant, writeVariant } from './pattern.js'
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
  let atLength: string | undefined
  for (const variant of [...variants.filter(pointsBack), ...variants.filter((other) => !pointsBack(other))]) {
    const filled = fillReport(lexicon, variant, request, result, random.fork('words'), names)
    if (filled === undefined) continue
    const isName = startsWithValue(variant.parts[0], request) && !/^your?\b/.test(filled)
    const text = tidy(isName ? filled : sentenceCase(filled))
    if (!quotesAtLength(text)) return text
    atLength ??= text
  }
  return atLength
}

/** Does a text quote so much that the user, who knows it, need not read it again? */
function quotesAtLength(text: string): boolean {
  return /"[^"]{100,}"|"[^"\n]*\n[^"]*"/.test(text) && !text.includes('\n- ')
}

/** A sentence beside an outcome, with the result that it is about; undefined where it cannot be filled. */
export function tellBeside(
  lexicon: Lexicon,
  { says }: Pick<Beside, 'says'>,
  request: Request,
  about: Json,
  random: Rng,
  names: Names = NAMELESS,
): string | undefined {
  return fillReport(lexicon, pick(random, says.flatMap(compilePattern)), request, about, random, names)
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
      ? leavesInWords(lexicon, request.tool, result, slot, random, names)
      : argumentWords(lexicon, request, slot, random, slot === variant.parts[0], names)
    possible &&= words !== undefined
    return words ?? ''
  })
  return possible ? withoutLooseCommas(text) : undefined
}

function leavesInWords(
  lexicon: Lexicon,
  tool: string,
  result: Json,
  slot: Slot,
  random: Rng,
  names: Names,
): string | undefined {
  switch (slot.form) {
    case 'items':
      return itemLines(lexicon, tool, result, slot.slot, random, names)
    case 'named':
    case 'nothing':
      return contentWords(lexicon, tool, result, slot)
    default:
      return resultWords(result, slot, random, names)
  }
}

/** What a text of the result names; no words where it names nothing and that is what is to be said. */
function contentWords(lexicon: Lexicon, tool: string, result: Json, { slot, form }: Slot): string | undefined {
  const content = contentOf(lexicon.phrasesOf(tool)?.texts?.[slot] ?? [], at(untag(result), slot) ?? null)
  if (!content || content.items.length > 0 !== (form === 'named')) return undefined
  return joinList(content.items)
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
        echoes(words) || (isSubject && isObjectPronoun(words)) || (words === 'it' && !names.it.includes(slot.slot)),
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

/** Words up to which two outcomes make one sentence. */
const ONE_SENTENCE = 30

/** The outcomes of several wishes, the later ones tied to those before: in one sentence, or with an "also". */
export function tied(outcomes: readonly string[], random: Rng): string[] {
  return outcomes.reduce<string[]>((told, next, i) => {
    const last = told.at(-1)
    const own = /^I(?:'ve)? /.exec(next)?.[0]
    if (last === undefined || /^I(?:'ve)? also\b/.test(next)) return [...told, next]
    const way = pick(random.fork(`tie${i}`), ['one', 'one', 'also', 'apart'])
    const going = goingOn(next)
    if (way === 'one' && going !== undefined && canFollow(last, next))
      return [...told.slice(0, -1), `${last.slice(0, -1)}, and ${going}`]
    return way === 'also' && own && DID.test(next) ? [...told, `${own}also ${next.slice(own.length)}`] : [...told, next]
  }, [])
}

const DID = /^I(?:'ve)? (?:\w+ed|sent|set|put|made|took|left)\b/

/** Do two outcomes make one sentence of a fair length? */
function canFollow(last: string, next: string): boolean {
  return isPlainSentence(last) && isPlainSentence(next) && `${last} ${next}`.split(' ').length <= ONE_SENTENCE
}

/** One sentence without lists, quotes or further clauses, of a kind that another can follow with "and". */
function isPlainSentence(text: string): boolean {
  return (
    /^[A-Z][^.:;?!\n"()]*(?:\d\.\d+[^.:;?!\n"()]*)*\.$/.test(text) && !/, (?:and|so|which)\b|^(?:Yes|No)\b/.test(text)
  )
}
