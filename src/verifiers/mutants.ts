import { isArray, type Json, type JsonObject, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { at, parsePointer, withValueAt } from '../core/pointer.js'
import type { ToolCall, ToolResult } from '../core/tool.js'
import type { Source } from '../core/trace.js'
import type { Step } from '../core/trajectory.js'
import { checkArguments } from '../environment/index.js'
import { type Knowledge, knowledgeOf, learn } from '../graph/index.js'
import { visibleOf } from '../language/index.js'
import type { ActingTurn } from './context.js'
import { allowedWords, verifyGrounding } from './grounding.js'
import { goldOf, reaches } from './gold.js'

/**
 * A wrong way through the turn: one call left out, or one argument exchanged: for another visible value of its
 * type, another word the tool allows, or a near miss.
 */
export interface Mutant {
  readonly operator: 'drop-call' | 'alter-argument'
  /** Position in the trace. */
  readonly index: number
  /** The call as it was left out, or as it was altered. */
  readonly call: ToolCall
}

/** One mutant per call left out and at most two per argument exchanged. */
export function mutantsOf(context: ActingTurn): Mutant[] {
  const knowledge = knowledgeAfter(context)
  return context.trace.calls.flatMap(({ call }, index): Mutant[] => [
    { operator: 'drop-call', index, call },
    ...alterations(context, knowledge, call).map((other): Mutant => ({
      operator: 'alter-argument',
      index,
      call: other,
    })),
  ])
}

/** Everything that is known when the trace has been carried out. */
export function knowledgeAfter({ graph, lexicon, messages, query, trace, start, turn }: ActingTurn): Knowledge {
  const visible = visibleOf(lexicon, [...messages, { role: 'user', content: query.text }], start.tools)
  return learn(
    graph,
    knowledgeOf(graph, visible),
    trace.calls.map(({ call, result }, index) => ({ turn, index, call, result })),
  )
}

/** Wrong values tried for one argument. */
const RIVALS = 2

function alterations({ graph }: ActingTurn, knowledge: Knowledge, call: ToolCall): ToolCall[] {
  const tool = graph.tools.get(call.name)
  if (!tool) return []
  return Object.entries(untag(call.arguments) as JsonObject).flatMap(([parameter, value]): ToolCall[] => {
    const entity = tool.parameters.find(({ name }) => name === parameter)?.entity
    const others = [
      ...visibleRivals(knowledge, entity),
      ...allowedWords(tool.spec, `/${parameter}`),
      ...nearMisses(value),
    ]
    const distinct = others.filter(
      (other, i) => !sameJson(other, value) && others.findIndex((earlier) => sameJson(earlier, other)) === i,
    )
    return distinct
      .map((other) => ({ ...call, arguments: { ...call.arguments, [parameter]: other } }))
      .filter(({ arguments: args }) => checkArguments(tool.spec.parameters, untag(args)).length === 0)
      .slice(0, RIVALS)
  })
}

/** What is visible of an entity type: the newest first, since that is what a careless assistant takes. */
function visibleRivals({ atoms }: Knowledge, entity: string | undefined): Json[] {
  if (entity === undefined) return []
  return atoms
    .filter((atom) => atom.entity === entity)
    .map(({ value }) => value)
    .toReversed()
}

/** Values that differ by as little as a slip does. */
function nearMisses(value: Json): Json[] {
  if (typeof value === 'number') return [value + 1, value - 1]
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'string') return [`${value} x`]
  if (!isArray(value)) return []
  const [first, ...rest] = value
  const slips = first === undefined ? [] : nearMisses(first).slice(0, 1)
  return [...(rest.length > 0 ? [value.slice(0, -1)] : []), ...slips.map((slip) => [slip, ...rest])]
}

/**
 * Carries the mutant out: calls after it take their values from the results as they now come, and a call whose value is no
 * longer shown falls away. The mutant is killed when that misses the outcome or acts on what nobody showed.
 */
export function isKilled(context: ActingTurn, { operator, index, call: mutated }: Mutant): boolean {
  const { trace, start, turn } = context
  const world = start.fork()
  const calls: ToolCall[] = []
  const made: ToolResult[] = []
  const results: (ToolResult | undefined)[] = []
  for (const [i, traced] of trace.calls.entries()) {
    const call =
      i === index
        ? operator === 'drop-call'
          ? undefined
          : mutated
        : rebound(traced.call, traced.bindings, results, turn, index, trace.calls)
    const known =
      call &&
      checkArguments(world.tools.find(({ name }) => name === call.name)?.parameters ?? {}, untag(call.arguments))
        .length === 0
    const result = known ? world.call(call) : undefined
    results.push(result)
    if (call && result) {
      calls.push(call)
      made.push(result)
    }
  }
  if (!reaches(goldOf(start, trace), world, calls, made)) return true
  const steps = calls.map((call, i): Step => ({ content: '', calls: [call], results: [made[i] as ToolResult] }))
  return verifyGrounding({ ...context, steps }).length > 0
}

function rebound(
  call: ToolCall,
  bindings: ActingTurn['trace']['calls'][number]['bindings'],
  results: readonly (ToolResult | undefined)[],
  turn: number,
  index: number,
  traced: ActingTurn['trace']['calls'],
): ToolCall | undefined {
  let args: Json = call.arguments
  for (const { at: place, value, source } of bindings) {
    if (source.from !== 'result' || source.turn !== turn) continue
    const result = results[source.call]
    if (!result || result.error) return undefined
    const unchanged = source.call !== index && sameJson(result.value, traced[source.call]?.result.value)
    const now = unchanged ? value : valueAt(result, source)
    if (now === undefined) return undefined
    args = withValueAt(args, place, now)
  }
  return { ...call, arguments: args as ToolCall['arguments'] }
}

/** What a result now shows where a binding takes its value; a chosen item is looked for by what the user said. */
function valueAt(result: ToolResult, source: Extract<Source, { from: 'result' }>): Json | undefined {
  const value = untag(result.value)
  const found = at(value, source.path)
  if (found === undefined) return undefined
  if (source.part === 'key') return parsePointer(source.path).at(-1)
  if (source.part === 'segment')
    return String(found)
      .split('/')
      .findLast((part) => part !== '')
  return found
}
