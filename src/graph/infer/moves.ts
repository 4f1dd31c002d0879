import type { Json } from '../../core/json.js'
import { untag } from '../../core/number.js'
import type { World } from '../../environment/index.js'
import { offersOf } from './extract.js'
import { grouped } from './grouped.js'
import { addTo, type Domain, type Pool, type Valued } from './pool.js'
import type { Attempt } from './prober.js'
import { leavesOf } from './shape.js'
import type { Study } from './study.js'
import type { Call, Situation } from './situation.js'

export function startOf(study: Study, seed: number): Situation {
  const { world, userKnows } = study.starts(seed)
  const start = new Map<string, Domain>()
  const known = userKnows.flatMap(({ value, by }) => [value, ...by.map((way) => way.value)])
  for (const [look, values] of grouped(known, lookOf))
    addTo(
      start,
      `u${look}`,
      { from: 'user' },
      values.map((value) => ({ value, holder: '' })),
    )
  addTo(
    start,
    'c',
    { from: 'clock' },
    [world.clock, world.clock.slice(0, 10)].map((value) => ({ value, holder: '' })),
  )
  return { seed, world, made: [], pools: [start, statePool(study, world), new Map()], bases: new Map() }
}

/** What a value looks like: letters, capitals and digits in runs, so that dates, codes and names fall apart. */
function lookOf(value: Json): string {
  if (typeof value !== 'string') return typeof value
  return value
    .replaceAll(/[a-z]+/g, 'a')
    .replaceAll(/[A-Z]+/g, 'A')
    .replaceAll(/\d+/g, '9')
    .replaceAll(/(Aa[ -]?)+/g, 'Aa')
    .slice(0, 12)
}

/** The situation after a successful call. */
export function after(study: Study, from: Situation, call: Call, { value, world }: Attempt): Situation {
  const [start = new Map(), state = new Map(), shown = new Map()] = from.pools
  const changed =
    !study.seesState || world.stateOf(study.environment.ref.name) !== from.world.stateOf(study.environment.ref.name)
  const next = new Map(shown)
  addResult(study, next, call, value, from.made.length)
  return {
    seed: from.seed,
    world,
    made: [...from.made, call],
    previous: from,
    pools: [start, changed ? statePool(study, world) : state, next],
    bases: changed ? new Map() : from.bases,
  }
}

/** The situation before the call of that index was made. */
export function situationBefore(situation: Situation, call: number): Situation | undefined {
  let before: Situation | undefined = situation
  while (before && before.made.length > call) before = before.previous
  return before
}

/** Was the value at hand before the call of that index was made? */
export function knewBefore(situation: Situation, call: number, value: Json): boolean {
  return (situationBefore(situation, call)?.pools ?? []).some((pool) =>
    [...pool.values()].some(({ values }) => values.some((valued) => valued.value === value)),
  )
}

function addResult(
  study: Study,
  pool: Map<string, Domain>,
  { tool, arguments: args }: Call,
  value: Json,
  call: number,
): void {
  const shape = study.resultShapes[tool.index]
  const offers = shape ? offersOf(value, shape) : []
  const groups = grouped(offers, ({ pattern, transform }) => `r${tool.index}${pattern}:${transform}`)
  for (const [key, group] of groups) {
    const [first] = group
    if (!first) continue
    const values = group.map((offer): Valued => ({
      value: offer.value,
      holder: `r${call}${offer.holder}`,
      call,
      place: offer.place,
    }))
    addTo(pool, key, { from: 'result', tool: tool.spec.name, path: first.pattern, transform: first.transform }, values)
  }
  for (const { index, name } of tool.parameters) {
    const given = args[name]
    if (given === undefined || given === null || typeof given === 'object') continue
    addTo(pool, `a${tool.index}.${index}`, { from: 'argument', tool: tool.spec.name, parameter: name }, [
      { value: given, holder: `a${call}`, call },
    ])
  }
}

const statePools = new WeakMap<object, Pool>()

function statePool(study: Study, world: World): Pool {
  if (!study.seesState) return new Map()
  const state = world.stateOf(study.environment.ref.name)
  const known = statePools.get(state as object)
  if (known) return known
  const pool = new Map<string, Domain>()
  const leaves = leavesOf(untag(state), study.stateShape).filter(
    ({ pattern, value }) => !pattern.startsWith('/generator') && typeof value !== 'boolean',
  )
  for (const [key, group] of grouped(leaves, ({ pattern, part }) => `s${pattern}:${part}`)) {
    const [first] = group
    if (first)
      addTo(
        pool,
        key,
        { from: 'state', path: first.pattern, part: first.part },
        group.map(({ value, holder }) => ({ value, holder: `s${holder}` })),
      )
  }
  statePools.set(state as object, pool)
  return pool
}
