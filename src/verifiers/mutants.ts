import { type Json, type JsonObject, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import type { ToolCall } from '../core/tool.js'
import type { Step } from '../core/trajectory.js'
import { visibleOf } from '../language/index.js'
import { knowledgeOf } from '../graph/index.js'
import type { ActingTurn } from './context.js'
import { verifyGrounding } from './grounding.js'
import { goldOf, reaches } from './outcome.js'
import { checkArguments } from '../environment/index.js'

export interface Mutant {
  readonly operator: 'drop-call' | 'alter-argument'
  readonly steps: readonly Step[]
}

/** Wrong steps made from the accepted ones: one call left out, or one argument exchanged for another visible value of its type. */
export function mutantsOf(context: ActingTurn): Mutant[] {
  const { steps } = context
  const calls = steps.flatMap((step, s) => step.calls.map((_, c) => [s, c] as const))
  return [
    ...calls.map(([s, c]): Mutant => ({ operator: 'drop-call', steps: without(context, dependentsOf(context, steps[s]?.calls[c] as ToolCall)) })),
    ...calls.flatMap(([s, c]) => alterations(context, steps[s]?.calls[c] as ToolCall).map((altered): Mutant => ({ operator: 'alter-argument', steps: withCalls(context, s, (list) => list.map((call, i) => (i === c ? altered : call))) }))),
  ]
}

/** A call and, over the bindings of the trace, all that takes a value from its result: what falls with it. */
function dependentsOf({ trace, turn }: ActingTurn, dropped: ToolCall): ReadonlySet<string> {
  const keyOf = ({ name, arguments: args }: ToolCall): string => JSON.stringify([name, untag(args)])
  const falling = new Set([keyOf(dropped)])
  for (const { call, bindings } of trace.calls) {
    const falls = bindings.some(({ source }) => source.from === 'result' && source.turn === turn && falling.has(keyOf(trace.calls[source.call]?.call ?? call)))
    if (falls) falling.add(keyOf(call))
  }
  return falling
}

function without({ steps, start }: ActingTurn, falling: ReadonlySet<string>): Step[] {
  const world = start.fork()
  return steps.map((step) => {
    const calls = step.calls.filter(({ name, arguments: args }) => !falling.has(JSON.stringify([name, untag(args)])))
    return { ...step, calls, results: calls.map((call) => world.call(call)) }
  })
}

/** The steps with one step's calls changed, executed anew. */
function withCalls({ steps, start }: ActingTurn, index: number, change: (calls: readonly ToolCall[]) => readonly ToolCall[]): Step[] {
  const world = start.fork()
  return steps.map((step, s) => {
    const calls = s === index ? change(step.calls) : step.calls
    return { ...step, calls, results: calls.map((call) => world.call(call)) }
  })
}

function alterations({ graph, lexicon, messages, query, steps, start, turn }: ActingTurn, call: ToolCall): ToolCall[] {
  const visible = visibleOf(lexicon, [...messages, { role: 'user', content: query.text }], start.tools)
  const made = steps.flatMap(({ calls, results }) => calls.map((made_, i) => ({ call: made_, result: results[i] })))
  const knowledge = knowledgeOf(graph, {
    ...visible,
    calls: [...visible.calls, ...made.flatMap(({ call: one, result }, index) => (result ? [{ turn, index, call: one, result }] : []))],
  })
  const tool = graph.tools.get(call.name)
  const args = untag(call.arguments) as JsonObject
  return Object.entries(args).flatMap(([parameter, value]): ToolCall[] => {
    const entity = tool?.parameters.find(({ name }) => name === parameter)?.entity
    const rivals = knowledge.atoms.filter((atom) => atom.entity === entity && !sameJson(atom.value, value)).map((atom) => atom.value)
    const other: Json | undefined = entity !== undefined && rivals.length > 0 ? rivals[0] : altered(value)
    if (other === undefined) return []
    const changed = { ...call, arguments: { ...call.arguments, [parameter]: other } }
    return tool && checkArguments(tool.spec.parameters, changed.arguments).length === 0 ? [changed] : []
  })
}

function altered(value: Json): Json | undefined {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'string') return `${value} x`
  return undefined
}

/** A mutant is killed when it misses the outcome or acts on what nobody showed it. */
export function isKilled(context: ActingTurn, mutant: Mutant): boolean {
  const world = context.start.fork()
  const results = mutant.steps.flatMap(({ calls }) => calls.map((call) => world.call(call)))
  return !reaches(goldOf(context.start, context.trace), world, results) || verifyGrounding({ ...context, steps: mutant.steps }).length > 0
}
