import { type Rng, sampleOf } from '../../core/random.js'
import type { Json } from '../../core/json.js'
import { freshValue, nearMiss } from './fresh.js'
import { optionsOf, withArgument } from './propose.js'
import type { ParameterKind } from './relation-graph.js'
import type { Success } from './situation.js'
import { answersLike, type Count, type ParameterTrial, type Study, works } from './study.js'
import type { Parameter, Tool } from './tools.js'

const SITUATIONS = 8
const VALUES = 3
const TELLING_PLACES = 3
/** How much one telling answer counts. */
const TOLD = 3
/** Near misses of values from elsewhere, where none of a value in use were tried. */
const NEAR = 12
const FEW = 0.3
const MANY = 0.5
/** An origin is a source of keys where this share of its values works. */
const SOURCE = 0.6

/** Finds out what each parameter takes, by putting other values in place of one that works. */
export function tryParameters(study: Study, tools: readonly Tool[], random: Rng, spent: () => boolean): void {
  for (const tool of tools) {
    const own = study.successes[tool.index] ?? []
    const spread = [
      ...new Map(sampleOf(random, own, own.length).map((success) => [success.situation.seed, success])).values(),
      ...own,
    ]
    for (const parameter of tool.parameters) {
      const trial = study.notes[tool.index]?.trials[parameter.index]
      if (!trial || own.length === 0 || spent()) continue
      const places = tellingPlaces(study, tool, parameter, [...new Set(spread)]).slice(0, SITUATIONS)
      tryRandom(study, parameter, trial, places, random)
      const open = !parameter.closed && trial.random.succeeded <= FEW * trial.random.tried
      if (open) tryOrigins(study, tool, parameter, trial, places, random)
      trial.kind = kindOf(parameter, trial)
      if (trial.kind === 'content' && hasUsualAnswer(study, tool)) tryTelling(study, tool, parameter, places, random)
    }
  }
}

/** Successes that used the parameter and did what the tool does, where there are such. */
function tellingPlaces(study: Study, tool: Tool, { name }: Parameter, places: readonly Success[]): readonly Success[] {
  const used = places.filter(({ base }) => base.arguments[name] !== undefined)
  const candidates = used.length > 0 ? used : places
  const effective = candidates.filter(({ situation, base }) => works(study, tool, situation.world, base.arguments))
  return effective.length > 0 ? effective : candidates
}

/** Is the parameter one that only values that exist can fill, as far as is known? */
export function mayBeKey(study: Study, tool: Tool, parameter: Parameter): boolean {
  const kind = study.notes[tool.index]?.trials[parameter.index]?.kind ?? 'unknown'
  return kind === 'key' || (kind === 'unknown' && !parameter.closed && parameter.type !== 'object')
}

function tryRandom(
  study: Study,
  parameter: Parameter,
  trial: ParameterTrial,
  places: readonly Success[],
  random: Rng,
): void {
  for (const place of places) {
    const working = place.base.arguments[parameter.name]
    for (let i = 0; i < VALUES; i++) {
      count(trial.random, worksWith(study, place, parameter, freshValue(parameter.schema, random)))
      const near = working === undefined ? undefined : nearMiss(working, random)
      if (near !== undefined && !parameter.closed) count(trial.near, worksWith(study, place, parameter, near))
    }
  }
}

function tryOrigins(
  study: Study,
  tool: Tool,
  parameter: Parameter,
  trial: ParameterTrial,
  places: readonly Success[],
  random: Rng,
): void {
  for (const place of places) {
    const origins = new Map(
      place.situation.pools.flatMap((pool) => [...pool.values()].map(({ key, origin }) => [key, origin] as const)),
    )
    for (const { key, values } of optionsOf(study, tool, parameter, place.situation)) {
      const origin = origins.get(key)
      const known = trial.origins.get(key)
      if (!origin || values.length === 0 || (known && known.tried >= VALUES && known.succeeded === 0)) continue
      const tally = known ?? { tried: 0, succeeded: 0, origin, examples: [] }
      trial.origins.set(key, tally)
      for (const { value } of sampleOf(random, values, 2)) {
        const ok = worksWith(
          study,
          place,
          parameter,
          parameter.type === 'array' && !Array.isArray(value) ? [value] : value,
        )
        count(tally, ok)
        if (ok) study.weights.judge(tool, parameter.index, key, true, 1)
        const near = ok && trial.near.tried < NEAR ? nearMiss(value, random) : undefined
        if (near !== undefined) count(trial.near, worksWith(study, place, parameter, near))
        if (ok && tally.examples.length < 3 && !tally.examples.includes(value)) tally.examples.push(value)
      }
    }
  }
}

function hasUsualAnswer(study: Study, tool: Tool): boolean {
  const { answers, successes } = study.notes[tool.index] ?? { answers: new Map<string, number>(), successes: 0 }
  return successes > 2 && 3 * Math.max(0, ...answers.values()) > successes
}

/** Where values come from that get another answer than the usual one: names to look up, words to search for. */
function tryTelling(study: Study, tool: Tool, parameter: Parameter, places: readonly Success[], random: Rng): void {
  for (const { situation, base } of places.slice(0, TELLING_PLACES)) {
    for (const { key, values } of optionsOf(study, tool, parameter, situation)) {
      for (const { value } of sampleOf(random, values, 2)) {
        const given = parameter.type === 'array' && !Array.isArray(value) ? [value] : value
        const { ok, value: answer } = study.prober.attempt(
          situation.world,
          tool.spec.name,
          withArgument(base, parameter, 'x', given).arguments,
        )
        const notes = study.notes[tool.index]
        if (!ok || !notes) continue
        const keys = tool.parameters.map((other) => (other === parameter ? key : 'x'))
        const known = 3 * answersLike(notes, answer) > notes.successes
        for (let i = 0; i < TOLD; i++) study.weights.learn(tool, keys, known ? 'usual' : 'ok')
      }
    }
  }
}

function worksWith(study: Study, { tool, situation, base }: Success, parameter: Parameter, value: Json): boolean {
  return works(study, tool, situation.world, withArgument(base, parameter, 'x', value).arguments)
}

function count(tally: Count, ok: boolean): void {
  tally.tried += 1
  if (ok) tally.succeeded += 1
}

function kindOf(parameter: Parameter, { random, near, origins }: ParameterTrial): ParameterKind {
  if (parameter.closed) return 'choice'
  if (random.tried === 0) return 'unknown'
  if (random.succeeded > FEW * random.tried) return 'content'
  if (near.tried > 0 && near.succeeded >= MANY * near.tried) return 'format'
  if (random.succeeded === 0) return 'key'
  const hasSource = [...origins.values()].some(({ tried, succeeded }) => tried > 2 && succeeded >= SOURCE * tried)
  return hasSource && near.succeeded <= FEW * near.tried ? 'key' : 'format'
}
