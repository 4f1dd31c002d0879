import { chance, pick, type Rng } from '../../core/random.js'
import { bind } from './orders.js'
import { fits } from './pool.js'
import { propose } from './propose.js'
import type { Settled } from './settle.js'
import { after, startOf } from './moves.js'
import type { Situation } from './situation.js'
import type { Study } from './study.js'
import type { Tool } from './tools.js'
import type { Json } from '../../core/json.js'
import type { Witness, WitnessCall } from './relation-graph.js'

const TRIALS = 16

/** How often two tools that enable a third did so in the very same situation, for the very same call. */
export type Alternatives = ReadonlyMap<string, number>

export function pairKey(a: Tool, b: Tool): string {
  return a.index < b.index ? `${a.index}|${b.index}` : `${b.index}|${a.index}`
}

/** Tries each other tool known to enable the same target in place of the one of the witness. */
export function tryAlternatives(
  study: Study,
  relations: readonly Settled[],
  random: Rng,
  spent: () => boolean,
): Alternatives {
  const found = new Map<string, number>()
  for (const { witness, seen } of relations) {
    const situation = replayTo(study, witness)
    if (!situation) continue
    for (const { seen: other } of relations) {
      if (other.from === seen.from || spent()) continue
      if (stands(study, situation, other.from, witness.call, random))
        found.set(pairKey(seen.from, other.from), (found.get(pairKey(seen.from, other.from)) ?? 0) + 1)
    }
  }
  return found
}

/** Does some call of the tool make the refused call succeed here? */
function stands(study: Study, situation: Situation, tool: Tool, call: WitnessCall, random: Rng): boolean {
  for (let i = 0; i < TRIALS; i++) {
    const base = propose(
      study,
      tool,
      situation,
      random,
      chance(random, 2, 3) ? sharedValue(tool, call, random) : new Map(),
    )
    const attempt = study.prober.attempt(situation.world, tool.spec.name, base.arguments)
    if (attempt.ok && study.prober.attempt(attempt.world, call.tool, call.arguments).ok) return true
  }
  return false
}

/** One of the tool's parameters, filled with a value of the refused call. */
function sharedValue(tool: Tool, call: WitnessCall, random: Rng): Map<number, Json> {
  const pairs = tool.parameters.flatMap((parameter) =>
    Object.values(call.arguments)
      .filter((value) => !parameter.closed && fits(parameter, value))
      .map((value) => [parameter.index, value] as const),
  )
  return new Map(pairs.length > 0 ? [pick(random, pairs)] : [])
}

/** The situation before the enabling call of a witness. */
export function replayTo(study: Study, { seed, before }: Witness): Situation | undefined {
  let situation = startOf(study, seed)
  for (const plain of before) {
    const call = bind(study, plain)
    const attempt = call && study.prober.attempt(situation.world, plain.tool, plain.arguments)
    if (!call || !attempt?.ok) return undefined
    situation = after(study, situation, call, attempt)
  }
  return situation
}
