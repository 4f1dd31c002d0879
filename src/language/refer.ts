import type { Json } from '../core/json.js'
import { pick, type Rng } from '../core/random.js'
import type { Reference } from '../core/reference.js'
import { formNamed } from './forms.js'
import type { Lexicon, Saying } from './lexicon.js'
import { type Slot, writeVariant } from './pattern.js'

/** Words for one reference in a slot of a tool's wording; undefined where the slot cannot say it. */
export function refer(
  lexicon: Lexicon,
  tool: string,
  slot: Slot,
  reference: Reference,
  random: Rng,
): string | undefined {
  for (const saying of lexicon.sayings(tool, slot)) {
    const words = say(saying, reference, random)
    if (words !== undefined) return words
  }
  return undefined
}

function say(saying: Saying, reference: Reference, random: Rng): string | undefined {
  if (saying.by !== reference.by) return undefined
  if (saying.by === 'earlier') return pick(random, saying.texts)
  if (saying.by === 'value' && reference.by === 'value') return saying.form.write(reference.value, random)
  if (saying.by !== 'field' || reference.by !== 'field') return undefined
  if (saying.field !== reference.field || saying.match !== reference.match) return undefined
  const value: Json = reference.value
  return writeVariant(pick(random, saying.variants), random, ({ form }) =>
    formNamed(form ?? 'quoted').write(value, random),
  ).text
}

/** Can every reference be said in some wording of the tool? */
export function sayable(
  lexicon: Lexicon,
  tool: string,
  references: { readonly [parameter: string]: Reference },
): boolean {
  const parameters = Object.keys(references)
  return lexicon.asksOf(tool).some(({ variant }) => {
    const slots = variant.slots
    return (
      slots.length === parameters.length &&
      slots.every((slot) => {
        const reference = references[slot.slot]
        return reference !== undefined && lexicon.sayings(tool, slot).some((saying) => fitsSaying(saying, reference))
      })
    )
  })
}

function fitsSaying(saying: Saying, reference: Reference): boolean {
  if (saying.by !== reference.by) return false
  return (
    saying.by !== 'field' ||
    reference.by !== 'field' ||
    (saying.field === reference.field && saying.match === reference.match)
  )
}
