import { canonicalJson } from '../../core/digest.js'
import { isArray, isObject, type Json } from '../../core/json.js'
import type { Trace } from '../../core/trace.js'
import type { World } from '../../environment/index.js'

/** What a state holds, by place; an element of a list is a place of its own. */
type Places = ReadonlyMap<string, Json>

/**
 * Does a later wish of the trace overwrite or take back what an earlier one about the same thing just wrote? Nobody asks for
 * a flight to be insured and cancelled in one breath. Filling in what was left empty, and counting on, undo nothing.
 */
export function undoesItself({ calls, goal }: Trace, start: World): boolean {
  const [first, ...later] = goal.calls
  if (first === undefined || !later.some((goalCall) => isAboutTheSame(calls, first, goalCall))) return false
  const world = start.fork()
  const written = new Map<string, Json | undefined>()
  for (const [i, { call }] of calls.entries()) {
    const before = world.observe()
    world.call(call)
    if (!goal.calls.includes(i)) continue
    const after = world.observe()
    const changes = Object.keys(after).flatMap((environment) => changesIn(environment, before, after))
    if (changes.some(([place, value]) => written.has(place) && !isFilledIn(written.get(place), value))) return true
    for (const [place, value] of changes) written.set(place, value)
  }
  return false
}

function isAboutTheSame(calls: Trace['calls'], first: number, second: number): boolean {
  const shown = canonicalJson([calls[first]?.call.arguments ?? null, calls[first]?.result.value ?? null])
  return Object.values(calls[second]?.call.arguments ?? {}).some((value) => shown.includes(JSON.stringify(value)))
}

type Observed = ReturnType<World['observe']>

function changesIn(environment: string, before: Observed, after: Observed): [place: string, value: Json | undefined][] {
  const [was, is] = [before[environment] ?? null, after[environment] ?? null]
  return was === is ? [] : changesBetween(placesOf(environment, was), placesOf(environment, is))
}

const noted = new WeakMap<object, Places>()

/** What an environment shows of a state, by place; remembered, since wishes are weighed from the same few states. */
function placesOf(environment: string, observed: Json): Places {
  const known = noted.get(observed as object)
  if (known) return known
  const places = new Map<string, Json>()
  const note = (value: Json, place: string): void => {
    if (isArray(value)) for (const item of value) places.set(`${place}/${canonicalJson(item)}`, true)
    else if (isObject(value)) for (const [key, child] of Object.entries(value)) note(child, `${place}/${key}`)
    else places.set(place, value)
  }
  note(observed, `/${environment}`)
  noted.set(observed as object, places)
  return places
}

function changesBetween(before: Places, after: Places): [place: string, value: Json | undefined][] {
  const places = new Set([...before.keys(), ...after.keys()])
  return [...places]
    .filter((place) => before.get(place) !== after.get(place))
    .filter((place) => typeof (after.get(place) ?? before.get(place)) !== 'number')
    .map((place) => [place, after.get(place)])
}

function isFilledIn(before: Json | undefined, after: Json | undefined): boolean {
  return (before === '' || before === null) && after !== undefined
}
