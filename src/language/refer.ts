import { type Json, sameJson } from '../core/json.js'
import { pick, type Rng } from '../core/random.js'
import type { Reference, Request, Which } from '../core/reference.js'
import { asWorded } from './conditional.js'
import { ASSISTANT, formNamed } from './forms.js'
import type { Ask, Lexicon, Saying } from './lexicon.js'
import { type Slot, writeVariant } from './pattern.js'

/** Words for one reference in a slot of a tool's wording; undefined where the slot cannot say it in words that are not `unfit`. */
export function refer(
  lexicon: Lexicon,
  tool: string,
  slot: Slot,
  reference: Reference,
  random: Rng,
  unfit?: Unfit,
): string | undefined {
  return referBy(lexicon.sayings(tool, slot), reference, random, ASSISTANT, unfit)
}

/** Words for a reference by the first of these sayings that can carry it. */
export function referBy(
  sayings: readonly Saying[],
  reference: Reference,
  random: Rng,
  habit: number,
  unfit?: Unfit,
): string | undefined {
  for (const saying of sayings) {
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

function say(saying: Saying, reference: Reference, random: Rng, habit: number, unfit?: Unfit): string | undefined {
  if (saying.by !== reference.by) return undefined
  if (saying.by === 'earlier' && reference.by === 'earlier') {
    const texts = saying.texts.filter((text) => !unfit?.(text))
    return isSameWhich(saying.which, reference.which) && texts.length > 0 ? pick(random, texts) : undefined
  }
  if (saying.by === 'value' && reference.by === 'value') return saying.form.write(reference.value, random, habit)
  if (saying.by !== 'field' || reference.by !== 'field') return undefined
  if (saying.field !== reference.field || saying.match !== reference.match) return undefined
  const value: Json = reference.value
  return writeVariant(pick(random, saying.variants), random, ({ form }) =>
    formNamed(form ?? 'quoted').write(value, random, habit),
  ).text
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
      return reference !== undefined && sayings(tool, slot).some((saying) => fitsSaying(saying, reference))
    })
  )
}

function fitsSaying(saying: Saying, reference: Reference): boolean {
  if (saying.by !== reference.by) return false
  if (saying.by === 'earlier') return reference.by === 'earlier' && isSameWhich(saying.which, reference.which)
  return (
    saying.by !== 'field' ||
    reference.by !== 'field' ||
    (saying.field === reference.field && saying.match === reference.match)
  )
}
