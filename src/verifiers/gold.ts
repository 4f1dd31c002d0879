import { forEachLeaf, isArray, isObject, type Json, sameJson, someLeaf } from '../core/json.js'
import { untag } from '../core/number.js'
import { at, formatPointer, type Pointer } from '../core/pointer.js'
import type { ToolCall, ToolResult } from '../core/tool.js'
import type { Trace } from '../core/trace.js'
import { type Content, contentOf, type TextContent, type World } from '../environment/index.js'
import { forEachDifference } from './differences.js'

/** What a turn owes: the world its trace leads to, the leaves its user wants to hear, the arguments only the call shows. */
export interface Gold {
  readonly world: World
  readonly answers: readonly {
    readonly call: number
    readonly path: Pointer
    readonly tool: string
    readonly value: Json
    /** What the value, a text, says; it may be told in other words. */
    readonly content?: Content
  }[]
  /** Lists that are wanted whole: which items are in them is the answer. */
  readonly lists: readonly (readonly Json[])[]
  readonly unwitnessed: readonly Unwitnessed[]
  /** Goal calls that the trace shows to be refused: the refusal itself is owed. */
  readonly refusals: readonly { readonly tool: string; readonly value: Json }[]
}

/** Arguments of a goal call that the observed state does not show (a message sent to nobody's record): the call is the effect. */
export interface Unwitnessed {
  readonly tool: string
  readonly traceCall: number
  readonly arguments: readonly { readonly at: Pointer; readonly value: Json }[]
}

const golds = new WeakMap<Trace, { readonly start: World; readonly gold: Gold }>()

/** Gold of a trace from the world it started in; remembered, since every trial of a turn asks for it. */
export function goldOf(start: World, trace: Trace): Gold {
  const known = golds.get(trace)
  if (known?.start === start) return known.gold
  const world = start.fork()
  const results: ToolResult[] = []
  const unwitnessed: Unwitnessed[] = []
  const refusals: { tool: string; value: Json }[] = []
  trace.calls.forEach(({ call }, i) => {
    const before = world.fork()
    const result = world.call(call)
    results.push(result)
    if (result.error && trace.goal.calls.includes(i)) refusals.push({ tool: call.name, value: untag(result.value) })
    const spec = world.tools.find(({ name }) => name === call.name)
    if (!trace.goal.calls.includes(i) || spec?.effect === 'read') return
    const hidden = argumentsNotShown(call, before, world)
    if (hidden.length > 0) unwitnessed.push({ tool: call.name, traceCall: i, arguments: hidden })
  })
  const answers = trace.goal.answers.map(({ call, path }) => {
    const tool = trace.calls[call]?.call.name ?? ''
    const value = at(untag(results[call]?.value ?? null), path) ?? null
    const content = contentOf(textsOf(world, tool, path), value)
    return { call, path, tool, value, ...(content ? { content } : {}) }
  })
  const lists = listsOwed(trace.goal.answers, (call) => results[call]?.value ?? null)
  const gold = { world, answers, lists, unwitnessed, refusals }
  golds.set(trace, { start, gold })
  return gold
}

/** What is declared of a text that a tool returns. */
function textsOf({ environments }: World, tool: string, place: Pointer): readonly TextContent[] {
  return environments.flatMap((environment) => environment.tool(tool)?.phrases?.texts?.[place] ?? [])
}

/** The lists of plain values that answers take every item of. */
export function listsOwed(
  answers: readonly { readonly call: number; readonly path: Pointer }[],
  resultOf: (call: number) => Json,
): (readonly Json[])[] {
  const places = new Map(
    answers.flatMap(({ call, path }) =>
      /\/\d+$/.test(path) ? [[`${call}${path.slice(0, path.lastIndexOf('/'))}`, { call, path }] as const] : [],
    ),
  )
  return [...places.values()].flatMap(({ call, path }) => {
    const list = at(untag(resultOf(call)), path.slice(0, path.lastIndexOf('/')))
    return isArray(list) ? [list] : []
  })
}

function argumentsNotShown(call: ToolCall, before: World, after: World): { at: Pointer; value: Json }[] {
  const shown = new Set<string>()
  forEachDifference(before.observe(), after.observe(), [], (path, was, is) => {
    path.forEach((part) => shown.add(part))
    for (const value of [was, is])
      if (value !== undefined)
        forEachLeaf(value, (leaf, inside) => [...inside, String(leaf)].forEach((text) => shown.add(text)))
  })
  const missing: { at: Pointer; value: Json }[] = []
  forEachLeaf(untag(call.arguments), (leaf, path) => {
    if (path.length > 0 && !shown.has(String(leaf))) missing.push({ at: formatPointer(path), value: leaf })
  })
  return missing
}

/** Is there such a call? */
export function isMade({ tool, arguments: args }: Unwitnessed, made: readonly ToolCall[]): boolean {
  return made.some(
    (call) =>
      call.name === tool && args.every(({ at: place, value }) => sameJson(at(untag(call.arguments), place), value)),
  )
}

/** Was the tool refused in these words? */
export function isRefused(
  { tool, value }: Gold['refusals'][number],
  made: readonly ToolCall[],
  results: readonly ToolResult[],
): boolean {
  return results.some((result, i) => made[i]?.name === tool && result.error && sameJson(untag(result.value), value))
}

/**
 * Did calls made elsewhere reach gold: the same observed state, the same unwitnessed effects, and every wanted leaf in their
 * results? Truth values and small numbers are everywhere, so those must come from the same place of the same tool.
 */
export function reaches(gold: Gold, world: World, calls: readonly ToolCall[], results: readonly ToolResult[]): boolean {
  const isShown = ({ tool, path, value }: Gold['answers'][number]): boolean => {
    const common = typeof value === 'boolean' || (typeof value === 'number' && value < 100)
    return common
      ? results.some((result, i) => calls[i]?.name === tool && sameJson(at(untag(result.value), path), value))
      : results.some((result) => !result.error && someLeaf(untag(result.value), (leaf) => sameJson(leaf, value)))
  }
  // States come last: comparing them costs most.
  return (
    gold.unwitnessed.every((owed) => isMade(owed, calls)) &&
    gold.refusals.every((owed) => isRefused(owed, calls, results)) &&
    gold.answers.every(isShown) &&
    gold.lists.every((list) => results.some(({ value, error }) => !error && showsList(untag(value), list))) &&
    world.sameAs(gold.world)
  )
}

function showsList(value: Json, list: readonly Json[]): boolean {
  if (
    isArray(value) &&
    value.length === list.length &&
    list.every((item) => value.some((other) => sameJson(item, other)))
  )
    return true
  return (isArray(value) ? value : isObject(value) ? Object.values(value) : []).some((child) => showsList(child, list))
}
