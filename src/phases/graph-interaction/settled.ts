import { isObject, type Json, sameJson } from '../../core/json.js'
import { untag } from '../../core/number.js'
import type { ToolCall } from '../../core/tool.js'
import type { Trace } from '../../core/trace.js'
import type { Visible } from '../../core/visible.js'
import type { ApiGraph } from '../../graph/index.js'

/** Messages back to which one remembers having made or changed a thing. */
const RECENT = 2

/** A call that did what it was for, and the turn in which it did. */
interface Done {
  readonly turn: number
  readonly call: ToolCall
  readonly shown: Json
}

/**
 * Is a wish of the trace about a thing that an earlier wish was the end of, is it the end of what was changed just before, or
 * does it take back or repeat what was wished for? Nobody resolves a ticket that is closed, or insures a trip and then cancels it.
 */
export function isSettled({ calls, goal }: Trace, graph: ApiGraph, { turn, calls: before }: Visible): boolean {
  const done: Done[] = before.flatMap((made) =>
    made.result.error ? [] : [{ turn: made.turn, call: made.call, shown: untag(made.result.value) }],
  )
  for (const index of goal.calls) {
    const traced = calls[index]
    if (!traced) continue
    const { call } = traced
    if (
      isAfterTheEnd(call, done, graph) ||
      endsAtOnce(call, turn, done, graph) ||
      takesBack(call, done, graph) ||
      isDoneAgain(call, done, graph)
    )
      return true
    if (!traced.result.error) done.push({ turn, call, shown: untag(traced.result.value) })
  }
  return false
}

function isAfterTheEnd(call: ToolCall, done: readonly Done[], graph: ApiGraph): boolean {
  return done.some((earlier) => {
    const ended = endedBy(earlier.call, graph)
    return ended !== undefined && thingsIn(call, graph).some((thing) => isSame(thing, ended))
  })
}

/** Does a call put an end to what a change of this message or of the last few was about? */
function endsAtOnce(call: ToolCall, turn: number, done: readonly Done[], graph: ApiGraph): boolean {
  const ended = endedBy(call, graph)
  return (
    ended !== undefined &&
    done.some(
      (earlier) =>
        earlier.turn >= turn - RECENT &&
        graph.tools.get(earlier.call.name)?.spec.effect !== 'read' &&
        (thingsIn(earlier.call, graph).some((thing) => isSame(thing, ended)) || shows(earlier.shown, ended.value)),
    )
  )
}

function takesBack(call: ToolCall, done: readonly Done[], graph: ApiGraph): boolean {
  const reverted = graph.tools.get(call.name)?.reverts
  if (reverted === undefined) return false
  const things = thingsIn(call, graph)
  return done.some(
    (earlier) =>
      earlier.call.name === reverted &&
      thingsIn(earlier.call, graph).some((thing) => things.some((other) => sameJson(thing.value, other.value))),
  )
}

/**
 * Is the same done again to the same thing, in other words? Nobody comments on one post three times in a row; edits go on. Where a
 * tool says what it is wanted for once, that thing alone counts.
 */
function isDoneAgain(call: ToolCall, done: readonly Done[], graph: ApiGraph): boolean {
  const { spec, once, parameters = [] } = graph.tools.get(call.name) ?? {}
  const isEdit = parameters.some(({ name }) => isObject(call.arguments[name] ?? null))
  if (once === undefined && (spec?.effect !== 'write' || isEdit)) return false
  const meant = thingsIn(call, graph, once).filter(({ entity }) => graph.entity(entity)?.opaque === true)
  return (
    meant.length > 0 &&
    done.some(
      (earlier) =>
        earlier.call.name === call.name &&
        meant.every((thing) => thingsIn(earlier.call, graph).some((other) => isSame(thing, other))),
    )
  )
}

interface Thing {
  readonly entity: string
  readonly value: Json
}

function endedBy(call: ToolCall, graph: ApiGraph): Thing | undefined {
  const ends = graph.tools.get(call.name)?.ends
  return ends === undefined ? undefined : thingsIn(call, graph, ends)[0]
}

function thingsIn({ name, arguments: args }: ToolCall, graph: ApiGraph, only?: string): Thing[] {
  return (graph.tools.get(name)?.parameters ?? []).flatMap(({ name: parameter, entity }): Thing[] => {
    const value = args[parameter]
    const isMeant = only === undefined || only === parameter
    if (!isMeant || entity === undefined || value === undefined) return []
    return [untag(value)].flat().map((item) => ({ entity, value: item }))
  })
}

/** Is it the same thing, an account that is mentioned being the one that is followed? */
function isSame(one: Thing, other: Thing): boolean {
  return typeof one.value === 'string' && typeof other.value === 'string'
    ? one.value.replace(/^@/, '') === other.value.replace(/^@/, '')
    : one.entity === other.entity && sameJson(one.value, other.value)
}

/** Is a result about a thing that was made: not one of those it lists? */
function shows(result: Json, value: Json): boolean {
  return isObject(result) && Object.values(result).some((leaf) => sameJson(leaf, value))
}
