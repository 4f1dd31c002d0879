import { type Json, type JsonObject, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { formatPointer, parsePointer, withValueAt } from '../core/pointer.js'
import { extremeIn, type Reference, type Request } from '../core/reference.js'
import type { Binding } from '../core/trace.js'
import type { ApiGraph, GraphOutput, GraphTool } from './graph.js'
import type { Knowledge } from './knowledge.js'
import { isMended } from './lapse.js'
import { planPlace } from './plan-place.js'
import type { Outlook, Planned, PlannedCall, Wish } from './planned-call.js'
import { resolve, resolveUnsaid, type Resolution } from './resolve.js'

const MAX_DEPTH = 5

/** A call with everything it takes: arguments (planned already, where given), session conditions, and being in the right place. */
export function planCall(
  outlook: Outlook,
  wish: Wish,
  depth: number,
  planned = planArguments(outlook, wish, depth),
): Planned {
  if (planned.kind === 'stuck') return planned
  const conditions = planConditions(outlook, wish, depth)
  if (conditions.kind === 'stuck') return conditions
  const place = planned.kind === 'ready' ? planPlace(outlook, planned.call) : { kind: 'needs' as const, needs: [] }
  if (place.kind === 'stuck') return place
  const needs = [planned, conditions, place].flatMap((part) => (part.kind === 'needs' ? part.needs : []))
  return needs.length > 0 ? { kind: 'needs', needs } : planned
}

/** A call with its arguments: each resolved from what is visible, or the look-ups that would find it. */
export function planArguments(outlook: Outlook, wish: Wish, depth: number): Planned {
  const { tool, references, purpose, request } = wish
  const name = tool.spec.name
  if (depth > MAX_DEPTH) return { kind: 'stuck', stuck: { reason: 'not-found', tool: name } }
  const needs: PlannedCall[] = []
  const bindings: Binding[] = []
  for (const { key, entity, reference } of wantedArguments(tool, references)) {
    const resolution = resolveArgument(outlook, entity, reference)
    if (resolution.kind === 'found') {
      bindings.push({ at: `/${key}`, value: resolution.value, source: resolution.source })
      continue
    }
    const parameter = { tool: name, parameter: key }
    if (resolution.kind === 'ambiguous') return { kind: 'stuck', stuck: { reason: 'ambiguous', ...parameter } }
    if (entity === undefined || (reference?.by === 'earlier' && !extremeIn(reference)))
      return { kind: 'stuck', stuck: { reason: 'missing-parameter', ...parameter } }
    const lookup = planLookup(outlook, wish, entity, reference, depth + 1)
    if (lookup.kind === 'stuck') {
      return lookup.stuck.reason === 'not-found'
        ? { kind: 'stuck', stuck: { reason: reference ? 'not-found' : 'missing-parameter', ...parameter } }
        : lookup
    }
    needs.push(...(lookup.kind === 'ready' ? [lookup.call] : lookup.needs))
  }
  if (needs.length > 0) return { kind: 'needs', needs }
  return { kind: 'ready', call: { tool: name, arguments: argumentsOf(tool, bindings), bindings, request, purpose } }
}

interface WantedArgument {
  /** A parameter, or a place inside one: `updates/priority`. */
  readonly key: string
  readonly entity: string | undefined
  readonly reference?: Reference
}

/** What the user said, and the required parameters nobody spoke of. */
function wantedArguments(tool: GraphTool, references: Request['arguments']): WantedArgument[] {
  const said = Object.entries(references).map(([key, reference]) => ({
    key,
    entity: tool.parameters.find(({ name }) => name === key)?.entity,
    reference,
  }))
  const spoken = new Set(Object.keys(references).map((key) => key.split('/')[0]))
  const unsaid = tool.parameters.filter(({ name, required }) => required && !spoken.has(name))
  return [...said, ...unsaid.map(({ name, entity }) => ({ key: name, entity }))]
}

function resolveArgument(
  { graph, knowledge }: Outlook,
  entity: string | undefined,
  reference: Reference | undefined,
): Resolution {
  if (reference) return resolve(isFleeting(graph, entity, reference) ? ofNow(knowledge) : knowledge, reference, entity)
  return entity === undefined ? { kind: 'unknown' } : resolveUnsaid(knowledge, entity)
}

/** Is it meant as it is now, so that what it was before does not tell: "at its current price"? */
function isFleeting(graph: ApiGraph, entity: string | undefined, reference: Reference | undefined): boolean {
  return reference?.by === 'field' && entity !== undefined && graph.entity(entity)?.fleeting === true
}

/** What this turn alone has shown. */
function ofNow(knowledge: Knowledge): Knowledge {
  const isNow = ({ turn }: { readonly turn: number }): boolean => turn === knowledge.turn
  return { ...knowledge, atoms: knowledge.atoms.filter(isNow), calls: knowledge.calls.filter(isNow) }
}

/** In the tool's parameter order, so that equal calls are written equally. */
function argumentsOf(tool: GraphTool, bindings: readonly Binding[]): JsonObject {
  const args: { [parameter: string]: Json } = {}
  for (const { at, value } of bindings) {
    const [parameter = '', ...inside] = parsePointer(at)
    args[parameter] = inside.length === 0 ? value : withValueAt(args[parameter], formatPointer(inside), value)
  }
  const ordered: { [parameter: string]: Json } = {}
  for (const { name } of tool.parameters) if (args[name] !== undefined) ordered[name] = args[name]
  return ordered
}

/** A call that finds a thing by a description, or any thing of a type that stands alone (a token). */
function planLookup(
  outlook: Outlook,
  wish: Wish,
  entity: string,
  reference: Reference | undefined,
  depth: number,
): Planned {
  if (reference) return searchLookup(outlook, wish, entity, reference, depth)
  const key = `${entity} ${wish.tool.spec.name} ${wish.request} ${depth}`
  const planned = outlook.lookups.get(key) ?? searchLookup(outlook, wish, entity, undefined, depth)
  outlook.lookups.set(key, planned)
  return planned
}

function searchLookup(
  outlook: Outlook,
  wish: Wish,
  entity: string,
  reference: Reference | undefined,
  depth: number,
): Planned {
  const consumer = wish.tool.spec.name
  let stuck: Planned = { kind: 'stuck', stuck: { reason: 'not-found', tool: consumer } }
  const { graph, knowledge } = outlook
  const made = isFleeting(graph, entity, reference) ? { ...outlook, knowledge: ofNow(knowledge) } : outlook
  for (const { tool, output } of graph.producers(entity)) {
    const references = lookupArguments(tool, output, reference)
    if (!references || tool.spec.name === consumer || tool.spec.effect === 'write') continue
    const extreme = extremeIn(reference)
    const by =
      reference?.by === 'field'
        ? { by: { field: reference.field, value: reference.value } }
        : extreme
          ? { by: { field: extreme.of, value: extreme.end } }
          : {}
    const planned = planCall(
      outlook,
      { tool, references, purpose: { kind: 'lookup', entity, ...by, for: consumer }, request: wish.request },
      depth,
    )
    if (planned.kind === 'stuck' && planned.stuck.reason === 'ambiguous') stuck = planned
    if (planned.kind === 'stuck' || (planned.kind === 'ready' && wasMade(made, planned.call))) continue
    return planned
  }
  return stuck
}

/** How a producer would be called to find what is described; undefined where it cannot. */
function lookupArguments(
  tool: GraphTool,
  output: GraphOutput,
  reference: Reference | undefined,
): Request['arguments'] | undefined {
  if (!reference) return output.collection ? undefined : {}
  const extreme = extremeIn(reference)
  if (extreme) return output.collection && output.fields.includes(extreme.of) ? {} : undefined
  if (reference.by !== 'field') return undefined
  const { field, match, value } = reference
  if (!output.collection && match === 'equals' && tool.parameters.some(({ name }) => name === field))
    return { [field]: { by: 'value', value } }
  return output.collection && output.fields.includes(field) ? {} : undefined
}

function wasMade({ graph, knowledge }: Outlook, planned: PlannedCall): boolean {
  const made = knowledge.calls.filter(
    (tried) =>
      tried.call.name === planned.tool &&
      sameJson(untag(tried.call.arguments), untag(planned.arguments)) &&
      !isMended(graph, knowledge.conditions, tried),
  )
  return made.some(({ result }) => !result.error?.transient) || made.length > 1
}

/** Calls that establish the first session condition that nothing shows to hold. */
function planConditions(outlook: Outlook, { tool, request }: Wish, depth: number): Planned | { readonly kind: 'none' } {
  const name = tool.spec.name
  const missing = tool.requires.find((condition) => !outlook.knowledge.conditions.has(condition))
  if (missing === undefined) return { kind: 'none' }
  for (const establisher of outlook.graph.establishers(missing)) {
    const args = establisher.establishes.find(({ condition }) => condition === missing)?.arguments ?? {}
    const references = Object.fromEntries(
      Object.entries(args).map(([key, value]) => [key, { by: 'value', value } as const]),
    )
    const wish = {
      tool: establisher,
      references,
      purpose: { kind: 'condition', condition: missing, for: name },
      request,
    } as const
    const planned = planCall(outlook, wish, depth + 1)
    if (planned.kind === 'ready') return { kind: 'needs', needs: [documented(planned.call, args)] }
    if (planned.kind === 'needs') return planned
  }
  return { kind: 'stuck', stuck: { reason: 'missing-parameter', tool: name, parameter: missing } }
}

/** What makes a tool establish a condition is documented, not said by anybody. */
function documented(call: PlannedCall, args: JsonObject): PlannedCall {
  const bindings = call.bindings.map((binding): Binding =>
    Object.hasOwn(args, binding.at.slice(1)) ? { ...binding, source: { from: 'default', of: binding.at } } : binding,
  )
  return { ...call, bindings }
}
