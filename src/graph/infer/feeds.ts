import type { Json } from '../../core/json.js'
import { type Rng, sampleOf } from '../../core/random.js'
import { feedOf, type Ledger } from './ledger.js'
import { mayBeKey } from './parameters.js'
import { fits, type Domain } from './pool.js'
import { baseFor } from './search.js'
import { startOf } from './moves.js'
import type { Situation } from './situation.js'
import { isUsual, type Study } from './study.js'
import type { Parameter, Tool } from './tools.js'
import { type Step, tryLink } from './transition.js'
import type { Trials } from './trials.js'
import { stepWith } from './walk.js'

const STARTS = 16
const PLACES = 10
const CALLS = 12
const VALUES = 10
const ENOUGH = 2
/** Other arguments tried beside a value that must fit them, as a place of arrival must fit one of departure. */
const OTHERS = 6
const TRIES = 24
/** An origin tells which values are likely to work where this share of its values did. */
const LIKELY = 0.08

/** Calls every tool for its results and gives those that look like values that work elsewhere to the tools that take them. */
export function tryFeeds({ study, ledger, places, random, spent }: Trials): void {
  const untouched = Array.from({ length: STARTS }, (_, seed) => startOf(study, seed))
  for (const place of [...untouched, ...sampleOf(random, places, PLACES)]) {
    for (const producer of study.tools) {
      const step = spent() ? undefined : tellingStep(study, place, producer, random)
      if (step) feedAll(study, ledger, step, random)
    }
  }
}

/** A call that got another answer than the usual one, if one is found soon. */
function tellingStep(study: Study, place: Situation, tool: Tool, random: Rng): Step | undefined {
  let step: Step | undefined
  for (let i = 0; i < CALLS; i++) {
    step = stepWith(study, place, tool, random) ?? step
    const notes = study.notes[tool.index]
    if (!step || !notes || !isUsual(notes, step.result)) return step
  }
  return step
}

function feedAll(study: Study, ledger: Ledger, step: Step, random: Rng): void {
  const [, , shown = new Map<string, Domain>()] = step.to.pools
  const last = step.to.made.length - 1
  const domains = [...shown.values()].filter(
    ({ origin, values }) => origin.from === 'result' && values.some(({ call }) => call === last),
  )
  for (const tool of study.tools) {
    for (const parameter of tool.parameters.filter((candidate) => mayBeKey(study, tool, candidate))) {
      const likely = likelyValues(study, tool, parameter, step.to)
      for (const domain of domains) {
        const { origin } = domain
        if (origin.from !== 'result') continue
        const feed = feedOf(ledger, step.call.tool, tool, {
          path: origin.path,
          transform: origin.transform,
          parameter: parameter.name,
        })
        if (feed.confirmed >= ENOUGH && feed.seeds.size >= ENOUGH) continue
        const values = domain.values.filter(
          ({ call, value }) => call === last && fits(parameter, value) && likely.has(value),
        )
        const base = values.length > 0 ? baseFor(study, tool, step.to, TRIES, random) : undefined
        sampleOf(random, values, VALUES).some((valued) =>
          tryLink(study, ledger, step, tool, base, { parameter, domain, valued }, false, random, base ? OTHERS : 0),
        )
      }
    }
  }
}

/** Values lying here at origins whose values worked for the parameter. */
function likelyValues(study: Study, tool: Tool, parameter: Parameter, { pools }: Situation): Set<Json> {
  const origins = study.notes[tool.index]?.trials[parameter.index]?.origins ?? new Map<string, never>()
  const good = [...origins].filter(([, { tried, succeeded }]) => succeeded >= LIKELY * tried).map(([key]) => key)
  return new Set(pools.flatMap((pool) => good.flatMap((key) => pool.get(key)?.values.map(({ value }) => value) ?? [])))
}
