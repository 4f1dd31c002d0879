import { forEachLeaf, type Json, type JsonObject, sameJson } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { formatPointer, parsePointer } from '../../core/pointer.js'
import { chance, pick, type Rng, shuffle } from '../../core/random.js'
import type { ToolCall } from '../../core/tool.js'
import { messagesOfStep, type Step } from '../../core/trajectory.js'
import { type Knowledge, knowledgeOf } from '../../graph/index.js'
import { type ActingTurn, goldOf, isSame, type OtherStep } from '../../verifiers/index.js'
import type { WorldKind } from '../recipe.js'

/** A step that could be taken by mistake in place of accepted step `at`; whether it fails is for a verifier to say. */
export interface Mistake {
  readonly at: number
  readonly step: OtherStep
}

type Operator = (context: ActingTurn, see: WorldKind['see'], random: Rng) => Mistake | undefined

/** Mistakes in the accepted steps of a turn, likelier kinds more often first. */
export function mistakesIn(context: ActingTurn, see: WorldKind['see'], random: Rng): Mistake[] {
  const operators: readonly Operator[] = [wrongValue, wrongValue, wrongAnswer, repeatedEffect]
  return shuffle(random.fork('order'), operators).flatMap(
    (operator, i) => operator(context, see, random.fork(`${i}`)) ?? [],
  )
}

/** A call with another visible value of the type of one of its arguments; the thought goes with it. */
function wrongValue(context: ActingTurn, see: WorldKind['see'], random: Rng): Mistake | undefined {
  const acting = context.steps.flatMap(({ calls }, at) => (calls.length > 0 ? [at] : []))
  for (const at of shuffle(random.fork('step'), acting)) {
    const step = context.steps[at] as Step
    const { atoms } = knowledgeBefore(context, see, at)
    const chances = step.calls.flatMap((call, c) =>
      parametersOf(context, call).flatMap(([parameter, entity]) => {
        const value = untag(call.arguments[parameter] ?? null)
        const taken = Object.values(untag(call.arguments) as JsonObject)
        const rivals = isWording(value)
          ? []
          : atoms.filter((atom) => atom.entity === entity && !taken.some((other) => sameJson(other, atom.value)))
        return rivals.length > 0 ? [{ c, parameter, value, rivals: distinct(rivals.map((rival) => rival.value)) }] : []
      }),
    )
    if (chances.length === 0) continue
    const { c, parameter, value, rivals } = pick(random.fork('argument'), chances)
    const other = pick(random.fork('rival'), rivals)
    const calls = step.calls.map((call, i) =>
      i === c ? { ...call, arguments: { ...call.arguments, [parameter]: other } } : call,
    )
    return { at, step: { ...thought(step, value, other), content: '', calls } }
  }
  return undefined
}

/** Is it what somebody has to say? Nobody takes that from elsewhere by mistake. */
function isWording(value: Json): boolean {
  return typeof value === 'string' && value.split(' ').length > 3
}

/** The final answer with one value it owes exchanged for another that results of the turn show. */
function wrongAnswer({ start, trace, steps }: ActingTurn, _: WorldKind['see'], random: Rng): Mistake | undefined {
  const at = steps.length - 1
  const { content = '', reasoning } = steps[at] ?? {}
  const owed = goldOf(start, trace).answers.filter(({ value }) => isTellable(value) && content.includes(String(value)))
  if (owed.length === 0) return undefined
  const { value, path, tool } = pick(random.fork('owed'), owed)
  const meant: Shown = { value, field: fieldOf(tool, parsePointer(path)) }
  const rivals = shownIn(steps).filter((other) => isRival(other, meant) && !content.includes(String(other.value)))
  if (rivals.length === 0) return undefined
  const alike = rivals.filter(({ field }) => field === meant.field)
  const rival = pick(random.fork('rival'), distinct((alike.length > 0 ? alike : rivals).map((other) => other.value)))
  const told = content.replace(String(value), () => String(rival))
  return { at, step: { ...(reasoning === undefined ? {} : { reasoning }), content: told, calls: [] } }
}

/** A change of this turn made once more where the answer is due; seldom, or a call in that place would give itself away. */
function repeatedEffect({ graph, steps }: ActingTurn, _: WorldKind['see'], random: Rng): Mistake | undefined {
  const writing = steps.flatMap((step) =>
    step.calls.flatMap((call) => (graph.tools.get(call.name)?.spec.effect === 'read' ? [] : [{ step, call }])),
  )
  if (writing.length === 0 || !chance(random.fork('repeats'), 1, 6)) return undefined
  const { step, call } = pick(random.fork('call'), writing)
  const { reasoning } = step
  return {
    at: steps.length - 1,
    step: { ...(reasoning === undefined ? {} : { reasoning }), content: '', calls: [call] },
  }
}

function knowledgeBefore(
  { graph, messages, query, steps, start }: ActingTurn,
  see: WorldKind['see'],
  at: number,
): Knowledge {
  const before = [
    ...messages,
    { role: 'user' as const, content: query.text },
    ...steps.slice(0, at).flatMap(messagesOfStep),
  ]
  return knowledgeOf(graph, see(before, start.tools))
}

/** Arguments that take a value of a known type, but for those that are always the same: another value there gives itself away. */
function parametersOf({ graph, trace }: ActingTurn, call: ToolCall): [string, string][] {
  const bindings = trace.calls.find((traced) => isSame(traced.call, call))?.bindings ?? []
  const isDefault = (name: string): boolean =>
    bindings.some(({ at, source }) => at === formatPointer([name]) && source.from === 'default')
  return (graph.tools.get(call.name)?.parameters ?? []).flatMap(({ name, entity }): [string, string][] =>
    entity === undefined || call.arguments[name] === undefined || isDefault(name) ? [] : [[name, entity]],
  )
}

/** A thought that had a value in mind, with the other one in its place. */
function thought({ reasoning }: Step, value: Json, other: Json): { readonly reasoning?: string } {
  if (reasoning === undefined) return {}
  return { reasoning: isTellable(value) ? reasoning.replaceAll(String(value), () => String(other)) : reasoning }
}

function isTellable(value: Json): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.length > 1)
}

/** A value in a result, and the field of which tool's results it stands in. */
interface Shown {
  readonly value: Json
  readonly field: string
}

function shownIn(steps: readonly Step[]): Shown[] {
  const shown: Shown[] = []
  for (const { calls, results } of steps)
    for (const [i, result] of results.entries())
      forEachLeaf(untag(result.value), (value, path) =>
        shown.push({ value, field: fieldOf(calls[i]?.name ?? '', path) }),
      )
  return shown
}

/** The field a value stands in, itself or as an item of a list. */
function fieldOf(tool: string, path: readonly string[]): string {
  return `${tool} ${path.findLast((part) => !/^\d+$/.test(part)) ?? ''}`
}

/** Could one value stand where the other does, so that only what happened tells which is right? Words only if they fill the same field. */
function isRival(one: Shown, other: Shown): boolean {
  if (!isTellable(one.value) || typeof one.value !== typeof other.value) return false
  return typeof one.value === 'number' || one.field === other.field
}

function distinct(values: readonly Json[]): Json[] {
  return values.filter((value, i) => values.findIndex((other) => sameJson(other, value)) === i)
}
