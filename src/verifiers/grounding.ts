import { forEachLeaf, isArray, isObject, type Json, type JsonObject, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { formatPointer, placesOf } from '../core/pointer.js'
import type { ToolSpec } from '../core/tool.js'
import type { Discrepancy } from '../core/verdict.js'
import type { Visible } from '../core/visible.js'
import type { ApiGraph } from '../graph/index.js'
import { read, visibleOf } from '../language/index.js'
import type { ActingTurn } from './context.js'
import { valuesSaid } from './said.js'

/**
 * Every argument leaf must be said by the user (as a value read from a query), told by the system prompt, shown as a typed
 * leaf, key or path segment of a result of an *earlier* step, or be a documented default or enum word. Occurring somewhere
 * by chance grounds nothing.
 */
export function verifyGrounding(context: ActingTurn): Discrepancy[] {
  const { turn, graph, steps, start } = context
  const { said, ...before } = groundOf(context)
  const now = nothingShown()
  const reasons: Discrepancy[] = []
  for (const [s, step] of steps.entries()) {
    for (const [c, call] of step.calls.entries()) {
      const spec = start.tools.find(({ name }) => name === call.name)
      const places = spec && graph.places(spec.environment)
      const words = places ? [places.move.up, places.move.top ?? null, ...Object.values(places.search.everywhere)] : []
      for (const [place, value] of argumentLeaves(untag(call.arguments))) {
        const text = JSON.stringify(value)
        const entity = graph.tools.get(call.name)?.parameters.find(({ name }) => `/${name}` === place)?.entity ?? ''
        const documented = spec ? [...documentedWords(spec, place), ...establishing(graph, spec.name, place)] : []
        const grounded =
          said.has(text) ||
          isShown(before, entity, value) ||
          isShown(now, entity, value) ||
          [...words, ...documented].some((word) => sameJson(word, value))
        if (!grounded) reasons.push({ kind: 'ungrounded-argument', turn, step: s, call: c, at: place, value })
      }
    }
    for (const [c, { value, error }] of step.results.entries())
      if (!error) show(now, graph, step.calls[c]?.name ?? '', value)
  }
  return reasons
}

/** What results have shown: their leaves, keys and path segments, and those of entity types as `type value`. */
interface Shown {
  readonly values: Set<string>
  readonly typed: Set<string>
}

function nothingShown(): Shown {
  return { values: new Set(), typed: new Set() }
}

function show({ values, typed }: Shown, graph: ApiGraph, tool: string, result: Json): void {
  const plain = untag(result)
  const add = (value: Json): void => void values.add(JSON.stringify(value))
  for (const { entity, path, part } of graph.tools.get(tool)?.outputs ?? []) {
    for (const { key, value } of placesOf(plain, path))
      typed.add(`${entity} ${JSON.stringify(part === 'key' ? key : value)}`)
  }
  forEachList(plain, add)
  forEachLeaf(plain, (leaf, path) => {
    add(leaf)
    path.forEach(add)
    if (typeof leaf === 'string') leaf.split('/').forEach(add)
  })
}

function isShown({ values, typed }: Shown, entity: string, value: Json): boolean {
  const text = JSON.stringify(value)
  return typed.has(`${entity} ${text}`) || (values.has(text) && !isCommon(value))
}

/** What grounds arguments before the turn's first step. */
interface Ground extends Shown {
  readonly said: ReadonlySet<string>
}

const grounds = new WeakMap<Visible, { readonly of: readonly unknown[]; readonly ground: Ground }>()

/** Remembered by the conversation, since every trial of a turn stands on the same ground. */
function groundOf(context: ActingTurn): Ground {
  const { lexicon, graph, messages, query, trace, start, saidBefore } = context
  const visible = visibleOf(lexicon, messages, start.tools)
  const of = [lexicon, graph, query, trace, saidBefore]
  const known = grounds.get(visible)
  if (known?.of.every((part, i) => part === of[i])) return known.ground
  const ground = { ...nothingShown(), said: saidIn(visible, context) }
  for (const { call, result } of visible.calls) show(ground, graph, call.name, result.value)
  grounds.set(visible, { of, ground })
  return ground
}

function saidIn(visible: Visible, context: ActingTurn): ReadonlySet<string> {
  const { facts, queries, today } = visible
  const { lexicon, query, trace, saidBefore = [] } = context
  const said = new Set<string>()
  const say = (value: Json): void => void said.add(JSON.stringify(value))
  for (const { value } of facts) say(value)
  for (const value of [...valuesSaid(lexicon, query, trace, visible), ...saidBefore]) say(value)
  for (const [k, text] of queries.entries()) {
    for (const { arguments: args } of read(lexicon, text, queries.slice(0, k), today).requests) {
      for (const reference of Object.values(args)) if (reference.by !== 'earlier') say(reference.value)
    }
  }
  return said
}

/** Values that stand everywhere by chance: only saying them, or showing them as what they are, grounds them. */
function isCommon(value: Json): boolean {
  if (typeof value === 'number') return Math.abs(value) < 100
  return typeof value === 'boolean' || (typeof value === 'string' && value.length <= 2)
}

/** Scalar leaves of the arguments; a list counts as one value, which people say as one. */
function argumentLeaves(args: Json, path: readonly string[] = []): [string, Json][] {
  if (!isObject(args)) return [[formatPointer(path), args]]
  return Object.entries(args).flatMap(([key, value]) => argumentLeaves(value, [...path, key]))
}

/** A list of a result can be handed on whole. */
function forEachList(value: Json, visit: (list: Json) => void): void {
  if (isArray(value)) visit(value)
  for (const child of isArray(value) ? value : isObject(value) ? Object.values(value) : []) forEachList(child, visit)
}

function documentedWords(spec: ToolSpec, place: string): Json[] {
  const usual = schemaAt(spec, place)?.['default']
  return [...allowedWords(spec, place), ...(usual === undefined ? [] : [usual])]
}

/** The words that a tool allows for an argument, where these are few. */
export function allowedWords(spec: ToolSpec, place: string): Json[] {
  const allowed = schemaAt(spec, place)?.['enum']
  return isArray(allowed) ? [...allowed] : []
}

function schemaAt({ parameters }: ToolSpec, place: string): JsonObject | undefined {
  const properties = parameters['properties']
  const schema = isObject(properties) ? properties[place.slice(1)] : undefined
  return isObject(schema) ? schema : undefined
}

/** Arguments by which a tool is documented to establish a session condition. */
function establishing(graph: ApiGraph, tool: string, place: string): Json[] {
  return (graph.tools.get(tool)?.establishes ?? []).map(({ arguments: args }) => args[place.slice(1)] ?? null)
}
