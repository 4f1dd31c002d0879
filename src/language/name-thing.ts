import type { Json, JsonObject } from '../core/json.js'
import { pick, type Rng } from '../core/random.js'
import { ASSISTANT, formNamed } from './forms.js'
import { plain } from './leaf-words.js'
import { type Lexicon, sayingsOfEntity } from './lexicon.js'
import type { Saying } from './sayings.js'
import { compilePattern, type Variant, writeVariant } from './pattern.js'
import { referBy } from './refer.js'

/** What the assistant calls a thing of an entity type, by what results show of it and of what it names; undefined where they show too little. */
export function nameThing(
  lexicon: Lexicon,
  entity: string,
  value: Json,
  fieldsOf: (entity: string, value: Json) => JsonObject,
  random: Rng,
): string | undefined {
  const fields = fieldsOf(entity, value)
  const words = lexicon.entity(entity)?.words?.[String(value)]?.at(-1)
  if (words !== undefined) return words
  const known: JsonObject = { ...fields, value }
  const possible = (lexicon.entity(entity)?.named ?? [])
    .flatMap(compilePattern)
    .filter(({ slots }) => slots.every(({ slot }) => isSayable(known[slot])))
  const telling = possible.filter((variant) => !isBare(variant))
  const [name] = telling.length > 0 ? [pick(random, telling)] : possible
  if (!name) return describedBy(sayingsOfEntity(lexicon, { slot: 'value' }, entity), fields, random)
  return writeVariant(name, random, ({ slot, form }) => {
    const field = known[slot] ?? null
    return form?.startsWith('thing-')
      ? (nameThing(lexicon, form.slice('thing-'.length), field, fieldsOf, random) ?? plain(field))
      : formNamed(form ?? 'text').write(field, random, ASSISTANT)
  }).text
}

/** Does a text hold all that some name of the thing is made of: a post that it quotes? */
export function holdsName(lexicon: Lexicon, entity: string, fields: JsonObject, text: string): boolean {
  const names = (lexicon.entity(entity)?.named ?? []).flatMap(compilePattern)
  return names.some(({ slots }) =>
    slots.every(({ slot }) => isSayable(fields[slot]) && text.includes(String(fields[slot]))),
  )
}

/** Does it say nothing but a number or a code? */
function isBare({ slots }: Variant): boolean {
  return slots.every(({ slot }) => slot === 'value')
}

function isSayable(field: Json | undefined): boolean {
  return typeof field === 'number' || (typeof field === 'string' && field !== '' && !field.includes('\n'))
}

/** A user's words for a thing by a field that they can describe; words that hold of this one alone come first. */
export function describedBy(sayings: readonly Saying[], fields: JsonObject, random: Rng): string | undefined {
  const descriptions = sayings.flatMap((saying) => (saying.by === 'field' ? [saying] : []))
  const inOrder = [
    ...descriptions.filter(({ match }) => match !== 'contains'),
    ...descriptions.filter(({ match }) => match === 'contains'),
  ]
  for (const { field, match } of inOrder) {
    const whole = fields[field]
    if (typeof whole !== 'string') continue
    const value = match === 'ends-with' ? whole.slice(-4) : whole
    const words = referBy(sayings, { by: 'field', field, match, value }, random, ASSISTANT)
    if (words !== undefined) return words
  }
  return undefined
}
