import { pick, type Rng } from '../../core/random.js'
import { freshValue } from './fresh.js'
import { confirm, feedOf, type Ledger } from './ledger.js'
import type { Domain } from './pool.js'
import { propose } from './propose.js'
import type { Settled } from './settle.js'
import { after } from './moves.js'
import type { Situation } from './situation.js'
import { type Study, works } from './study.js'
import type { Parameter, Tool } from './tools.js'
import { stepWith } from './walk.js'

const TRIALS = 6
const PROPOSALS = 8
const FRESH_VALUES = 2

/**
 * Where one call makes another possible for the same value, whatever provides the first with values provides the second:
 * a new contact can be written to, and then what was written can be deleted. Tries those by making all three calls.
 */
export function tryChains(
  study: Study,
  ledger: Ledger,
  enables: readonly Settled[],
  places: readonly Situation[],
  random: Rng,
): void {
  for (const { recipe, seen } of enables) {
    for (const [index, keys] of recipe.call.links) {
      const last = seen.to.parameters[index]
      const shared = seen.from.parameters.find((parameter) => keys.includes(`a${seen.from.index}.${parameter.index}`))
      if (!last || !shared) continue
      for (const feed of [...ledger.provides.values()].filter(
        ({ to, parameter, confirmed }) => to === seen.from && parameter === shared.name && confirmed > 0,
      )) {
        const link: Chain = {
          producer: feed.from,
          key: `r${feed.from.index}${feed.path}:${feed.transform}`,
          middle: seen.from,
          shared,
          last: seen.to,
          parameter: last,
        }
        const target = feedOf(ledger, feed.from, seen.to, {
          path: feed.path,
          transform: feed.transform,
          parameter: last.name,
        })
        for (let i = 0; i < TRIALS && target.confirmed < 3; i++)
          tryChain(study, link, target, pick(random, places), random)
      }
    }
  }
}

interface Chain {
  readonly producer: Tool
  readonly key: string
  readonly middle: Tool
  readonly shared: Parameter
  readonly last: Tool
  readonly parameter: Parameter
}

function tryChain(study: Study, chain: Chain, target: ReturnType<typeof feedOf>, place: Situation, random: Rng): void {
  const first = stepWith(study, place, chain.producer, random)
  const offered = first?.to.pools[2]?.get(chain.key)?.values.filter(({ call }) => call === place.made.length) ?? []
  if (!first || offered.length === 0) return
  const { value, place: where } = pick(random, offered)
  const second = callWith(study, chain.middle, chain.shared, value, first.to, random)
  const third = second && callWith(study, chain.last, chain.parameter, value, second, random)
  const call = third?.made.at(-1)
  if (!second || !call || where === undefined) return
  const refused = Array.from({ length: FRESH_VALUES }, () => freshValue(chain.parameter.schema, random))
  const fails = (other: (typeof refused)[number]): boolean =>
    !works(study, chain.last, second.world, { ...call.arguments, [chain.parameter.name]: other })
  if (works(study, chain.last, second.world, call.arguments) && refused.every(fails)) {
    confirm(target, {
      seed: place.seed,
      before: second.made,
      between: [],
      call,
      value: { call: place.made.length, place: where, value },
      refused,
    })
  }
}

/** The situation after a successful call with that value, if one is found. */
function callWith(
  study: Study,
  tool: Tool,
  parameter: Parameter,
  value: Domain['values'][number]['value'],
  from: Situation,
  random: Rng,
): Situation | undefined {
  for (let i = 0; i < PROPOSALS; i++) {
    const { arguments: args } = propose(study, tool, from, random, new Map([[parameter.index, value]]))
    const attempt = study.prober.attempt(from.world, tool.spec.name, args)
    if (attempt.ok) return after(study, from, { tool, arguments: args }, attempt)
  }
  return undefined
}
