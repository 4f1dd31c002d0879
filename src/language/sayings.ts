import { isObject, type Json } from '../core/json.js'
import type { Match, Reference, Which } from '../core/reference.js'
import type { EntityDefinition } from '../environment/index.js'
import { defaultForm, type Form, formNamed, wordsForm } from './forms.js'
import { compilePattern, eitherCase, type Slot, type Variant, variantSource } from './pattern.js'

/** One way the words of a slot can carry a reference. */
export type Saying =
  | { readonly by: 'value'; readonly form: Form; readonly type: 'text' | 'number' | 'boolean' | 'list' }
  | { readonly by: 'field'; readonly field: string; readonly match: Match; readonly variants: readonly Variant[] }
  | { readonly by: 'earlier'; readonly which?: Which; readonly texts: readonly string[] }
  | { readonly by: 'beside'; readonly field: string; readonly texts: readonly string[] }

/** Regular-expression source of all words a saying can take; a leading letter may be capital at a sentence's start. */
export function sayingSource(saying: Saying): string {
  switch (saying.by) {
    case 'value':
      return saying.form.pattern
    case 'earlier':
    case 'beside':
      return saying.texts
        .toSorted((a, b) => b.length - a.length)
        .map(eitherCase)
        .join('|')
    case 'field':
      return saying.variants
        .map((variant) =>
          variantSource(variant, ({ form }) => formNamed(form ?? 'quoted').pattern).replaceAll(/\?<s\d+>/g, '?:'),
        )
        .join('|')
  }
}

/**
 * What the words of a slot say, `beside` what the other slots say; sayings are tried in order of how little they could be
 * anything else.
 */
export function decode(
  sayings: readonly Saying[],
  words: string,
  beside: { readonly [parameter: string]: Reference } = {},
): Reference | undefined {
  for (const saying of sayings) {
    if (saying.by === 'beside') {
      const other = beside[saying.field]
      if (other?.by === 'value' && saying.texts.some((text) => text.toLowerCase() === words.toLowerCase()))
        return { by: 'field', field: saying.field, match: 'equals', value: other.value }
    } else if (saying.by === 'earlier') {
      if (saying.texts.some((text) => text.toLowerCase() === words.toLowerCase()))
        return { by: 'earlier', ...(saying.which === undefined ? {} : { which: saying.which }) }
    } else if (saying.by === 'field') {
      const reference = decodeDescription(saying, words)
      if (reference) return reference
    } else if (wholeForm(saying.form).test(words)) {
      const value = saying.form.parse(words)
      if (value !== undefined)
        return { by: 'value', value: typeof value === 'string' ? asType(value, saying.type) : value }
    }
  }
  return undefined
}

const wholeForms = new WeakMap<Form, RegExp>()

/** Matches the texts that are of a form from end to end. */
function wholeForm(form: Form): RegExp {
  const regex = wholeForms.get(form) ?? new RegExp(`^(?:${form.pattern})$`)
  wholeForms.set(form, regex)
  return regex
}

const wholeDescriptions = new WeakMap<Variant, RegExp>()

function wholeDescription(variant: Variant, form: Form): RegExp {
  const regex = wholeDescriptions.get(variant) ?? new RegExp(`^${variantSource(variant, () => form.pattern)}$`)
  wholeDescriptions.set(variant, regex)
  return regex
}

function asType(text: string, type: 'text' | 'number' | 'boolean' | 'list'): Json {
  if (type === 'list') return JSON.parse(text) as Json
  if (type === 'number') return Number(text)
  return type === 'boolean' ? text === 'true' : text
}

function decodeDescription(saying: Extract<Saying, { by: 'field' }>, words: string): Reference | undefined {
  for (const variant of saying.variants) {
    const [slot] = variant.slots
    const form = formNamed(slot?.form ?? 'quoted')
    const match = wholeDescription(variant, form).exec(words)
    const said = match?.groups?.['s0']
    const value = said === undefined ? undefined : form.parse(said)
    if (value !== undefined) return { by: 'field', field: saying.field, match: saying.match, value }
  }
  return undefined
}

/** All that the words of a slot can say: what points back, what describes, the value itself. */
export function sayingsOf(schema: Json | undefined, slot: Slot, entity: EntityDefinition | undefined): Saying[] {
  const described = Object.entries(entity?.mentions ?? {}).map(([key, patterns]): Saying => {
    const [field = '', match = 'equals'] = key.split(':')
    return { by: 'field', field, match: match as Match, variants: patterns.flatMap(compilePattern) }
  })
  if (slot.form === 'back') return pointing(entity)
  return [
    ...(entity?.apart || slot.form !== undefined ? [] : pointing(entity)),
    ...described,
    ...Object.entries(entity?.implied ?? {}).map(([field, texts]): Saying => ({ by: 'beside', field, texts })),
    ...extremes(entity),
    ...(entity?.again ? [{ by: 'earlier', which: 0, texts: entity.again } as const] : []),
    ...(entity?.opaque ? [] : [outright(schema, slot, entity)]),
  ]
}

const PLACES: readonly (readonly [Which, string])[] = [
  [1, 'first'],
  [2, 'second'],
  [3, 'third'],
  [4, 'fourth'],
  [-1, 'last'],
]

/** Words that point back: at the one such thing, at what was found out last, at a place on the newest list. */
function pointing({ earlier, newest, listed }: EntityDefinition = { noun: ['', ''] }): Saying[] {
  const places = PLACES.map(([which, place]): Saying => {
    const texts = (listed ?? []).map((text) => text.replace('<place>', place))
    return { by: 'earlier', which, texts }
  })
  return [
    ...(listed ? places : []),
    ...(newest ? [{ by: 'earlier', which: 'newest', texts: newest } as const] : []),
    ...(earlier ? [{ by: 'earlier', texts: earlier } as const] : []),
  ]
}

/** Words for the one that has the most or the least of something. */
function extremes(entity: EntityDefinition | undefined): Saying[] {
  return Object.entries(entity?.extremes ?? {}).map(([key, texts]): Saying => {
    const [of = '', end] = key.split(':')
    return { by: 'earlier', which: { end: end === 'least' ? 'least' : 'most', of }, texts }
  })
}

function outright(schema: Json | undefined, slot: Slot, entity: EntityDefinition | undefined): Saying {
  const type = isObject(schema) ? schema['type'] : undefined
  const allowed = isObject(schema) && Array.isArray(schema['enum']) ? (schema['enum'] as Json[]) : undefined
  const meant = type === 'integer' || type === 'number' ? 'number' : type === 'boolean' ? 'boolean' : 'text'
  const inWords = type === 'array' ? 'list' : meant
  const words =
    entity?.words ??
    (allowed && !slot.form ? Object.fromEntries(allowed.map((value) => [String(value), [String(value)]])) : undefined)
  if (words && slot.form === undefined) return { by: 'value', form: wordsForm(words), type: inWords }
  return { by: 'value', form: formNamed(slot.form ?? entity?.form ?? defaultForm(type)), type: meant }
}
