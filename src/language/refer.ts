import { type Json, sameJson } from '../core/json.js'
import { chance, pick, type Rng } from '../core/random.js'
import type { Reference, Request, Which } from '../core/reference.js'
import { asWorded } from './conditional.js'
import { ASSISTANT, formNamed, isPhrase } from './forms.js'
import type { Ask, Lexicon } from './lexicon.js'
import { type Slot, type Variant, writeVariant } from './pattern.js'
import type { Saying } from './sayings.js'

/** Words that are not `unfit` for one reference in a slot of a tool's wording, `beside` the others of the request; undefined where the slot cannot say it. */
export function refer(
  lexicon: Lexicon,
  tool: string,
  slot: Slot,
  reference: Reference,
  random: Rng,
  { unfit, beside }: { readonly unfit?: Unfit; readonly beside?: Request['arguments'] } = {},
): string | undefined {
  return referBy(lexicon.sayings(tool, slot), reference, random, ASSISTANT, unfit, beside)
}

/** Words for a reference by the first of these sayings that can carry it. */
export function referBy(
  sayings: readonly Saying[],
  reference: Reference,
  random: Rng,
  habit: number,
  unfit?: Unfit,
  beside: Request['arguments'] = {},
): string | undefined {
  const implied = isImplied(sayings, reference, beside)
  for (const saying of sayings) {
    if (implied !== (saying.by === 'beside')) continue
    const words = say(saying, reference, random, habit, unfit)
    if (words !== undefined) return words
  }
  return undefined
}

/** Words that point back and cannot be said in some place. */
type Unfit = (words: string) => boolean

/** Pronouns that cannot be the subject of a sentence. */
export function isObjectPronoun(words: string): boolean {
  return /^(them|him|her)$/.test(words)
}

/** Words that point at nothing but what the talk was just about. */
export function isPronoun(words: string): boolean {
  return words === 'it' || isObjectPronoun(words)
}

/** Is a thing described by what the same request says anyway: the price of FRMN in "sell 5 shares of FRMN at its current price"? */
export function isImplied(sayings: readonly Saying[], reference: Reference, beside: Request['arguments']): boolean {
  return (
    reference.by === 'field' &&
    sayings.some((saying) => saying.by === 'beside' && saying.field === reference.field) &&
    sameReference(beside[reference.field], reference.value)
  )
}

function sameReference(other: Reference | undefined, value: Json): boolean {
  return other?.by === 'value' && sameJson(other.value, value)
}

function say(saying: Saying, reference: Reference, random: Rng, habit: number, unfit?: Unfit): string | undefined {
  if (saying.by === 'beside') return pick(random, saying.texts)
  if (saying.by !== reference.by) return undefined
  if (saying.by === 'earlier' && reference.by === 'earlier') {
    const texts = saying.texts.filter((text) => !unfit?.(text))
    if (!isSameWhich(saying.which, reference.which) || texts.length === 0) return undefined
    const pronouns = texts.filter(isPronoun)
    const people = pronouns.filter(isObjectPronoun)
    if (people.length > 0) return pick(random, people)
    return pick(random, pronouns.length > 0 && chance(random.fork('pronoun'), 4, 5) ? pronouns : texts)
  }
  if (saying.by === 'value' && reference.by === 'value')
    return saying.form.suits?.(reference.value) === false
      ? undefined
      : saying.form.write(reference.value, random, habit)
  if (saying.by !== 'field' || reference.by !== 'field') return undefined
  if (saying.field !== reference.field || saying.match !== reference.match) return undefined
  const value: Json = reference.value
  const plain = isPhrase(value) ? saying.variants.filter(isPlain) : []
  const variants = plain.length > 0 ? plain : saying.variants.filter((variant) => !isPlain(variant))
  return writeVariant(pick(random, variants), random, ({ form }) =>
    formNamed(form ?? 'quoted').write(value, random, habit),
  ).text
}

/** Does a description take plain words without quotation marks? */
function isPlain({ slots: [slot] }: Variant): boolean {
  return slot?.form === 'phrase'
}

function isSameWhich(one: Which | undefined, other: Which | undefined): boolean {
  return one === other || sameJson(one as Json, other as Json)
}

/** Can every reference be said in some wording of what is asked for? */
export function sayable(lexicon: Lexicon, request: Request): boolean {
  const own = asWorded(lexicon, request)
  return own?.asks.some((ask) => saysExactly(ask, own.said.arguments)) ?? false
}

/** Does a wording say these references and nothing else? */
export function saysExactly(
  { tool, variant: { slots }, sayings }: Ask,
  references: { readonly [parameter: string]: Reference },
): boolean {
  return (
    slots.length === Object.keys(references).length &&
    slots.every((slot) => {
      const reference = references[slot.slot]
      if (reference === undefined) return false
      const possible = sayings(tool, slot)
      return isImplied(possible, reference, references) || possible.some((saying) => fitsSaying(saying, reference))
    })
  )
}

function fitsSaying(saying: Saying, reference: Reference): boolean {
  if (saying.by !== reference.by) return false
  if (saying.by === 'earlier') return reference.by === 'earlier' && isSameWhich(saying.which, reference.which)
  if (saying.by === 'value') return reference.by === 'value' && (saying.form.suits?.(reference.value) ?? true)
  return (
    saying.by !== 'field' ||
    reference.by !== 'field' ||
    (saying.field === reference.field && saying.match === reference.match)
  )
}
