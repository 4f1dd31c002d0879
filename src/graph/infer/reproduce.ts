import { sameJson } from '../../core/json.js'
import { pick, type Rng, shuffle } from '../../core/random.js'
import { freshValue } from './fresh.js'
import type { Feed } from './ledger.js'
import type { Domain } from './pool.js'
import { propose, withArgument } from './propose.js'
import { follow, linked, makeStep, type Recipe } from './recipe.js'
import type { Refusal } from './refusals.js'
import { refusalAt, search } from './search.js'
import { after, startOf } from './moves.js'
import type { Base, Call, Situation } from './situation.js'
import { type Study, works } from './study.js'
import type { Parameter, Tool } from './tools.js'

/** `no-occasion`: the start does not refuse what the relation would allow, or offers nothing to feed. */
export type Reproduction = 'shown' | 'not-shown' | 'no-occasion'

const ATTEMPTS = 8
/** After so many attempts without an occasion there is none. */
const FRUITLESS = 4
const TRIES = 16
const MOST_TRIES = 64
const PROPOSALS = 12
const FRESH_VALUES = 2

/** Does the first tool enable the second from this start too? */
export function reproduceEnabling(study: Study, recipe: Recipe, seed: number, random: Rng): Reproduction {
  return repeat(study, recipe, seed, random, (from) => {
    const step = stepFrom(study, recipe, from, random)
    if (!step) return 'no-occasion'
    const worked = workingCalls(study, recipe, step.to, random)
    if (worked.length === 0) return isStillRefused(study, recipe, step.to, random) ? 'not-shown' : 'no-occasion'
    return worked.some((base) => !answers(study, from, recipe, base)) ? 'shown' : 'no-occasion'
  })
}

/** Does the first tool make the second refuse from this start too? */
export function reproduceDisabling(study: Study, recipe: Recipe, seed: number, random: Rng): Reproduction {
  return repeat(study, recipe, seed, random, (from) => {
    const step = stepFrom(study, recipe, from, random)
    if (!step) return 'no-occasion'
    const before = { ...from, pools: step.to.pools }
    const worked = workingCalls(study, recipe, before, random)
    if (worked.length === 0) return 'no-occasion'
    return worked.some((base) => !answers(study, step.to, recipe, base)) ? 'shown' : 'not-shown'
  })
}

/** Does the first tool change what the second answers from this start too? */
export function reproduceAffecting(study: Study, recipe: Recipe, seed: number, random: Rng): Reproduction {
  return repeat(study, recipe, seed, random, (from) => {
    const step = stepFrom(study, recipe, from, random)
    if (!step) return 'no-occasion'
    const worked = workingCalls(study, recipe, { ...from, pools: step.to.pools }, random)
    if (worked.length === 0) return 'no-occasion'
    const differs = ({ arguments: args }: Base): boolean => {
      const [then, now] = [from, step.to].map(({ world }) =>
        study.prober.attempt(world, recipe.call.tool.spec.name, args),
      )
      return then?.ok === true && now?.ok === true && !sameJson(then.value, now.value)
    }
    return worked.some(differs) ? 'shown' : 'not-shown'
  })
}

/** Does a value of the first tool's result work for the second where random values fail, from this start too? */
export function reproduceFeeding(
  study: Study,
  recipe: Recipe,
  producer: number,
  feed: Feed,
  seed: number,
  random: Rng,
): Reproduction {
  const { tool } = recipe.call
  const parameter = tool.parameters.find(({ name }) => name === feed.parameter)
  const from = recipe.before[producer]?.tool
  if (!parameter || !from) return 'not-shown'
  return repeat(study, recipe, seed, random, (situation) => {
    const [, , shown = new Map<string, Domain>()] = situation.pools
    const offered = shown.get(`r${from.index}${feed.path}:${feed.transform}`)?.values ?? []
    const control = offered.length > 0 ? search(study, tool, situation, triesFor(study, tool), random) : undefined
    if (!control) return 'no-occasion'
    const substituted = shuffle(random, offered).map(({ value }) => withArgument(control.base, parameter, 'x', value))
    const proposed = Array.from({ length: PROPOSALS }, () =>
      propose(
        study,
        tool,
        situation,
        random,
        linked(recipe.call, situation, random).set(parameter.index, pick(random, offered).value),
      ),
    )
    const candidates = [...substituted, ...proposed]
    const base = candidates.find((candidate) => works(study, tool, situation.world, candidate.arguments))
    if (!base) return isRecognised(study, tool, parameter, candidates, situation, random) ? 'no-occasion' : 'not-shown'
    const made = Array.from({ length: FRESH_VALUES }, () =>
      withArgument(base, parameter, 'f', freshValue(parameter.schema, random)),
    )
    return made.some((other) => works(study, tool, situation.world, other.arguments)) ? 'not-shown' : 'shown'
  })
}

/** Is the tool still mostly refused for the reason that the relation takes away, rather than because something else is missing? */
function isStillRefused(study: Study, { call, refusal }: Recipe, to: Situation, random: Rng): boolean {
  const kinds = new Map<string, number>()
  for (let i = 0; i < PROPOSALS; i++) {
    const base = propose(study, call.tool, to, random, linked(call, to, random))
    const kind = reasonOf(refusalAt(study, call.tool, to.world, base.arguments))
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  const [commonest] = [...kinds].toSorted(([, a], [, b]) => b - a)
  return commonest?.[0] === reasonOf(refusal)
}

function reasonOf(refusal: Refusal | undefined): string {
  return refusal ? `${refusal.code}: ${refusal.form.words.join(' ')}` : ''
}

/** Are the values refused for another reason than made-up ones, so that something else is missing here? */
function isRecognised(
  study: Study,
  tool: Tool,
  parameter: Parameter,
  candidates: readonly Base[],
  { world }: Situation,
  random: Rng,
): boolean {
  return candidates.slice(0, PROPOSALS).some((base) => {
    const madeUp = withArgument(base, parameter, 'f', freshValue(parameter.schema, random))
    const [got, other] = [base, madeUp].map((given) => refusalAt(study, tool, world, given.arguments))
    return got !== other
  })
}

/** Several attempts from one start, each after the calls that the recipe makes first. */
function repeat(
  study: Study,
  recipe: Recipe,
  seed: number,
  random: Rng,
  attempt: (from: Situation) => Reproduction,
): Reproduction {
  let vain = 0
  for (let i = 0; i < ATTEMPTS && i - vain < FRUITLESS; i++) {
    const situation = follow(study, recipe.before, startOf(study, seed), TRIES, random)
    const got = situation ? attempt(situation) : 'no-occasion'
    if (got === 'shown') return got
    if (got === 'not-shown') vain += 1
  }
  return vain > 0 ? 'not-shown' : 'no-occasion'
}

/** The rarer a tool's successes, the longer one is looked for. */
function triesFor(study: Study, tool: Tool): number {
  const { successes = 0, calls = 0 } = study.notes[tool.index] ?? {}
  return Math.min(MOST_TRIES, Math.max(TRIES, Math.round((2 * calls) / Math.max(1, successes))))
}

function stepFrom(
  study: Study,
  { between }: Recipe,
  from: Situation,
  random: Rng,
): { call: Call; to: Situation } | undefined {
  const [step] = between
  const found = step && makeStep(study, step, from, TRIES, random)
  if (!step || !found) return undefined
  const call = { tool: step.tool, arguments: found.base.arguments }
  return { call, to: after(study, from, call, found.attempt) }
}

/** Arguments that work here: some with the recipe's links, one found by search. */
function workingCalls(study: Study, { call }: Recipe, situation: Situation, random: Rng): Base[] {
  const worked: Base[] = []
  const tries = Math.max(PROPOSALS, triesFor(study, call.tool) / 2)
  for (let i = 0; call.links.size + call.constants.size + call.habits.size > 0 && i < tries && worked.length < 3; i++) {
    const base = propose(study, call.tool, situation, random, linked(call, situation, random))
    if (study.prober.attempt(situation.world, call.tool.spec.name, base.arguments).ok) worked.push(base)
  }
  const found = search(study, call.tool, situation, worked.length > 0 ? TRIES : triesFor(study, call.tool), random)
  return found ? [...worked, found.base] : worked
}

function answers(study: Study, { world }: Situation, { call }: Recipe, { arguments: args }: Base): boolean {
  return study.prober.attempt(world, call.tool.spec.name, args).ok
}
