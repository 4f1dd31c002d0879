import { isArray, isObject, type Json } from '../core/json.js'
import { at, matchPointer, placesOf, type Pointer } from '../core/pointer.js'
import { pick, type Rng } from '../core/random.js'
import { sentenceCase } from './discourse.js'
import { joinList } from './forms.js'
import { leafInWords, plain } from './leaf-words.js'
import type { Lexicon } from './lexicon.js'
import { compilePattern, isSlot, type Slot, writeVariant } from './pattern.js'

/** What an answer knows of things besides the words that the user had for them. */
export interface Names {
  /** Names of arguments that the user only pointed at. */
  readonly said: { readonly [parameter: string]: string }
  /** Arguments that the answer has named just before and points back at. */
  readonly again: readonly string[]
  /** Those among them that "it" cannot be mistaken in: nothing else was named. */
  readonly it: readonly string[]
  /** The name of a thing of an entity type. */
  readonly thing: (entity: string, value: Json) => string | undefined
  /** Is it the name of the user's own account? */
  readonly isOwn: (value: Json) => boolean
}

/** What is known where nothing is. */
export const NAMELESS: Names = { said: {}, again: [], it: [], thing: () => undefined, isOwn: () => false }

/**
 * A result leaf in words: as it is, in a named form, counted (`</count:count-line>` gives "1 line", "3 lines"), or a truth
 * (`is</open:not> open` gives "is open", "is not open").
 */
export function resultWords(result: Json, slot: Slot, random: Rng, names: Names, inline = false): string | undefined {
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
export function itemLines(
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
export function isAccount({ form }: Slot): boolean {
  return form === 'you' || form === 'whose'
}

/** "You", "your" where the account is the user's own; else its name. */
export function accountWords(value: Json, { form }: Slot, { isOwn }: Names): string {
  if (isOwn(value)) return form === 'you' ? 'you' : 'your'
  return form === 'you' ? plain(value) : `${plain(value)}'s`
}
