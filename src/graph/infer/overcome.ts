import { pick, type Rng, sampleOf } from '../../core/random.js'
import type { Ledger } from './ledger.js'
import { mayConcern } from './pairs.js'
import { propose } from './propose.js'
import type { Refusal } from './refusals.js'
import type { Situation } from './situation.js'
import { refusalAt } from './search.js'
import type { Study } from './study.js'
import type { Tool } from './tools.js'
import { compare, compareAround } from './transition.js'
import type { Trials } from './trials.js'
import { stepWith } from './walk.js'

const PLACES = 6
const ROUNDS = 48
const PROPOSALS = 6
const DEPTH = 4

interface Node {
  readonly situation: Situation
  readonly depth: number
}

/**
 * Where a tool is refused whatever its arguments, looks for calls that change how it is refused, goes on from there,
 * and so finds conditions that must hold together. Situations where it succeeds at last join the places.
 */
export function overcomeRefusals({ study, ledger, places, random, spent }: Trials): void {
  for (const tool of study.tools) {
    const helpers = study.tools.filter((other) => other !== tool && mayConcern(study, other, tool))
    if (helpers.length === 0 || study.refusals[tool.index]?.kinds.size === 0) continue
    const candidates = sampleOf(random, places, places.length)
    let tried = 0
    for (const place of candidates) {
      if (tried >= PLACES || spent()) break
      const kinds = refusalsAt(study, tool, place, random)
      if (!kinds) continue
      tried += 1
      places.push(...overcome(study, ledger, tool, helpers, place, kinds, random))
    }
  }
}

function overcome(
  study: Study,
  ledger: Ledger,
  tool: Tool,
  helpers: readonly Tool[],
  place: Situation,
  kinds: Set<Refusal>,
  random: Rng,
): Situation[] {
  const nodes: Node[] = [{ situation: place, depth: 0 }]
  for (let round = 0; round < ROUNDS; round++) {
    const node = pick(random, nodes.slice(-3))
    const step = stepWith(study, node.situation, pick(random, helpers), random)
    if (!step) continue
    const met = refusalsAt(study, tool, step.to, random)
    if (!met) {
      const base = step.to.bases.get(tool.index)
      if (base) compare(study, ledger, step, { tool, arguments: base.arguments })
      const next = stepWith(study, step.to, tool, random)
      if (next) compareAround(study, ledger, next, random)
      return next ? [step.to, next.to] : [step.to]
    }
    const news = [...met].filter((kind) => !kinds.has(kind))
    for (const kind of news) kinds.add(kind)
    if (news.length > 0 && node.depth + 1 < DEPTH) nodes.push({ situation: step.to, depth: node.depth + 1 })
  }
  return []
}

/** The kinds of refusal the tool meets here, or nothing where some call succeeds. */
function refusalsAt(study: Study, tool: Tool, situation: Situation, random: Rng): Set<Refusal> | undefined {
  const kinds = new Set<Refusal>()
  for (let i = 0; i < PROPOSALS; i++) {
    const base = propose(study, tool, situation, random)
    const refusal = refusalAt(study, tool, situation.world, base.arguments)
    if (!refusal) {
      situation.bases.set(tool.index, base)
      return undefined
    }
    kinds.add(refusal)
  }
  return kinds
}
