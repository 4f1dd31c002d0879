import { forEachLeaf, type Json, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { at, formatPointer, type Pointer } from '../core/pointer.js'
import { type Condition, holds, type Request } from '../core/reference.js'
import type { Trace } from '../core/trace.js'
import type { Discrepancy } from '../core/verdict.js'
import { createWorld, type World } from '../environment/index.js'
import { conditionalFor } from '../language/index.js'
import { type BlindRun, carryOut } from './blind.js'
import type { ActingTurn } from './context.js'
import { type Gold, reaches } from './gold.js'
import { readNext } from './reading.js'
import { withFacts } from './twin.js'

/** A world that differs by one fact, so that what a turn's last wish hangs on turns out otherwise, and what is right there. */
export interface OtherBranch {
  readonly world: World
  readonly gold: Gold
}

/** The last wish of a trace and what it hangs on. */
interface Hanging {
  readonly request: Request
  readonly only: Condition
  /** What the leaf turned out to be, and the tool that told it. */
  readonly leaf: Json
  readonly tool: string
}

function hangingIn({ requests, goal, calls }: Trace): Hanging | undefined {
  const request = requests.at(-1)
  const made = request?.only && calls[goal.calls[request.only.of] ?? -1]
  const leaf = made && request.only && at(untag(made.result.value), request.only.at)
  return request?.only && made && leaf !== undefined
    ? { request, only: request.only, leaf, tool: made.call.name }
    : undefined
}

/** Both branches of a wish that hangs on something are carried out, each in a world where it is the right one. */
export function verifyCondition(context: ActingTurn): Discrepancy[] {
  const { turn, trace } = context
  if (!trace.requests.some(({ only }) => only)) return []
  const claim: Discrepancy = { kind: 'unproved', turn, about: 'the other branch of what the user made conditional' }
  return otherBranchOf(context) ? [] : [claim]
}

/** Agents that do not look at what a wish hangs on: one always meets it, one never does. Each fails in one of the two worlds. */
export function careless(context: ActingTurn, gold: Gold): { readonly name: string; readonly killed: boolean }[] {
  const { start, messages, query, trace } = context
  const other = otherBranchOf(context)
  if (!other) return []
  const plain = trace.requests.map(({ tool, arguments: args }): Request => ({ tool, arguments: args }))
  const agents = [
    { name: 'always', requests: plain },
    { name: 'never', requests: plain.slice(0, -1) },
  ]
  return agents.map(({ name, requests }) => {
    const passes = (world: World, right: Gold): boolean => {
      const run = carryOut(context, world, messages, query.text, requests)
      return run.done && reaches(right, run.world, run.calls, run.results)
    }
    return { name, killed: !(passes(start, gold) && passes(other.world, other.gold)) }
  })
}

const branches = new WeakMap<
  Trace,
  { readonly start: World; readonly text: string; readonly other: OtherBranch | undefined }
>()

/**
 * The other branch of a turn's conditional wish; undefined where the turn has none or no single fact leads to it. Remembered for
 * the words it was found by: in other words for the same trace, the message may mean something else there.
 */
export function otherBranchOf(context: ActingTurn): OtherBranch | undefined {
  const { start, trace, query } = context
  const { text } = query
  const known = branches.get(trace)
  if (known?.start === start && known.text === text) return known.other
  const hanging = hangingIn(trace)
  const other = hanging && findBranch(context, hanging)
  branches.set(trace, { start, text, other })
  return other
}

function findBranch(context: ActingTurn, hanging: Hanging): OtherBranch | undefined {
  const { start, graph, messages, query } = context
  const environment = graph.tools.get(hanging.tool)?.spec.environment ?? ''
  const { requests } = readNext(context.lexicon, messages, query.text)
  for (const place of placesOf(start.stateOf(environment), hanging)) {
    for (const was of substitutes(context, hanging)) {
      const world = createWorld(start.environments, withFacts(start.snapshot(), [{ environment, at: place, was }]))
      if (!isTold(context, world, hanging, was)) continue
      const run = carryOut(context, world, messages, query.text, requests)
      const gold = goldOfBranch(run, hanging, was)
      if (gold) return { world, gold }
    }
  }
  return undefined
}

/** Places tried, those first that are named as what decides. */
const PLACES = 12

function placesOf(state: Json, { only, leaf }: Hanging): Pointer[] {
  const places: Pointer[] = []
  const name = only.at.split('/').at(-1) ?? ''
  forEachLeaf(state, (value, path) => {
    if (sameJson(value, leaf)) places.push(formatPointer(path))
  })
  const isNamed = (place: Pointer): boolean => place.includes(name)
  return [...places.filter(isNamed), ...places.filter((place) => !isNamed(place))].slice(0, PLACES)
}

/** What the leaf would have to be for the other branch. */
function substitutes({ lexicon }: ActingTurn, { request, only, leaf }: Hanging): Json[] {
  if (only.test === 'is')
    return holds(only, leaf) ? [...(conditionalFor(lexicon, request)?.definition.others ?? [])] : [only.limit]
  const [found, limit] = [Number(leaf), Number(only.limit)]
  return [2 * limit - found, limit + (limit > found ? 1 : -1)].filter((value) => value > 0)
}

/** Does the turn, as far as what decides, go on as it did, and is the other value told there? */
function isTold({ trace }: ActingTurn, world: World, { only, tool }: Hanging, value: Json): boolean {
  const fork = world.fork()
  const deciding = trace.goal.calls[only.of] ?? 0
  return trace.calls.slice(0, deciding + 1).every(({ call }) => {
    const result = fork.call(call)
    return !result.error && (call.name !== tool || sameJson(at(untag(result.value), only.at), value))
  })
}

/** What is right in the other world: the other branch, with nothing refused on the way. */
function goldOfBranch(run: BlindRun, { request, only, leaf, tool }: Hanging, value: Json): Gold | undefined {
  const met = run.calls.some(({ name }, i) => name === request.tool && !run.results[i]?.error)
  const refused = run.results.some(({ error }) => error)
  if (!run.done || refused || met === holds(only, leaf) || met !== holds(only, value)) return undefined
  const call = run.calls.findIndex(({ name }) => name === tool)
  const answers = [{ call, path: only.at, tool, value }]
  return { world: run.world, answers, lists: [], unwitnessed: [], refusals: [] }
}
