import { chance, pickWeighted, type Rng } from '../../core/random.js'
import type { Json } from '../../core/json.js'
import type { Pointer } from '../../core/pointer.js'
import type { World } from '../../environment/index.js'
import { freshValue } from './fresh.js'
import type { Attempt } from './prober.js'
import { changed, propose, withArgument } from './propose.js'
import { depthOf, kindOf, type Refusal } from './refusals.js'
import { patternOf } from './shape.js'
import type { Base, Situation } from './situation.js'
import { isEffective, isUsual, keep, leafmost, look, note, type Study } from './study.js'
import type { Parameter, Tool } from './tools.js'

export interface Found {
  readonly base: Base
  readonly attempt: Attempt
}

interface Refused {
  readonly base: Base
  readonly refusal: Refusal
}

/** So many proposals that were made before mean that there are no others. */
const EXHAUSTED = 12
/** Calls that a search may make without coming further: at a kind of refusal that was never left, and at most. */
const FIRST_PATIENCE = 60
const LEAST_PATIENCE = 4
const MOST_PATIENCE = 80
/** How many times the calls it usually takes to leave a kind of refusal are worth while. */
const GENEROUS = 3

/**
 * Looks for a call that succeeds here. A refusal tells which parameters got past their checks, so those are kept and
 * one of the others is changed, again and again, as long as that comes further.
 */
export function search(study: Study, tool: Tool, situation: Situation, tries: number, random: Rng): Found | undefined {
  const made = new Set<string>()
  const met = new Set<Refusal>()
  let deepest: Refused | undefined
  for (let repeated = 0, vain = 0; made.size < tries && repeated < EXHAUSTED && !isVain(deepest, vain);) {
    const parameter = deepest && chance(random, 5, 6) ? parameterToChange(tool, deepest.refusal, random) : undefined
    const base =
      deepest && parameter
        ? changed(study, tool, deepest.base, parameter, situation, deepest.refusal.reads, random)
        : propose(study, tool, situation, random)
    const text = JSON.stringify(base.arguments)
    if (made.has(text)) {
      repeated += 1
      continue
    }
    made.add(text)
    const outcome = make(study, tool, situation, base, random)
    if (deepest && parameter)
      countChange(deepest.refusal, parameter, 'base' in outcome || isFurther(outcome, deepest.refusal))
    if ('base' in outcome) {
      if (deepest) deepest.refusal.left += 1
      return outcome
    }
    if (!met.has(outcome)) outcome.met += 1
    met.add(outcome)
    const further = !deepest || isFurther(outcome, deepest.refusal)
    if (deepest && further) deepest.refusal.left += 1
    vain = further ? 0 : vain + 1
    if (!deepest || depthOf(outcome) >= depthOf(deepest.refusal)) deepest = { base, refusal: outcome }
  }
  return undefined
}

/** Arguments that work here, if they can be found in so many tries; remembered for the situation. */
export function baseFor(study: Study, tool: Tool, situation: Situation, tries: number, random: Rng): Base | undefined {
  const known = situation.bases.get(tool.index)
  if (known !== undefined) return known ?? undefined
  const found = search(study, tool, situation, tries, random)
  situation.bases.set(tool.index, found?.base ?? null)
  return found?.base
}

/** Does the call's answer come from beyond the check that gave the other refusal? */
function isFurther(refusal: Refusal, than: Refusal): boolean {
  return depthOf(refusal) > depthOf(than)
}

/** A kind of refusal that was seldom left is not worth many calls. */
function isVain(deepest: Refused | undefined, vain: number): boolean {
  if (!deepest) return false
  const { met, left, changes } = deepest.refusal
  if (left === 0) return vain > Math.max(LEAST_PATIENCE, FIRST_PATIENCE / Math.max(1, met))
  const [tried, further] = [sum(changes.map((change) => change.tried)), sum(changes.map((change) => change.further))]
  return vain > Math.min(MOST_PATIENCE, LEAST_PATIENCE + (GENEROUS * (tried + 1)) / (further + 1))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** The parameter whose change most likely comes further: one that is not past its check, or one that helped before. */
function parameterToChange({ parameters }: Tool, { passed, changes }: Refusal, random: Rng): Parameter | undefined {
  if (parameters.length === 0) return undefined
  return pickWeighted(random, parameters, ({ index }) => {
    const { tried, further } = changes[index] ?? { tried: 0, further: 0 }
    return (1_000 * (further + 0.5) * (passed?.has(index) ? 0.3 : 1)) / (tried + 1)
  })
}

function countChange({ changes }: Refusal, { index }: Parameter, further: boolean): void {
  const known = changes[index] ?? (changes[index] = { tried: 0, further: 0 })
  known.tried += 1
  if (further) known.further += 1
}

function make(study: Study, tool: Tool, situation: Situation, base: Base, random: Rng): Found | Refusal {
  const seen = study.seesState ? look(study, situation.world, tool, base.arguments) : undefined
  const attempt = seen && !seen.ok ? seen : study.prober.attempt(situation.world, tool.spec.name, base.arguments)
  note(study, tool, base.arguments, attempt)
  const notes = study.notes[tool.index]
  if ('world' in attempt && attempt.ok) {
    study.weights.learn(
      tool,
      base.keys,
      notes && (isUsual(notes, attempt.value) || !isEffective(study, tool, situation.world, attempt)) ? 'usual' : 'ok',
    )
    keep(study, { tool, situation, base })
    return { base, attempt }
  }
  const refusal = refusalOf(study, tool, base.arguments, attempt, seen?.access.reads)
  refusal.count += 1
  refusal.passed ??= passedBy(study, tool, situation, base, refusal, random)
  blame(study, tool, base, refusal)
  return refusal
}

/** The kind of a refusal, by its code, the form of its text and the places it looked at. */
function refusalOf(
  study: Study,
  tool: Tool,
  args: Base['arguments'],
  answer: { readonly code: string; readonly value: Json },
  reads: readonly Pointer[] = [],
): Refusal {
  const patterns = new Set(leafmost(reads).map((place) => patternOf(study.stateShape, place)))
  return kindOf(study.refusals[tool.index] as Study['refusals'][number], args, answer, patterns)
}

/** What comes of a call, without moving on: nothing where it succeeds, else the kind of its refusal. */
export function refusalAt(study: Study, tool: Tool, world: World, args: Base['arguments']): Refusal | undefined {
  const seen = study.seesState ? look(study, world, tool, args) : undefined
  const answer = seen ?? study.prober.attempt(world, tool.spec.name, args)
  return answer.ok ? undefined : refusalOf(study, tool, args, answer, seen?.access.reads)
}

/** Parameters for which a made-up value is refused in another way, so that the value they have got past its check. */
function passedBy(
  study: Study,
  tool: Tool,
  { world }: Situation,
  base: Base,
  refusal: Refusal,
  random: Rng,
): Set<number> {
  const open = tool.parameters.filter(({ closed, name }) => !closed && base.arguments[name] !== undefined)
  const passed = open.filter((parameter) => {
    const { arguments: args } = withArgument(base, parameter, 'f', freshValue(parameter.schema, random))
    return (refusalAt(study, tool, world, args) ?? refusal) !== refusal
  })
  return new Set(passed.map(({ index }) => index))
}

const PASSED = 0.5
const SURE = 0.6
const SUSPECTED = 0.1

/** Credits origins that got past their check, and blames those that may not have; all of them where all passed. */
function blame(study: Study, tool: Tool, { keys, arguments: args }: Base, { passed, changes }: Refusal): void {
  const further = sum(changes.map((change) => change.further))
  const open = tool.parameters.filter(({ name, closed }) => !closed && args[name] !== undefined)
  const allPassed = open.every(({ index }) => passed?.has(index))
  tool.parameters.forEach(({ index }) => {
    const key = keys[index]
    if (key === undefined) return
    const mine = changes[index]?.further ?? 0
    if (passed?.has(index)) study.weights.judge(tool, index, key, !allPassed, allPassed ? SUSPECTED : PASSED)
    else if (further > 0)
      study.weights.judge(tool, index, key, false, mine > 1 && mine >= SURE * further ? 1 : SUSPECTED / 2)
  })
}
