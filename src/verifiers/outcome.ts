import { forEachLeaf, type Json, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { at, formatPointer, type Pointer } from '../core/pointer.js'
import type { ToolCall, ToolResult } from '../core/tool.js'
import type { Step } from '../core/trajectory.js'
import type { Trace } from '../core/trace.js'
import { type Discrepancy, type Verdict, verdictOf } from '../core/verdict.js'
import { checkArguments, replay, type World } from '../environment/index.js'
import { tells, unsupportedNumbers } from './told.js'

/** Gold of a turn: the world its trace leads to, and the leaves its user wants to hear. */
export interface Gold {
  readonly world: World
  readonly results: readonly ToolResult[]
  readonly answers: readonly { readonly call: number; readonly path: Pointer; readonly value: Json }[]
}

export function goldOf(start: World, trace: Trace): Gold {
  const world = start.fork()
  const results = replay(world, trace.calls.map(({ call }) => call))
  const answers = trace.goal.answers.map(({ call, path }) => ({ call, path, value: at(untag(results[call]?.value ?? null), path) ?? null }))
  return { world, results, answers }
}

/** More calls than this over gold is not an answer but a search. */
export const SPARE_CALLS = 3

/**
 * Validation by outcome, not by spelling: the steps must leave the observed state that the trace leaves, and the final
 * answer must tell what the user wants to hear and claim no number that nothing visible shows.
 */
export function validate(turn: number, start: World, trace: Trace, steps: readonly Step[], visibleText: string): Verdict {
  const gold = goldOf(start, trace)
  const world = start.fork()
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
      world.call(call)
      made.push(call)
    }
  }
  if (made.length === 0 && trace.calls.length > 0) reasons.push({ kind: 'no-call', turn })
  if (made.length > trace.calls.length + SPARE_CALLS) reasons.push({ kind: 'step-limit', turn })
  for (const goal of trace.goal.calls) {
    const tool = trace.calls[goal]?.call.name ?? ''
    if (!made.some(({ name }) => name === tool)) reasons.push({ kind: 'missing-call', turn, tool, traceCall: goal })
  }
  if (!world.sameAs(gold.world)) reasons.push({ kind: 'wrong-state', turn, paths: differences(gold.world.observe(), world.observe()) })
  reasons.push(...validateAnswer(turn, gold, steps.at(-1)?.content ?? '', `${visibleText}\n${steps.flatMap(({ results }) => results.map(({ value }) => JSON.stringify(untag(value)))).join('\n')}`))
  return verdictOf(reasons)
}

function validateAnswer(turn: number, gold: Gold, answer: string, visibleText: string): Discrepancy[] {
  if (answer.trim() === '') return [{ kind: 'empty-answer', turn }]
  const missing = gold.answers
    .filter(({ value }) => !tells(answer, value))
    .map(({ call, path }): Discrepancy => ({ kind: 'missing-answer', turn, source: { from: 'result', turn, call, path } }))
  const invented = unsupportedNumbers(answer, visibleText).map((text): Discrepancy => ({ kind: 'unsupported-claim', turn, where: 'answer', text }))
  return [...missing, ...invented]
}

/** Did calls made elsewhere reach gold: the same observed state, and every wanted leaf in their results? */
export function reaches(gold: Gold, world: World, results: readonly ToolResult[]): boolean {
  if (!world.sameAs(gold.world)) return false
  const leaves: Json[] = []
  for (const { value, error } of results) if (!error) forEachLeaf(untag(value), (leaf) => leaves.push(leaf))
  return gold.answers.every(({ value }) => leaves.some((leaf) => sameJson(leaf, value)))
}

/** Places where two observations differ, at most eight. */
export function differences(expected: Json, got: Json): Pointer[] {
  const flat = (value: Json): Map<string, Json> => {
    const leaves = new Map<string, Json>()
    forEachLeaf(value, (leaf, path) => leaves.set(formatPointer(path), leaf))
    return leaves
  }
  const [a, b] = [flat(expected), flat(got)]
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => !sameJson(a.get(path), b.get(path))).slice(0, 8)
}
