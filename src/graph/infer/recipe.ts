import type { Json } from '../../core/json.js'
import { chance, pick, type Rng } from '../../core/random.js'
import type { Sighting } from './ledger.js'
import { mayBeKey } from './parameters.js'
import { type Domain, fits } from './pool.js'
import { itemOf, propose } from './propose.js'
import type { Refusal } from './refusals.js'
import { refusalAt, search, type Found } from './search.js'
import { after, startOf } from './moves.js'
import type { Call, Situation } from './situation.js'
import type { Study } from './study.js'
import type { Parameter, Tool } from './tools.js'

/** A call of a witness without its values: where each parameter's value came from among the calls before it. */
export interface RecipeStep {
  readonly tool: Tool
  /** Keys of origins by index of the parameter. */
  readonly links: ReadonlyMap<number, readonly string[]>
  /** Words of closed lists and values that schemas mention, by index: they mean the same everywhere. */
  readonly constants: ReadonlyMap<number, Json>
  /** Other values of parameters that take anything. */
  readonly habits: ReadonlyMap<number, Json>
}

/** A witness without its values, to be followed from other starts. */
export interface Recipe {
  readonly before: readonly RecipeStep[]
  readonly between: readonly RecipeStep[]
  readonly call: RecipeStep
  /** How the call is refused before `between`, where it is. */
  readonly refusal: Refusal | undefined
}

/** What a sighting shows apart from its values; undefined where its calls cannot be made again. */
export function recipeOf(
  study: Study,
  { seed, before, between, call }: Omit<Sighting, 'value' | 'refused'>,
): Recipe | undefined {
  let situation = startOf(study, seed)
  const steps: RecipeStep[] = []
  let refusal: Refusal | undefined
  for (const made of [...before, ...between]) {
    if (made === between[0]) refusal = refusalAt(study, call.tool, situation.world, call.arguments)
    steps.push(stepOf(study, situation, made))
    const attempt = study.prober.attempt(situation.world, made.tool.spec.name, made.arguments)
    if (!attempt.ok) return undefined
    situation = after(study, situation, made, attempt)
  }
  return {
    before: steps.slice(0, before.length),
    between: steps.slice(before.length),
    call: stepOf(study, situation, call),
    refusal,
  }
}

function stepOf(study: Study, { pools }: Situation, { tool, arguments: args }: Call): RecipeStep {
  const [, , shown = new Map<string, Domain>()] = pools
  const links = new Map<number, string[]>()
  const constants = new Map<number, Json>()
  const habits = new Map<number, Json>()
  for (const parameter of tool.parameters) {
    const { index, name } = parameter
    const given = args[name]
    if (given === undefined) continue
    const scalar = given !== null && typeof given !== 'boolean' && typeof given !== 'object' && !parameter.closed
    const keys = scalar
      ? [...shown.values()].filter(({ values }) => values.some(({ value }) => value === given)).map(({ key }) => key)
      : []
    if (keys.length > 0) links.set(index, keys)
    else if (meansTheSame(parameter, given)) constants.set(index, given)
    else if (!mayBeKey(study, tool, parameter)) habits.set(index, given)
  }
  return { tool, links, constants, habits }
}

function meansTheSame(parameter: Parameter, given: Json): boolean {
  return (
    parameter.closed !== undefined ||
    parameter.mentioned.includes(given) ||
    (parameter.type === 'array' && itemOf(parameter).closed !== undefined)
  )
}

/** Makes the recipe's calls from a start, each with the first arguments found to work; undefined where one cannot be made. */
export function follow(
  study: Study,
  steps: readonly RecipeStep[],
  start: Situation,
  tries: number,
  random: Rng,
): Situation | undefined {
  let situation = start
  for (const step of steps) {
    const found = makeStep(study, step, situation, tries, random)
    if (!found) return undefined
    situation = after(study, situation, { tool: step.tool, arguments: found.base.arguments }, found.attempt)
  }
  return situation
}

/** A successful call as the recipe says, or by search where its links lead nowhere. */
export function makeStep(
  study: Study,
  step: RecipeStep,
  situation: Situation,
  tries: number,
  random: Rng,
): Found | undefined {
  for (let i = 0; step.links.size + step.constants.size + step.habits.size > 0 && i < tries; i++) {
    const base = propose(study, step.tool, situation, random, linked(step, situation, random))
    const attempt = study.prober.attempt(situation.world, step.tool.spec.name, base.arguments)
    if (attempt.ok) return { base, attempt }
  }
  return search(study, step.tool, situation, tries, random)
}

/** Values for the recipe's linked parameters from the calls made here, the newest more often; its constants, and half the time its habits. */
export function linked(
  { tool, links, constants, habits }: RecipeStep,
  { pools }: Situation,
  random: Rng,
): Map<number, Json> {
  const [, , shown = new Map<string, Domain>()] = pools
  const fixed = new Map<number, Json>([...constants].filter(() => !chance(random, 1, 8)))
  if (chance(random, 1, 2)) for (const [index, value] of habits) fixed.set(index, value)
  for (const [index, keys] of links) {
    const parameter = tool.parameters[index]
    const domains = keys.flatMap((key) => shown.get(key) ?? [])
    if (!parameter || domains.length === 0 || chance(random, 1, 8)) continue
    const values = pick(random, domains).values.filter(({ value }) => fits(parameter, value))
    const newest = values.filter(({ call }) => call === values.at(-1)?.call)
    if (values.length > 0) fixed.set(index, pick(random, chance(random, 3, 4) ? newest : values).value)
  }
  return fixed
}
