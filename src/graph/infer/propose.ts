import { isArray, isObject, type Json, type JsonObject } from '../../core/json.js'
import { chance, pick, type Rng, sampleOf } from '../../core/random.js'
import { freshValue } from './fresh.js'
import { fits, type Valued } from './pool.js'
import type { Base, Situation } from './situation.js'
import type { Study } from './study.js'
import { typeOf, type Parameter, type Tool } from './tools.js'

/** A way to fill a parameter: values of one origin, or a rule that makes one. */
interface Option {
  readonly key: string
  readonly values: readonly Valued[]
}

const FRESH: Option = { key: 'f', values: [] }
const OMITTED: Option = { key: 'o', values: [] }
const FIXED = 'x'
/** One in so many proposals leaves out everything optional. */
const BARE = 6

/** Arguments for a tool from the values at hand: origins that worked before more often, values of one record together. */
export function propose(
  study: Study,
  tool: Tool,
  situation: Situation,
  random: Rng,
  fixed: ReadonlyMap<number, Json> = new Map(),
): Base {
  const together = chance(random, 1, 2)
  const sparse = chance(random, 1, BARE)
  const args: { [name: string]: Json } = {}
  const keys: string[] = []
  let record = wonWith(study, tool, fixed, random) ?? anyWin(study, tool, random)
  for (const parameter of tool.parameters) {
    const given = fixed.get(parameter.index)
    if (given !== undefined) {
      args[parameter.name] = given
      keys.push(FIXED)
      continue
    }
    const option =
      sparse && !parameter.required
        ? OMITTED
        : choose(study, tool, parameter, situation, random, together ? record : undefined)
    const valued = valueFrom(option, parameter, random, together ? record : undefined)
    keys.push(option.key)
    if (!valued) continue
    args[parameter.name] = valued.value
    record ??= valued.holder === '' ? undefined : valued.holder
  }
  return { arguments: args, keys }
}

/** The arguments with another value for one parameter, from an origin that promises most where a refused call looked at `reads`. */
export function changed(
  study: Study,
  tool: Tool,
  base: Base,
  parameter: Parameter,
  situation: Situation,
  reads: ReadonlySet<string>,
  random: Rng,
): Base {
  const option = choose(study, tool, parameter, situation, random, undefined, reads)
  return withArgument(base, parameter, option.key, valueFrom(option, parameter, random, undefined)?.value)
}

/** The arguments with a value for one parameter, or without it. */
export function withArgument(base: Base, parameter: Parameter, key: string, value: Json | undefined): Base {
  const { [parameter.name]: _, ...others } = base.arguments
  const args: JsonObject = value === undefined ? others : { ...others, [parameter.name]: value }
  return { arguments: args, keys: base.keys.with(parameter.index, key) }
}

const cached = new WeakMap<Situation['pools'], Map<Parameter, readonly Option[]>>()

/** All ways to fill a parameter here. */
export function optionsOf(
  { advised }: Study,
  tool: Tool,
  parameter: Parameter,
  { pools }: Pick<Situation, 'pools'>,
): readonly Option[] {
  let table = cached.get(pools)
  if (!table) cached.set(pools, (table = new Map()))
  let options = table.get(parameter)
  if (!options) table.set(parameter, (options = listOptions(parameter, pools)))
  const described = advised.has(tool.index) ? parameter.described.filter((value) => accepts(parameter, value)) : []
  return described.length > 0 ? [...options, { key: 'd', values: bare(described) }] : options
}

function listOptions(parameter: Parameter, pools: Situation['pools']): Option[] {
  const options: Option[] = parameter.required ? [] : [OMITTED]
  if (parameter.closed) return [...options, { key: 'e', values: bare(parameter.closed) }]
  const mentioned = parameter.mentioned.filter((value) => accepts(parameter, value))
  if (mentioned.length > 0) options.push({ key: 'e', values: bare(mentioned) })
  if (parameter.type === 'object') return [...options, FRESH]
  for (const pool of pools) {
    for (const { key, values } of pool.values()) {
      const fitting = values.filter(({ value }) => accepts(parameter, value))
      if (fitting.length > 0) options.push({ key, values: fitting })
    }
  }
  return [...options, FRESH]
}

function bare(values: readonly Json[]): Valued[] {
  return values.map((value) => ({ value, holder: '' }))
}

/** Can the value, or for a list parameter an entry of it, be given? */
function accepts(parameter: Parameter, value: Json): boolean {
  if (parameter.type !== 'array') return fits(parameter, value)
  const item = itemOf(parameter)
  return isArray(value) ? value.every((entry) => fits(item, entry)) : fits(item, value)
}

/** The entries of a list parameter, as a parameter of their own. */
export function itemOf(parameter: Parameter): Parameter {
  const items = isObject(parameter.schema['items']) ? parameter.schema['items'] : {}
  const closed = isArray(items['enum']) ? items['enum'] : undefined
  const { closed: _, ...rest } = parameter
  return { ...rest, schema: items, type: typeOf(items), ...(closed ? { closed } : {}) }
}

function choose(
  study: Study,
  tool: Tool,
  parameter: Parameter,
  situation: Situation,
  random: Rng,
  record: string | undefined,
  reads?: ReadonlySet<string>,
): Option {
  const options = [...optionsOf(study, tool, parameter, situation), ...wonBefore(study, tool, parameter)]
  if (isFree(study, tool, parameter) && chance(random, 1, 2)) return FRESH
  const alone = study.weights.weigh(
    tool,
    parameter,
    options.map(({ key }) => key),
    reads,
  )
  const weights =
    record === undefined
      ? alone
      : alone.map((weight, i) => (options[i]?.values.some(({ holder }) => holder === record) ? 6 * weight : weight))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let left = (total * random.next(1_000_000)) / 1_000_000
  const chosen = weights.findIndex((weight) => (left -= weight) < 0)
  return options[chosen] ?? FRESH
}

/** A call that worked before with one of the values, as the record to take the others from. */
function wonWith(study: Study, tool: Tool, fixed: ReadonlyMap<number, Json>, random: Rng): string | undefined {
  const given = tool.parameters.filter(({ index }) => fixed.has(index))
  const alike = (study.notes[tool.index]?.wins ?? []).flatMap((args, i) =>
    given.some(({ name, index }) => args[name] === fixed.get(index)) ? [`w${i}`] : [],
  )
  return alike.length > 0 ? pick(random, alike) : undefined
}

/** Half the time, some call that worked before, as the record to start from. */
function anyWin(study: Study, tool: Tool, random: Rng): string | undefined {
  const wins = study.notes[tool.index]?.wins.length ?? 0
  return wins > 0 && chance(random, 1, 2) ? `w${random.next(wins)}` : undefined
}

/** Values that worked anywhere before, those of one call together. */
function wonBefore(study: Study, tool: Tool, { name, closed }: Parameter): Option[] {
  const wins = study.notes[tool.index]?.wins ?? []
  const values = wins.flatMap((args, i): Valued[] =>
    args[name] === undefined ? [] : [{ value: args[name], holder: `w${i}` }],
  )
  return closed || values.length === 0 ? [] : [{ key: 'w', values }]
}

/** May the parameter be anything, of a tool that leaves traces? Then known values would only spread where they do not belong. */
function isFree(study: Study, tool: Tool, { index, required }: Parameter): boolean {
  const notes = study.notes[tool.index]
  return required && notes?.trials[index]?.kind === 'content' && (notes.writes.size > 0 || !study.seesState)
}

function valueFrom(option: Option, parameter: Parameter, random: Rng, record: string | undefined): Valued | undefined {
  if (option === OMITTED) return undefined
  if (option.values.length === 0) return { value: freshValue(parameter.schema, random), holder: '' }
  const beside = record === undefined ? [] : option.values.filter(({ holder }) => holder === record)
  const chosen = pick(random, beside.length > 0 ? beside : option.values)
  if (parameter.type !== 'array' || isArray(chosen.value)) return chosen
  return {
    ...chosen,
    value: sampleOf(
      random,
      option.values.filter(({ value }) => !isArray(value)).map(({ value }) => value),
      1 + random.next(2),
    ),
  }
}
