import { createRng } from '../../core/random.js'
import type { Environment } from '../../environment/index.js'
import { type Alternatives, tryAlternatives } from './alternatives.js'
import { tryChains } from './chains.js'
import { effectsOf } from './effects.js'
import { explore, exploreAdvised, exploreFurther } from './explore.js'
import { tryFeeds } from './feeds.js'
import { isGate } from './gates.js'
import { createLedger, type Ledger, type Seen } from './ledger.js'
import { tryOrders } from './orders.js'
import { overcomeRefusals } from './overcome.js'
import { tryPairs } from './pairs.js'
import { tryParameters } from './parameters.js'
import { allowance } from './prober.js'
import type { InferredEffect } from './relation-graph.js'
import type { RelationKind } from './replay.js'
import { likelihoodOf, settle, type Settled } from './settle.js'
import { createStudy, type Study } from './study.js'
import type { Trials } from './trials.js'
import { tryRepeats, tryUndoing } from './undoing.js'
import { walk } from './walk.js'
import { tryWithout } from './without.js'

/** Everything found out about one environment. */
export interface Findings {
  readonly study: Study
  readonly ledger: Ledger
  readonly settled: { readonly [kind in 'enables' | 'disables' | 'affects' | 'provides']: readonly Settled[] }
  /** By index of the enabled tool. */
  readonly alternatives: ReadonlyMap<number, Alternatives>
  readonly gates: ReadonlySet<Settled>
  readonly effects: readonly InferredEffect[]
}

export interface StudyOptions {
  readonly seed: number
  readonly budget: number
  readonly seesState: boolean
}

const WALKS = 24
const WALK_LENGTH = 14
/** What share of the budget each phase may use; what one leaves, the next may take. */
const SHARES = {
  explore: 0.2,
  parameters: 0.1,
  walk: 0.25,
  further: 0.05,
  pairs: 0.15,
  overcome: 0.1,
  without: 0.1,
  undoing: 0.05,
  feeds: 0.1,
  alternatives: 0.1,
} as const
/** A relation is believed where it is so likely to show from another start that gives occasion. */
const BELIEVED = 0.4

/** Studies one environment: learns to call its tools, compares states around calls, and keeps what shows again elsewhere. */
export function studyEnvironment(environment: Environment, { seed, budget, seesState }: StudyOptions): Findings {
  const study = createStudy(environment, seesState)
  const random = createRng(`infer:${seed}`)
  const spent = (share: keyof typeof SHARES): (() => boolean) =>
    allowance(study.prober, Math.round(budget * SHARES[share]))
  explore(study, random.fork('explore'), spent('explore'))
  tryParameters(study, study.tools, random.fork('parameters'), spent('parameters'))
  const ledger = createLedger()
  const seeds = Array.from({ length: WALKS }, (_, i) => i)
  const places = walk(study, ledger, { seeds, length: WALK_LENGTH }, random.fork('walk'), spent('walk'))
  const trials = (name: string, share: keyof typeof SHARES): Trials => {
    return { study, ledger, places, random: random.fork(name), spent: spent(share) }
  }
  exploreFurther(trials('further', 'further'))
  tryPairs(trials('pairs', 'pairs'))
  overcomeRefusals(trials('overcome', 'overcome'))
  tryWithout(trials('without', 'without'))
  if (exploreAdvised(trials('advised', 'further'))) tryPairs(trials('advised pairs', 'pairs'))
  const unknown = study.tools.filter(({ index }) => study.notes[index]?.trials.some(({ kind }) => kind === 'unknown'))
  tryParameters(study, unknown, random.fork('unknown parameters'), spent('parameters'))
  tryFeeds(trials('feeds', 'feeds'))
  tryUndoing(trials('undoing', 'undoing'))
  tryRepeats(trials('repeats', 'undoing'))
  const all = allowance(study.prober, budget * (1 - SHARES.alternatives) - study.prober.used)
  const settleAll = (kind: Exclude<RelationKind, 'compatible'>): Settled[] => {
    return settleEach(study, kind, [...ledger[kind].values()], random.fork(kind), all)
  }
  const first = settleAll('enables')
  tryOrders(study, ledger, first)
  tryChains(study, ledger, first, places, random.fork('chains'))
  const settled = {
    enables: settleAll('enables'),
    provides: settleAll('provides'),
    disables: settleAll('disables'),
    affects: settleAll('affects'),
  }
  const alternatives = alternativesOf(study, settled.enables, random.fork('alternatives'), spent('alternatives'))
  const gates = new Set(settled.enables.filter((relation) => isGate(study, relation, random.fork('gates'))))
  const effects = effectsOf(
    study,
    ledger,
    [...gates].map(({ seen }) => seen),
  )
  return { study, ledger, settled, alternatives, gates, effects }
}

const settledBefore = new WeakMap<Seen, { readonly sightings: number; readonly settled: Settled | undefined }>()

function settleEach(
  study: Study,
  kind: RelationKind,
  relations: readonly Seen[],
  random: ReturnType<typeof createRng>,
  spent: () => boolean,
): Settled[] {
  return relations.flatMap((seen) => {
    if (seen.confirmed === 0 || spent()) return []
    const known = settledBefore.get(seen)
    const settled = known?.sightings === seen.confirmed ? known.settled : settle(study, kind, seen, random)
    settledBefore.set(seen, { sightings: seen.confirmed, settled })
    return settled && likelihoodOf(settled.evidence) >= BELIEVED ? [settled] : []
  })
}

function alternativesOf(
  study: Study,
  enables: readonly Settled[],
  random: ReturnType<typeof createRng>,
  spent: () => boolean,
): Map<number, Alternatives> {
  return new Map(
    study.tools.map((tool) => {
      const own = enables.filter(({ seen }) => seen.to === tool)
      return [tool.index, own.length > 1 ? tryAlternatives(study, own, random, spent) : new Map<string, number>()]
    }),
  )
}
