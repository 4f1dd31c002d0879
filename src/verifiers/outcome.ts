import { forEachLeaf, isArray, isObject, type Json, sameJson, someLeaf } from '../core/json.js'
import { untag } from '../core/number.js'
import { at, formatPointer, type Pointer } from '../core/pointer.js'
import type { ToolCall, ToolResult } from '../core/tool.js'
import type { Step } from '../core/trajectory.js'
import type { Trace } from '../core/trace.js'
import type { Fault } from '../core/turn-task.js'
import { type Discrepancy, type Verdict, verdictOf } from '../core/verdict.js'
import {
  checkArguments,
  type Content,
  contentOf,
  type TextContent,
  withFaults,
  type World,
} from '../environment/index.js'
import { negates, tells, tellsContent, unsupportedNumbers } from './told.js'

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

/** More calls than this over gold is not an answer but a search. */
export const SPARE_CALLS = 3

const verdicts = new WeakMap<readonly Step[], { readonly of: readonly unknown[]; readonly verdict: Verdict }>()

/**
 * Validation by outcome, not by spelling: the steps must leave the observed state that the trace leaves, and the final
 * answer must tell what the user wants to hear and claim no number that nothing visible shows. Remembered for the same
 * steps, since an attempt that passes is proved next.
 */
export function validate(
  turn: number,
  start: World,
  trace: Trace,
  steps: readonly Step[],
  visibleText: string,
  faults: readonly Fault[] = [],
): Verdict {
  const of = [turn, start, trace, visibleText, ...faults]
  const known = verdicts.get(steps)
  if (known?.of.length === of.length && known.of.every((part, i) => part === of[i])) return known.verdict
  const verdict = validated(turn, start, trace, steps, visibleText, faults)
  verdicts.set(steps, { of, verdict })
  return verdict
}

function validated(
  turn: number,
  start: World,
  trace: Trace,
  steps: readonly Step[],
  visibleText: string,
  faults: readonly Fault[],
): Verdict {
  const gold = goldOf(start, trace)
  const world = withFaults(start.fork(), faults)
  const seen: ToolResult[] = []
  const reasons: Discrepancy[] = []
  const made: ToolCall[] = []
  for (const [s, step] of steps.entries()) {
    for (const [c, call] of step.calls.entries()) {
      const spec = world.tools.find(({ name }) => name === call.name)
      if (!spec) {
        reasons.push({ kind: 'unknown-tool', turn, step: s, call: c })
        continue
      }
      const errors = checkArguments(spec.parameters, untag(call.arguments))
      if (errors.length > 0) reasons.push({ kind: 'invalid-arguments', turn, step: s, call: c, errors })
      seen.push(world.call(call))
      made.push(call)
    }
  }
  if (made.length === 0 && trace.calls.length > 0) reasons.push({ kind: 'no-call', turn })
  if (made.length > trace.calls.length + SPARE_CALLS) reasons.push({ kind: 'step-limit', turn })
  for (const goal of trace.goal.calls) {
    const tool = trace.calls[goal]?.call.name ?? ''
    if (!made.some(({ name }) => name === tool)) reasons.push({ kind: 'missing-call', turn, tool, traceCall: goal })
  }
  for (const { tool, traceCall } of gold.unwitnessed.filter((owed) => !isMade(owed, made)))
    reasons.push({ kind: 'missing-call', turn, tool, traceCall })
  for (const { tool } of gold.refusals.filter((owed) => !isRefused(owed, made, seen)))
    reasons.push({ kind: 'missing-call', turn, tool, traceCall: trace.calls.length - 1 })
  if (!world.sameAs(gold.world))
    reasons.push({ kind: 'wrong-state', turn, paths: differences(gold.world.observe(), world.observe()) })
  reasons.push(...validateCondition(turn, trace, steps))
  reasons.push(
    ...validateAnswer(
      turn,
      gold,
      steps.at(-1)?.content ?? '',
      `${visibleText}\n${steps.flatMap(({ results }) => results.map(({ value }) => JSON.stringify(untag(value)))).join('\n')}`,
    ),
  )
  return verdictOf(reasons)
}

/**
 * What hangs on something is not done before that is known, and where it was not done the answer says so.
 */
function validateCondition(turn: number, { requests, goal, calls }: Trace, steps: readonly Step[]): Discrepancy[] {
  const only = requests.at(-1)?.only
  if (!only) return []
  const [deciding, hanging] = [only.of, requests.length - 1].map((i) => goal.calls[i])
  const stepOf = (index: number | undefined): number =>
    steps.findIndex((step) => step.calls.some(({ name }) => name === calls[index ?? -1]?.call.name))
  if (hanging !== undefined)
    return stepOf(hanging) > stepOf(deciding) ? [] : [{ kind: 'wrong-order', turn, step: stepOf(hanging) }]
  const source = { from: 'result', turn, call: deciding ?? 0, path: only.at } as const
  return negates(steps.at(-1)?.content ?? '') ? [] : [{ kind: 'missing-answer', turn, source }]
}

function validateAnswer(turn: number, gold: Gold, answer: string, visibleText: string): Discrepancy[] {
  if (answer.trim() === '') return [{ kind: 'empty-answer', turn }]
  const missing = gold.answers
    .filter(({ value, content }) => !tells(answer, value) && !(content && tellsContent(answer, content)))
    .map(({ call, path }): Discrepancy => ({
      kind: 'missing-answer',
      turn,
      source: { from: 'result', turn, call, path },
    }))
  const invented = unsupportedNumbers(answer, visibleText).map((text): Discrepancy => ({
    kind: 'unsupported-claim',
    turn,
    where: 'answer',
    text,
  }))
  return [...missing, ...invented]
}

function isMade({ tool, arguments: args }: Unwitnessed, made: readonly ToolCall[]): boolean {
  return made.some(
    (call) =>
      call.name === tool && args.every(({ at: place, value }) => sameJson(at(untag(call.arguments), place), value)),
  )
}

function isRefused(
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

/** Places where two observations differ, at most eight. */
function differences(expected: Json, got: Json): Pointer[] {
  const paths: Pointer[] = []
  forEachDifference(expected, got, [], (path) => paths.push(formatPointer(path)))
  return paths.slice(0, 8)
}

type Visit = (path: readonly string[], was: Json | undefined, is: Json | undefined) => void

function forEachDifference(was: Json | undefined, is: Json | undefined, path: readonly string[], visit: Visit): void {
  if (was === is) return
  const keys = (value: Json | undefined): string[] =>
    isArray(value) ? [...value.keys()].map(String) : isObject(value) ? Object.keys(value) : []
  const child = (value: Json | undefined, key: string): Json | undefined =>
    isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined
  const [a, b] = [keys(was), keys(is)]
  if (a.length === 0 || b.length === 0 || isArray(was) !== isArray(is)) {
    if (!sameJson(was, is)) visit(path, was, is)
    return
  }
  for (const key of new Set([...a, ...b])) forEachDifference(child(was, key), child(is, key), [...path, key], visit)
}
