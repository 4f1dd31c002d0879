import { isArray, isObject, type Json, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import type { SlipFailure, SlipKind } from '../core/preference.js'
import type { ToolCall } from '../core/tool.js'
import type { Step } from '../core/trajectory.js'
import { checkArguments, replay, type World } from '../environment/index.js'
import type { ActingTurn } from './context.js'
import { verifyGrounding } from './grounding.js'
import { isKilled } from './mutants.js'
import { goldOf, reaches } from './gold.js'
import { validate } from './outcome.js'
import { conversationText } from './reading.js'

/** A step that somebody could have taken instead of an accepted one. */
export type OtherStep = Pick<Step, 'reasoning' | 'content' | 'calls'>

/** A step proved to fail where an accepted one stands: what is wrong with it, and how that shows. */
export interface Slip {
  readonly error: SlipKind
  readonly failure: SlipFailure
}

/** Values of a rejected step that nobody may have shown. */
const GUESSES = 1

/**
 * Proves by execution that `other`, taken in place of accepted step `at`, fails; undefined where it does not, or where no
 * assistant would come to it: tools refuse its form, or it is made of invented values.
 */
export function slipOf(context: ActingTurn, at: number, other: OtherStep): Slip | undefined {
  const chosen = context.steps[at]
  if (!chosen || !isWellFormed(context.start, other.calls)) return undefined
  const guessed = guessedValues(context, at, other)
  if (guessed > GUESSES) return undefined
  const failure = failureOf(context, at, chosen, other)
  return failure && { failure, error: errorOf(context, at, chosen, other, guessed > 0) }
}

/** How many argument leaves of the step nobody said or showed by then. */
function guessedValues(context: ActingTurn, at: number, { content, calls }: OtherStep): number {
  if (calls.length === 0) return 0
  const steps = [...context.steps.slice(0, at), { content, calls, results: [] }]
  return verifyGrounding({ ...context, steps }).filter(({ step }) => step === at).length
}

function isWellFormed(start: World, calls: readonly ToolCall[]): boolean {
  return calls.every(({ name, arguments: args }) => {
    const spec = start.tools.find((tool) => tool.name === name)
    return spec !== undefined && checkArguments(spec.parameters, untag(args)).length === 0
  })
}

function failureOf(context: ActingTurn, at: number, chosen: Step, other: OtherStep): SlipFailure | undefined {
  const { start, steps, trace } = context
  const before = steps.slice(0, at)
  if (other.calls.length === 0) return endsWell(context, [...before, { ...other, results: [] }]) ? undefined : 'final'
  const fresh = without(other.calls, chosen.calls)
  if (fresh.length === 0) return undefined
  const made = before.flatMap(({ calls }) => calls)
  const world = start.fork()
  const shown = replay(world, made)
  const untouched = world.fork()
  const results = replay(world, other.calls)
  if (fresh.every((call) => results[other.calls.indexOf(call)]?.error)) return 'refused'
  if (!world.sameAs(untouched)) {
    const after = steps.slice(at).flatMap(({ calls }) => calls)
    const all = [...shown, ...results, ...replay(world, after)]
    if (!reaches(goldOf(start, trace), world, [...made, ...other.calls, ...after], all)) return 'lasting'
  }
  return misleads(context, without(chosen.calls, other.calls), fresh) ? 'misleading' : undefined
}

function endsWell({ turn, start, messages, query, trace, faults }: ActingTurn, steps: readonly Step[]): boolean {
  const visibleText = conversationText([...messages, { role: 'user', content: query.text }])
  return validate(turn, start, trace, steps, visibleText, faults).pass
}

/** One call stands for another: does what comes of it, with all that follows bound to it, miss the outcome? */
function misleads(context: ActingTurn, replaced: readonly ToolCall[], fresh: readonly ToolCall[]): boolean {
  const [meant, call] = [replaced[0], fresh[0]]
  if (!meant || !call || replaced.length > 1 || fresh.length > 1) return false
  const index = context.trace.calls.findIndex((traced) => isSame(traced.call, meant))
  return index >= 0 && isKilled(context, { operator: 'alter-argument', index, call })
}

function errorOf(context: ActingTurn, at: number, chosen: Step, other: OtherStep, guessed: boolean): SlipKind {
  const [before, after] = [context.steps.slice(0, at), context.steps.slice(at + 1)].map((steps) =>
    steps.flatMap(({ calls }) => calls),
  )
  if (other.calls.length === 0) {
    if (chosen.calls.length === 0) return 'wrong-answer'
    const goals = context.trace.goal.calls.flatMap((goal) => context.trace.calls[goal]?.call ?? [])
    return goals.some((goal) => before?.some((call) => isSame(call, goal))) ? 'overlooked-goal' : 'stopped-early'
  }
  const [call] = without(other.calls, chosen.calls)
  if (!call) return 'unwanted-effect'
  if (chosen.calls.length === 0)
    return before?.some((made) => isSame(made, call)) ? 'repeated-effect' : 'unwanted-effect'
  if (guessed) return 'guessed-value'
  if (chosen.calls.some(({ name }) => name === call.name)) return 'wrong-value'
  const later = after?.find(({ name }) => name === call.name)
  if (!later) return 'sibling-tool'
  return isInAnotherUnit(untag(call.arguments), untag(later.arguments)) ? 'wrong-unit' : 'skipped-step'
}

/** Does a number stand where another number should? */
function isInAnotherUnit(got: Json, meant: Json): boolean {
  if (typeof got === 'number' && typeof meant === 'number') return got !== meant
  if (!isObject(got) || !isObject(meant) || isArray(got) || isArray(meant)) return false
  return Object.keys(got).some((key) => isInAnotherUnit(got[key] ?? null, meant[key] ?? null))
}

/** The calls of the first list that the second does not make. */
function without(calls: readonly ToolCall[], others: readonly ToolCall[]): ToolCall[] {
  return calls.filter((call) => !others.some((other) => isSame(call, other)))
}

/** The same tool with the same arguments, whatever the ids. */
export function isSame(a: ToolCall, b: ToolCall): boolean {
  return a.name === b.name && sameJson(untag(a.arguments), untag(b.arguments))
}
