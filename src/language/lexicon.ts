import { isObject, type Json } from '../core/json.js'
import type { ToolSpec } from '../core/tool.js'
import type { EntityDefinition, Environment, Phrases } from '../environment/index.js'
import { describe, purpose } from './describe.js'
import { fixedWords, compilePattern, type Slot, type Variant, variantSource } from './pattern.js'
import { type Saying, sayingSource, sayingsOf } from './sayings.js'

/** One wording with which a tool can be asked for. */
export interface Ask {
  readonly tool: string
  readonly variant: Variant
  /** A whole sentence, or a verb phrase in the base form. */
  readonly sentence: boolean
  /** Does it say why? */
  readonly occasion: boolean
  /** Words that every text which asks this way holds, in order. */
  readonly words: readonly string[]
  readonly regex: RegExp
  /** What its slots can say. */
  readonly sayings: Lexicon['sayings']
}

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
  const sayings = (tool: string, slot: Slot): readonly Saying[] => {
    const spec = owners.get(tool)?.spec
    const entity = entityOf(tool, slot.slot)
    return spec ? sayingsIn(spec, slot, entity === undefined ? undefined : entities.get(entity)) : []
  }
  const asksOf = new Map(
    [...phrases].map(
      ([tool, { asks, occasions = [] }]) =>
        [
          tool,
          [
            ...asks.flatMap((pattern) => compileAsks(tool, pattern, sayings)),
            ...occasions.flatMap((pattern) => compileAsks(tool, pattern, sayings, true)),
          ],
        ] as const,
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
export function compileAsks(tool: string, pattern: string, sayings: Lexicon['sayings'], occasion = false): Ask[] {
  const sentence = /[.?!]$/.test(pattern)
  return compilePattern(pattern).map((variant) => {
    const source = (): string =>
      variantSource(variant, (slot) => slotSource(sayings(tool, slot))).replace(/\\[.?]$/, (stop) => `(?:${stop}|$)`)
    let regex: RegExp | undefined
    return {
      tool,
      variant,
      sentence,
      occasion,
      words: fixedWords(variant).map((words) => words.replace(/[.?]$/, '')),
      sayings,
      get regex() {
        return (regex ??= regexOf(String.raw`(?<![\w"'])${source()}(?![\w])`))
      },
    }
  })
}

interface SlotSayings {
  readonly entity: EntityDefinition | undefined
  readonly sayings: readonly Saying[]
}

const sayingsBySlot = new WeakMap<ToolSpec, Map<string, SlotSayings>>()

/** What a slot of a tool can say; remembered by the tool, which lexicons of other environments share. */
function sayingsIn(spec: ToolSpec, slot: Slot, entity: EntityDefinition | undefined): readonly Saying[] {
  const slots = sayingsBySlot.get(spec) ?? new Map<string, SlotSayings>()
  sayingsBySlot.set(spec, slots)
  const key = `${slot.slot}:${slot.form ?? ''}`
  const known = slots.get(key)
  if (known && known.entity === entity) return known.sayings
  const sayings = sayingsOf(schemaAt(spec, slot.slot), slot, entity)
  slots.set(key, { entity, sayings })
  return sayings
}

const slotSources = new WeakMap<readonly Saying[], string>()

/** Regular-expression source of all that a slot can say, remembered, since many wordings hold the same slot. */
function slotSource(sayings: readonly Saying[]): string {
  const source = slotSources.get(sayings) ?? (sayings.map(sayingSource).join('|') || '(?!)')
  slotSources.set(sayings, source)
  return source
}

const regexes = new Map<string, RegExp>()

/** One regular expression per source: lexicons of other environments hold the same wordings, and its making is dear. */
function regexOf(source: string): RegExp {
  const regex = regexes.get(source) ?? new RegExp(source, 'g')
  regexes.set(source, regex)
  return regex
}

/** How a thing of an entity type is named where no tool's parameter says what it must be. */
export function sayingsOfEntity(lexicon: Pick<Lexicon, 'entity'>, slot: Slot, entity: string): readonly Saying[] {
  return sayingsOf(undefined, slot, lexicon.entity(entity))
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
