import { isObject, type Json } from '../core/json.js'
import type { Match, Reference, Which } from '../core/reference.js'
import type { ToolSpec } from '../core/tool.js'
import type { EntityDefinition, Environment, Phrases } from '../environment/index.js'
import { describe, purpose } from './describe.js'
import { defaultForm, type Form, formNamed, wordsForm } from './forms.js'
import { fixedWords, compilePattern, eitherCase, type Slot, type Variant, variantSource } from './pattern.js'

/** One wording with which a tool can be asked for. */
export interface Ask {
  readonly tool: string
  readonly variant: Variant
  /** A whole sentence, or a verb phrase in the base form. */
  readonly sentence: boolean
  /** Words that every text which asks this way holds, in order. */
  readonly words: readonly string[]
  readonly regex: RegExp
  /** What its slots can say. */
  readonly sayings: Lexicon['sayings']
}

/** One way the words of a slot can carry a reference. */
export type Saying =
  | { readonly by: 'value'; readonly form: Form; readonly type: 'text' | 'number' | 'boolean' | 'list' }
  | { readonly by: 'field'; readonly field: string; readonly match: Match; readonly variants: readonly Variant[] }
  | { readonly by: 'earlier'; readonly which?: Which; readonly texts: readonly string[] }
  | { readonly by: 'beside'; readonly field: string; readonly texts: readonly string[] }

/** Everything the two halves of the language share about a set of environments: wordings, sayings, nouns. */
export interface Lexicon {
  readonly environments: readonly Environment[]
  /** Names of all tools. */
  readonly tools: readonly string[]
  readonly asks: readonly Ask[]
  readonly asksOf: (tool: string) => readonly Ask[]
  /** The patterns that report a tool's outcome, each with its variants, the fullest first. */
  readonly reportsOf: (tool: string) => readonly (readonly Variant[])[]
  readonly phrasesOf: (tool: string) => Phrases | undefined
  readonly sayings: (tool: string, slot: Slot) => readonly Saying[]
  /** What a tool is for, as a verb phrase from its description. */
  readonly purposeOf: (tool: string) => string
  readonly noun: (entity: string) => readonly [string, string]
  readonly entity: (name: string) => EntityDefinition | undefined
  /** The entity type of a tool's parameter. */
  readonly entityOf: (tool: string, parameter: string) => string | undefined
  /** The entity types of all that a tool takes and returns. */
  readonly entitiesOf: (tool: string) => readonly string[]
}

const lexicons = new WeakMap<readonly Environment[], Lexicon>()

/** The lexicon of these environments, made once per list. */
export function lexiconOf(environments: readonly Environment[]): Lexicon {
  const known = lexicons.get(environments)
  if (known) return known
  const made = buildLexicon(environments)
  lexicons.set(environments, made)
  return made
}

function buildLexicon(environments: readonly Environment[]): Lexicon {
  const entities = new Map(environments.flatMap(({ definition }) => Object.entries(definition.entities ?? {})))
  const owners = new Map(
    environments.flatMap((environment) => environment.specs.map((spec) => [spec.name, { environment, spec }] as const)),
  )
  const phrases = new Map(
    [...owners].map(
      ([tool, { environment, spec }]) => [tool, environment.tool(tool)?.phrases ?? describe(spec)] as const,
    ),
  )
  const entityOf = (tool: string, parameter: string): string | undefined =>
    owners.get(tool)?.environment.entities[tool]?.parameters[parameter]
  const cache = new Map<string, readonly Saying[]>()
  const sayings = (tool: string, slot: Slot): readonly Saying[] => {
    const key = `${tool} ${slot.slot}:${slot.form ?? ''}`
    const found = cache.get(key)
    if (found) return found
    const spec = owners.get(tool)?.spec
    const entity = entityOf(tool, slot.slot)
    const made = spec
      ? sayingsOf(schemaAt(spec, slot.slot), slot, entity === undefined ? undefined : entities.get(entity))
      : []
    cache.set(key, made)
    return made
  }
  const asksOf = new Map(
    [...phrases].map(
      ([tool, { asks }]) => [tool, asks.flatMap((pattern) => compileAsks(tool, pattern, sayings))] as const,
    ),
  )
  const reports = new Map(
    [...phrases].map(
      ([tool, { reports: patterns }]) =>
        [tool, patterns.map((pattern) => compilePattern(pattern).toSorted(byFullness))] as const,
    ),
  )
  return {
    environments,
    tools: [...owners.keys()],
    asks: [...asksOf.values()].flat(),
    asksOf: (tool) => asksOf.get(tool) ?? [],
    reportsOf: (tool) => reports.get(tool) ?? [],
    phrasesOf: (tool) => phrases.get(tool),
    sayings,
    purposeOf: (tool) => purpose(owners.get(tool)?.spec.description ?? tool.replaceAll('_', ' ')),
    entity: (name) => entities.get(name),
    entityOf,
    entitiesOf(tool) {
      const { parameters = {}, returns = [] } = owners.get(tool)?.environment.entities[tool] ?? {}
      return [...Object.values(parameters), ...returns.map(({ entity }) => entity)]
    },
    noun: (entity) => entities.get(entity)?.noun ?? [entity.replaceAll('-', ' '), `${entity.replaceAll('-', ' ')}s`],
  }
}

function byFullness(one: Variant, other: Variant): number {
  return other.slots.length - one.slots.length
}

/** A pattern as wordings that ask for a tool, one per set of slots. */
export function compileAsks(tool: string, pattern: string, sayings: Lexicon['sayings']): Ask[] {
  const sentence = /[.?!]$/.test(pattern)
  return compilePattern(pattern).map((variant) => {
    const source = (): string =>
      variantSource(variant, (slot) => sayings(tool, slot).map(sayingSource).join('|') || '(?!)')
    let regex: RegExp | undefined
    return {
      tool,
      variant,
      sentence,
      words: fixedWords(variant),
      sayings,
      get regex() {
        return (regex ??= regexOf(String.raw`(?<![\w"'])${source()}(?![\w])`))
      },
    }
  })
}

const regexes = new Map<string, RegExp>()

/** One regular expression per source: lexicons of other environments hold the same wordings, and its making is dear. */
function regexOf(source: string): RegExp {
  const regex = regexes.get(source) ?? new RegExp(source, 'g')
  regexes.set(source, regex)
  return regex
}

/** Regular-expression source of all words a saying can take; a leading letter may be capital at a sentence's start. */
function sayingSource(saying: Saying): string {
  switch (saying.by) {
    case 'value':
      return saying.form.pattern
    case 'earlier':
    case 'beside':
      return saying.texts.map(eitherCase).join('|')
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

function sayingsOf(schema: Json | undefined, slot: Slot, entity: EntityDefinition | undefined): Saying[] {
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

/** How a thing of an entity type is named where no tool's parameter says what it must be. */
export function sayingsOfEntity(lexicon: Pick<Lexicon, 'entity'>, slot: Slot, entity: string): readonly Saying[] {
  return sayingsOf(undefined, slot, lexicon.entity(entity))
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

/** The schema of a parameter, or of a place inside one (`updates/priority`). */
function schemaAt(spec: ToolSpec, parameter: string): Json | undefined {
  let schema: Json | undefined = spec.parameters
  for (const part of parameter.split('/')) {
    if (isObject(schema) && Array.isArray(schema['anyOf']))
      schema = (schema['anyOf'] as Json[]).find((branch) => isObject(branch) && branch['type'] !== 'null')
    const properties: Json | undefined = isObject(schema) ? schema['properties'] : undefined
    schema = isObject(properties) ? properties[part] : undefined
  }
  if (isObject(schema) && Array.isArray(schema['anyOf']))
    return (schema['anyOf'] as Json[]).find((branch) => isObject(branch) && branch['type'] !== 'null')
  return schema
}
