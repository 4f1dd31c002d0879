import { type Json, type JsonObject, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { at, formatPointer, withValueAt } from '../core/pointer.js'
import type { Reference, Request } from '../core/reference.js'
import type { Binding, Source } from '../core/trace.js'
import { type ApiGraph, type GraphOutput, type GraphTool, toolNamed } from './graph.js'
import type { Knowledge } from './knowledge.js'
import { movesBetween, placedParameter } from './place.js'
import { resolve, resolveUnsaid, type Resolution } from './resolve.js'

/** Why a call is planned: for the chain of thought, and to tell goals from hidden steps. */
export type Purpose =
  | { readonly kind: 'goal'; readonly request: number }
  | {
      readonly kind: 'lookup'
      readonly entity: string
      readonly by?: { readonly field: string; readonly value: Json }
      readonly for: string
    }
  | { readonly kind: 'condition'; readonly condition: string; readonly for: string }
  | { readonly kind: 'search'; readonly name: string; readonly for: string }
  | { readonly kind: 'move'; readonly to: string; readonly place: string; readonly for: string }

export interface PlannedCall {
  readonly tool: string
  readonly arguments: JsonObject
  readonly bindings: readonly Binding[]
  /** The request it serves, by index. */
  readonly request: number
  readonly purpose: Purpose
}

export interface Stuck {
  readonly reason: 'missing-parameter' | 'ambiguous' | 'not-found' | 'unknown-tool' | 'failed'
  readonly tool: string
  readonly parameter?: string
}

/** What to do next for a user's requests: independent calls that can be made now, or that all is done, or why not. */
export type NextCalls =
  /** `ordered`: moves, of which each starts where the one before ended; other calls are independent. */
  | { readonly kind: 'calls'; readonly calls: readonly PlannedCall[]; readonly ordered: boolean }
  | { readonly kind: 'done'; readonly goals: readonly number[] }
  | { readonly kind: 'stuck'; readonly stuck: Stuck }

/**
 * Plans backwards over the graph from the first request that is not done: what its arguments and conditions need, what
 * those need in turn, and returns the calls whose own needs are all met. Works from visible knowledge only, so the
 * sampler's traces contain nothing an assistant could not know (DESIGN "informed").
 */
export function nextCalls(graph: ApiGraph, requests: readonly Request[], knowledge: Knowledge): NextCalls {
  const goals: number[] = []
  const current = knowledge.calls.filter(({ turn }) => turn === knowledge.turn)
  for (const [index, request] of requests.entries()) {
    if (!graph.tools.has(request.tool)) return { kind: 'stuck', stuck: { reason: 'unknown-tool', tool: request.tool } }
    const planned = planCall(
      graph,
      knowledge,
      toolNamed(graph, request.tool),
      request.arguments,
      { kind: 'goal', request: index },
      index,
      0,
      true,
    )
    if (planned.kind === 'stuck') return planned
    if (planned.kind === 'needs') return firstOf(planned.needs)
    const made = current.find(
      ({ call, index: position }) =>
        !goals.includes(position) &&
        call.name === planned.call.tool &&
        sameJson(untag(call.arguments), untag(planned.call.arguments)),
    )
    if (!made) {
      const ready = planCall(
        graph,
        knowledge,
        toolNamed(graph, request.tool),
        request.arguments,
        { kind: 'goal', request: index },
        index,
        0,
        false,
      )
      if (ready.kind === 'stuck') return ready
      return ready.kind === 'needs' ? firstOf(ready.needs) : { kind: 'calls', calls: [ready.call], ordered: false }
    }
    if (made.result.error) return { kind: 'stuck', stuck: { reason: 'failed', tool: request.tool } }
    goals.push(made.index)
  }
  return { kind: 'done', goals }
}

/** Conditions come first, then look-ups that can be made together, then moves, which change where everything else happens. */
function firstOf(needs: readonly PlannedCall[]): NextCalls {
  const distinct = needs.filter(
    (call, i) =>
      needs.findIndex(
        (other) =>
          other.purpose.kind !== 'move' && other.tool === call.tool && sameJson(other.arguments, call.arguments),
      ) === i || call.purpose.kind === 'move',
  )
  const conditions = distinct.filter(({ purpose }) => purpose.kind === 'condition')
  if (conditions.length > 0) return { kind: 'calls', calls: conditions.slice(0, 1), ordered: false }
  const still = distinct.filter(({ purpose }) => purpose.kind !== 'move')
  return still.length > 0
    ? { kind: 'calls', calls: still, ordered: false }
    : { kind: 'calls', calls: distinct, ordered: true }
}

type Planned =
  | { readonly kind: 'ready'; readonly call: PlannedCall }
  | { readonly kind: 'needs'; readonly needs: readonly PlannedCall[] }
  | { readonly kind: 'stuck'; readonly stuck: Stuck }

const MAX_DEPTH = 5

/** `argumentsOnly`: leave out conditions and places, which later calls of the turn may have changed again. */
function planCall(
  graph: ApiGraph,
  knowledge: Knowledge,
  tool: GraphTool,
  references: Request['arguments'],
  purpose: Purpose,
  request: number,
  depth: number,
  argumentsOnly: boolean,
): Planned {
  const name = tool.spec.name
  if (depth > MAX_DEPTH) return { kind: 'stuck', stuck: { reason: 'not-found', tool: name } }
  const needs: PlannedCall[] = []
  let args: JsonObject = {}
  const bindings: Binding[] = []
  const take = (pointer: string, value: Json, source: Source): void => {
    args = withValueAt(args, pointer, value) as JsonObject
    bindings.push({ at: pointer, value, source })
  }
  const parameterOf = (key: string): string => key.split('/')[0] ?? key
  const unsaid = tool.parameters.filter(
    ({ name: parameter, required }) =>
      required && !Object.keys(references).some((key) => parameterOf(key) === parameter),
  )
  const wanted: { key: string; entity: string | undefined; reference?: Reference }[] = [
    ...Object.entries(references).map(([key, reference]) => ({
      key,
      entity: tool.parameters.find(({ name: parameter }) => parameter === key)?.entity,
      reference,
    })),
    ...unsaid.map(({ name: key, entity }) => ({ key, entity })),
  ]
  for (const { key, entity, reference } of wanted) {
    const resolution: Resolution = reference
      ? resolve(knowledge, reference, entity)
      : entity === undefined
        ? { kind: 'unknown' }
        : resolveUnsaid(knowledge, entity)
    if (resolution.kind === 'found') {
      take(
        `/${key
          .split('/')
          .map((part) => formatPointer([part]).slice(1))
          .join('/')}`,
        resolution.value,
        resolution.source,
      )
      continue
    }
    if (resolution.kind === 'ambiguous')
      return { kind: 'stuck', stuck: { reason: 'ambiguous', tool: name, parameter: key } }
    if (entity === undefined || reference?.by === 'earlier')
      return { kind: 'stuck', stuck: { reason: 'missing-parameter', tool: name, parameter: key } }
    const lookup = planLookup(graph, knowledge, entity, reference, name, request, depth + 1)
    if (lookup.kind === 'stuck')
      return lookup.stuck.reason === 'not-found'
        ? {
            kind: 'stuck',
            stuck: { reason: reference ? 'not-found' : 'missing-parameter', tool: name, parameter: key },
          }
        : lookup
    needs.push(...(lookup.kind === 'ready' ? [lookup.call] : lookup.needs))
  }
  if (!argumentsOnly) {
    const conditions = planConditions(graph, knowledge, tool, request, depth)
    if (conditions.kind === 'stuck') return conditions
    if (conditions.kind === 'needs') needs.push(...conditions.needs)
    const place = planPlace(graph, knowledge, tool, args, request)
    if (place.kind === 'stuck') return place
    if (place.kind === 'needs') needs.push(...place.needs)
  }
  if (needs.length > 0) return { kind: 'needs', needs }
  const ordered = Object.fromEntries(
    tool.parameters
      .filter(({ name: parameter }) => args[parameter] !== undefined)
      .map(({ name: parameter }) => [parameter, args[parameter] as Json]),
  )
  return { kind: 'ready', call: { tool: name, arguments: ordered, bindings, request, purpose } }
}

/** A call that finds a thing by a description, or any thing of a type that stands alone (a token). */
function planLookup(
  graph: ApiGraph,
  knowledge: Knowledge,
  entity: string,
  reference: Reference | undefined,
  consumer: string,
  request: number,
  depth: number,
): Planned {
  let stuck: Planned = { kind: 'stuck', stuck: { reason: 'not-found', tool: consumer } }
  for (const { tool, output } of graph.producers(entity)) {
    const references = lookupArguments(tool, output, reference)
    if (!references || tool.spec.name === consumer || tool.spec.effect === 'write') continue
    const by = reference?.by === 'field' ? { by: { field: reference.field, value: reference.value } } : {}
    const planned = planCall(
      graph,
      knowledge,
      tool,
      references,
      { kind: 'lookup', entity, ...by, for: consumer },
      request,
      depth,
      false,
    )
    if (planned.kind === 'stuck') {
      if (planned.stuck.reason === 'ambiguous') stuck = planned
      continue
    }
    if (planned.kind === 'ready' && wasMade(knowledge, planned.call)) continue
    return planned
  }
  return stuck
}

function lookupArguments(
  tool: GraphTool,
  output: GraphOutput,
  reference: Reference | undefined,
): Request['arguments'] | undefined {
  if (!reference) return output.collection ? undefined : {}
  if (reference.by !== 'field') return undefined
  if (
    !output.collection &&
    reference.match === 'equals' &&
    tool.parameters.some(({ name }) => name === reference.field)
  ) {
    return { [reference.field]: { by: 'value', value: reference.value } }
  }
  return output.collection && output.fields.includes(reference.field) ? {} : undefined
}

function wasMade(knowledge: Knowledge, planned: PlannedCall): boolean {
  return knowledge.calls.some(
    ({ call }) => call.name === planned.tool && sameJson(untag(call.arguments), untag(planned.arguments)),
  )
}

function planConditions(
  graph: ApiGraph,
  knowledge: Knowledge,
  tool: GraphTool,
  request: number,
  depth: number,
): Planned | { readonly kind: 'none' } {
  for (const condition of tool.requires) {
    if (knowledge.conditions.has(condition)) continue
    const name = tool.spec.name
    for (const establisher of graph.establishers(condition)) {
      const args = establisher.establishes.find((established) => established.condition === condition)?.arguments ?? {}
      const references = Object.fromEntries(
        Object.entries(args).map(([key, value]) => [key, { by: 'value', value } as const]),
      )
      const planned = documented(
        planCall(
          graph,
          knowledge,
          establisher,
          references,
          { kind: 'condition', condition, for: name },
          request,
          depth + 1,
          false,
        ),
        args,
      )
      if (planned.kind === 'ready') return { kind: 'needs', needs: [planned.call] }
      if (planned.kind === 'needs') return planned
    }
    return { kind: 'stuck', stuck: { reason: 'missing-parameter', tool: name, parameter: condition } }
  }
  return { kind: 'none' }
}

/** What makes a tool establish a condition is documented, not said by anybody. */
function documented(planned: Planned, args: JsonObject): Planned {
  if (planned.kind !== 'ready') return planned
  const bindings = planned.call.bindings.map((binding) =>
    Object.hasOwn(args, binding.at.slice(1))
      ? { ...binding, source: { from: 'default', of: binding.at } as const }
      : binding,
  )
  return { kind: 'ready', call: { ...planned.call, bindings } }
}

function planPlace(
  graph: ApiGraph,
  knowledge: Knowledge,
  tool: GraphTool,
  args: JsonObject,
  request: number,
): Planned | { readonly kind: 'none' } {
  const places = graph.places(tool.spec.environment)
  const parameter = places && placedParameter(places, tool)
  const name = parameter === undefined ? undefined : args[parameter]
  if (!places || typeof name !== 'string') return { kind: 'none' }
  const here = knowledge.places.get(tool.spec.environment) ?? '/'
  const where = knowledge.located.get(name) ?? new Map<string, Source>()
  if (where.has(here)) return { kind: 'none' }
  if (where.size > 1)
    return { kind: 'stuck', stuck: { reason: 'ambiguous', tool: tool.spec.name, parameter: parameter ?? '' } }
  const [found] = where
  if (!found) {
    const [parameterValue, everywhere] = [{ [places.search.parameter]: name }, places.search.everywhere]
    const search: PlannedCall = {
      tool: places.search.tool,
      arguments: { ...everywhere, ...parameterValue },
      bindings: [
        ...Object.keys(everywhere).map((key) => ({
          at: formatPointer([key]),
          value: everywhere[key] as Json,
          source: { from: 'default', of: formatPointer([key]) } as const,
        })),
        { at: formatPointer([places.search.parameter]), value: name, source: { from: 'user' } },
      ],
      request,
      purpose: { kind: 'search', name, for: tool.spec.name },
    }
    return wasMade(knowledge, search) ? { kind: 'none' } : { kind: 'needs', needs: [search] }
  }
  const [there, source] = found
  const parameterAt = formatPointer([places.move.parameter])
  const moves = movesBetween(places, here, there).map((to): PlannedCall => ({
    tool: places.move.tool,
    arguments: { [places.move.parameter]: to },
    bindings: [
      {
        at: parameterAt,
        value: to,
        source: to === places.move.up ? { from: 'default', of: parameterAt } : moveSource(knowledge, source, to),
      },
    ],
    request,
    purpose: { kind: 'move', to, place: there, for: tool.spec.name },
  }))
  return { kind: 'needs', needs: moves }
}

/** What shows a folder's name: the search that found the thing, else whatever named the folder before. */
function moveSource(knowledge: Knowledge, found: Source, to: string): Source {
  if (found.from === 'result' && found.part === 'segment') {
    const made = knowledge.calls.find(({ turn, index }) => turn === found.turn && index === found.call)
    if (
      made &&
      String(at(untag(made.result.value), found.path))
        .split('/')
        .includes(to)
    )
      return found
  }
  return (
    knowledge.atoms.findLast(({ value }) => value === to)?.source ?? {
      from: 'message',
      turn: 0,
      role: 'system',
      span: [0, 0],
    }
  )
}
