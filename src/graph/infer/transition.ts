import { sameJson, type Json } from '../../core/json.js'
import { chance, type Rng, sampleOf } from '../../core/random.js'
import { freshValue } from './fresh.js'
import { confirm, feedOf, type Ledger, seenOf } from './ledger.js'
import { mayBeKey } from './parameters.js'
import { isChecked, isPlanted } from './planted.js'
import { fits, type Domain, type Valued } from './pool.js'
import type { Attempt } from './prober.js'
import { propose, withArgument } from './propose.js'
import { baseFor } from './search.js'
import { knewBefore, situationBefore } from './moves.js'
import type { Base, Call, Situation } from './situation.js'
import { overlaps, type Study, works } from './study.js'
import type { Parameter, Tool } from './tools.js'

/** A successful call, with the situations before and after it. */
export interface Step {
  readonly from: Situation
  readonly call: Call
  readonly to: Situation
  readonly result: Json
  /** Patterns of the state it wrote; undefined where that cannot be seen. */
  readonly wrote: readonly string[] | undefined
}

/** A value that a tool's parameter may take, and where it comes from. */
export interface Link {
  readonly parameter: Parameter
  readonly domain: Domain
  readonly valued: Valued
}

const FRESH_VALUES = 2
const LINKS = 3
const ENOUGH = 4
const ENOUGH_SEEDS = 3
const VAIN = 14

/**
 * Compares what every tool answers before and after a step, with the same arguments: arguments that work before or
 * after it, and arguments that take a value from the step's call or from earlier results.
 */
export function compareAround(study: Study, ledger: Ledger, step: Step, random: Rng): void {
  for (const tool of study.tools) {
    const touched = touches(study, step, tool)
    const base = touched ? rebase(study, ledger, step, tool, random) : carry(step, tool)
    for (const link of linksTo(study, ledger, step, tool, touched, random))
      tryLink(study, ledger, step, tool, base, link, touched, random)
  }
}

/** Could the step have changed what the tool answers? */
export function touches(study: Study, { wrote, from, to }: Step, tool: Tool): boolean {
  if (!study.seesState) return true
  if (from.world.stateOf(study.environment.ref.name) === to.world.stateOf(study.environment.ref.name)) return false
  const reads = study.notes[tool.index]?.reads
  return wrote === undefined || reads === undefined || overlaps(wrote, [...reads])
}

function carry({ from, to }: Step, tool: Tool): Base | undefined {
  const base = from.bases.get(tool.index)
  if (base !== undefined) to.bases.set(tool.index, base)
  return base ?? undefined
}

/** Arguments that work after the step; on the way, what the step changed for them and for those that worked before. */
function rebase(study: Study, ledger: Ledger, step: Step, tool: Tool, random: Rng): Base | undefined {
  const before = step.from.bases.get(tool.index)
  if (before) {
    const { now } = compare(study, ledger, step, { tool, arguments: before.arguments })
    if (now.ok) step.to.bases.set(tool.index, before)
  }
  const rate = rateOf(study, tool)
  const base = baseFor(study, tool, step.to, rate > 0.3 ? 6 : before === null ? 16 : 24, random)
  if (base && base !== before) compare(study, ledger, step, { tool, arguments: base.arguments })
  return base
}

function rateOf(study: Study, tool: Tool): number {
  const { successes = 0, calls = 0 } = study.notes[tool.index] ?? {}
  return successes / Math.max(1, calls)
}

/** Makes a call before and after the step and notes what that shows. */
export function compare(
  study: Study,
  ledger: Ledger,
  { from, call, to }: Step,
  tried: Call,
): { earlier: Attempt; now: Attempt } {
  const { name } = tried.tool.spec
  const earlier = study.prober.attempt(from.world, name, tried.arguments)
  const now = study.prober.attempt(to.world, name, tried.arguments)
  const sighting = { seed: from.seed, before: from.made, between: [call], call: tried }
  if (earlier.ok && !now.ok) confirm(seenOf(ledger.disables, call.tool, tried.tool), sighting)
  if (call.tool === tried.tool) return { earlier, now }
  if (!earlier.ok && now.ok) confirm(seenOf(ledger.enables, call.tool, tried.tool), sighting)
  if (earlier.ok && now.ok && !study.notes[tried.tool.index]?.draws && !sameJson(earlier.value, now.value))
    confirm(seenOf(ledger.affects, call.tool, tried.tool), sighting)
  return { earlier, now }
}

/** Values worth trying: for key parameters from the step's call and earlier results, for others from its arguments. */
export function linksTo(study: Study, ledger: Ledger, step: Step, tool: Tool, touched: boolean, random: Rng): Link[] {
  const [, , shown = new Map<string, Domain>()] = step.to.pools
  const last = step.to.made.length - 1
  return tool.parameters
    .filter(({ closed, type }) => !closed && type !== 'object')
    .flatMap((parameter) => {
      const key = mayBeKey(study, tool, parameter)
      const links = [...shown.values()].flatMap((domain) =>
        domain.values
          .filter(({ value }) => fits(parameter, value))
          .map((valued): Link => ({ parameter, domain, valued })),
      )
      const fresh = links.filter(({ valued }) => valued.call === last)
      const own = fresh.filter((link) => isOpen(study, ledger, step, tool, link, touched, random))
      if (!key)
        return sampleOf(
          random,
          own.filter(({ domain }) => domain.origin.from === 'argument'),
          1,
        )
      const old = links.filter(({ valued, domain }) => valued.call !== last && domain.origin.from === 'result')
      const oldOpen = old.filter((link) => isOpen(study, ledger, step, tool, link, false, random))
      return [...sampleOf(random, own, LINKS), ...sampleOf(random, oldOpen, 1)]
    })
}

/** Is there still something to learn from the link? */
function isOpen(
  study: Study,
  ledger: Ledger,
  { call }: Step,
  tool: Tool,
  { parameter, domain }: Link,
  touched: boolean,
  random: Rng,
): boolean {
  const { origin } = domain
  if (touched && call.tool !== tool) {
    const { confirmed, seeds } = seenOf(ledger.enables, call.tool, tool)
    if (confirmed < ENOUGH || seeds.size < ENOUGH_SEEDS) return true
  }
  if (origin.from !== 'result') return touched && chance(random, 1, 3)
  const producer = study.tools.find(({ spec }) => spec.name === origin.tool)
  if (!producer) return false
  const feed = feedOf(ledger, producer, tool, {
    path: origin.path,
    transform: origin.transform,
    parameter: parameter.name,
  })
  if (feed.confirmed >= ENOUGH && feed.seeds.size >= ENOUGH_SEEDS) return false
  return feed.confirmed > 0 || feed.tried < VAIN || chance(random, 1, 8)
}

/** Calls the tool with the linked value, beside arguments that work and so many others, and notes what that shows. Did it work? */
export function tryLink(
  study: Study,
  ledger: Ledger,
  step: Step,
  tool: Tool,
  base: Base | undefined,
  link: Link,
  touched: boolean,
  random: Rng,
  others = 0,
): boolean {
  const { parameter, valued, domain } = link
  const feeds = domain.origin.from === 'result' && mayBeKey(study, tool, parameter)
  for (let i = 0; i <= others; i++) {
    const filled =
      base && i === 0
        ? withArgument(base, parameter, domain.key, valued.value)
        : propose(study, tool, step.to, random, new Map([[parameter.index, valued.value]]))
    const call = { tool, arguments: filled.arguments }
    const now = touched
      ? compare(study, ledger, step, call).now
      : study.prober.attempt(step.to.world, tool.spec.name, filled.arguments)
    study.weights.judge(tool, parameter.index, domain.key, now.ok, now.ok ? 1 : 0.25)
    if (feeds && (now.ok || i === others)) tryFeed(study, ledger, step, call, link, now.ok, random)
    if (now.ok) return true
  }
  return false
}

/** A value from a result works: do random values of the same type fail in its place? */
function tryFeed(
  study: Study,
  ledger: Ledger,
  { to }: Step,
  call: Call,
  { parameter, domain, valued }: Link,
  ok: boolean,
  random: Rng,
): void {
  const { origin } = domain
  if (origin.from !== 'result' || valued.call === undefined || valued.place === undefined) return
  const producer = to.made[valued.call]?.tool
  if (!producer) return
  const feed = feedOf(ledger, producer, call.tool, {
    path: origin.path,
    transform: origin.transform,
    parameter: parameter.name,
  })
  feed.tried += 1
  if (!ok || !works(study, call.tool, to.world, call.arguments)) return
  const { value, call: index } = valued
  const known = (made: number): boolean => knewBefore(to, made, value)
  const checked = (): boolean => {
    const [before, made] = [situationBefore(to, index), to.made[index]]
    return before !== undefined && made !== undefined && isChecked(study, value, before.world, made, random)
  }
  if (isPlanted(study, value, to.made, index, known, checked)) return
  const refused = Array.from({ length: FRESH_VALUES }, () => freshValue(parameter.schema, random))
  const fails = (other: Json): boolean =>
    !works(study, call.tool, to.world, { ...call.arguments, [parameter.name]: other })
  if (!refused.every(fails)) return
  confirm(feed, {
    seed: to.seed,
    before: to.made,
    between: [],
    call,
    value: { call: valued.call, place: valued.place, value: valued.value },
    refused,
  })
}
