import type { Rng } from '../../core/random.js'
import type { Seen, SeenFeed, Sighting } from './ledger.js'
import { allowance } from './prober.js'
import type { Evidence, Witness } from './relation-graph.js'
import { producersIn, type RelationKind, shows, shrink } from './replay.js'
import { type Recipe, recipeOf } from './recipe.js'
import {
  type Reproduction,
  reproduceAffecting,
  reproduceDisabling,
  reproduceEnabling,
  reproduceFeeding,
} from './reproduce.js'
import type { Study } from './study.js'

/** A relation with the witness that stands for it, how to follow it elsewhere, and how often that worked. */
export interface Settled {
  readonly seen: Seen | SeenFeed
  readonly witness: Witness
  readonly recipe: Recipe
  readonly evidence: Evidence
}

const CANDIDATES = 3
const FIRST_OCCASIONS = 3
const OCCASIONS = 3
/** For relations that do not always show, but at least once in so many times. */
const MORE_OCCASIONS = 10
const RARE = 5
const STARTS = 16
/** Calls that following one candidate may cost. */
const EFFORT = 400
/** How much longer occasions are looked for that are rare. */
const PATIENCE = 4
const SPARE = 1_000
/** Starts that exploration never saw. */
const HELD_OUT = 100_000

/** Picks the witness that is followed most often from starts that were never explored, and counts how often. */
export function settle(study: Study, kind: RelationKind, seen: Seen | SeenFeed, random: Rng): Settled | undefined {
  const tried: Settled[] = []
  for (const sighting of spread(seen.sightings)) {
    const whole = witnessOf(study, sighting, seen)
    const needed = study.seesState ? undefined : producersIn(study.starts, study.prober, whole)
    const witness = shrink(kind, study.starts, study.prober, whole, needed)
    const recipe = recipeFrom(study, witness)
    if (!recipe || !shows(kind, study.starts, study.prober, witness)) continue
    const evidence = occasions(
      study,
      kind,
      { witness, recipe, seen },
      { firstSeed: HELD_OUT, wanted: FIRST_OCCASIONS, starts: STARTS, effort: EFFORT },
      random,
    )
    tried.push({ seen, witness, recipe, evidence })
    if (evidence.tried > 0 && evidence.confirmed === evidence.tried) break
  }
  const [best] = tried.toSorted((a, b) => shareOf(b.evidence) - shareOf(a.evidence))
  if (!best) return undefined
  let { tried: times, confirmed } = best.evidence
  const goOn = (wanted: number, firstSeed: number, patience = 1): void => {
    const more = occasions(
      study,
      kind,
      best,
      { firstSeed, wanted, starts: patience * STARTS, effort: patience * EFFORT },
      random,
    )
    times += more.tried
    confirmed += more.confirmed
  }
  if (times < FIRST_OCCASIONS) goOn(FIRST_OCCASIONS, HELD_OUT + SPARE, PATIENCE)
  if (confirmed > 0) goOn(OCCASIONS, HELD_OUT + STARTS)
  if (confirmed < times && RARE * confirmed > times) goOn(MORE_OCCASIONS, HELD_OUT + 2 * STARTS)
  return { ...best, evidence: { tried: times, confirmed, states: seen.seeds.size } }
}

/** From which starts, for how many occasions and with how many calls at most a relation is followed. */
export interface Effort {
  readonly firstSeed: number
  readonly wanted: number
  readonly starts: number
  readonly effort: number
}

/** Follows a relation from several starts; those without an occasion for it do not count. */
export function occasions(
  study: Study,
  kind: RelationKind,
  { recipe, witness, seen }: Pick<Settled, 'recipe' | 'witness' | 'seen'>,
  { firstSeed, wanted, starts, effort }: Effort,
  random: Rng,
): Evidence {
  const feed = 'path' in seen ? seen : undefined
  const spent = allowance(study.prober, effort)
  let [tried, confirmed] = [0, 0]
  for (let i = 0; i < starts && tried < wanted && !spent(); i++) {
    const outcome = reproduce(study, kind, recipe, witness.value?.call ?? 0, feed, firstSeed + i, random)
    if (outcome === 'no-occasion') continue
    tried += 1
    if (outcome === 'shown') confirmed += 1
  }
  return { tried, confirmed, states: confirmed }
}

/** Laplace's estimate of how likely a relation is to show from another start. */
export function likelihoodOf({ tried, confirmed }: Evidence): number {
  return (confirmed + 1) / (tried + 2)
}

function shareOf({ tried, confirmed }: Evidence): number {
  return tried === 0 ? 0 : confirmed / tried
}

function reproduce(
  study: Study,
  kind: RelationKind,
  recipe: Recipe,
  producer: number,
  feed: SeenFeed | undefined,
  seed: number,
  random: Rng,
): Reproduction {
  if (feed) return reproduceFeeding(study, recipe, producer, feed, seed, random)
  if (kind === 'disables') return reproduceDisabling(study, recipe, seed, random)
  return kind === 'affects'
    ? reproduceAffecting(study, recipe, seed, random)
    : reproduceEnabling(study, recipe, seed, random)
}

/** Sightings after few calls, and after many, which may have made what other starts lack; from different seeds first. */
function spread(sightings: readonly Sighting[]): Sighting[] {
  const short = sightings.toSorted((a, b) => a.before.length - b.before.length)
  const first = short.filter((sighting, i) => short.findIndex(({ seed }) => seed === sighting.seed) === i)
  const all = [...first, ...short.filter((sighting) => !first.includes(sighting))]
  return [...new Set([...all.slice(0, CANDIDATES), ...short.slice(-CANDIDATES)])]
}

export function witnessOf(
  study: Study,
  { seed, before, between, call, value, refused }: Sighting,
  seen: Seen | SeenFeed,
): Witness {
  const plain = ({ tool, arguments: args }: Sighting['call']): Witness['call'] => ({
    tool: tool.spec.name,
    arguments: args,
  })
  return {
    environments: [study.environment.ref.name],
    seed,
    before: before.map(plain),
    between: between.map(plain),
    call: plain(call),
    ...(value && 'path' in seen
      ? {
          value: {
            call: value.call,
            path: value.place,
            transform: seen.transform,
            parameter: seen.parameter,
            value: value.value,
          },
        }
      : {}),
    ...(refused ? { refused } : {}),
  }
}

function recipeFrom(study: Study, { seed, before, between, call }: Witness): Recipe | undefined {
  const bound = ({ tool: name, arguments: args }: Witness['call']): Sighting['call'][] =>
    study.tools.filter(({ spec }) => spec.name === name).map((tool) => ({ tool, arguments: args }))
  const [last] = bound(call)
  return last && recipeOf(study, { seed, before: before.flatMap(bound), between: between.flatMap(bound), call: last })
}
