import { isArray, isObject, type Json, sameJson } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { withValueAt } from '../../core/pointer.js'
import type { Request } from '../../core/reference.js'
import type { ToolCall } from '../../core/tool.js'
import { checkArguments, replay } from '../../environment/index.js'
import { knowledgeOf, nextCalls, restrict } from '../../graph/index.js'
import { visibleOf } from '../../language/index.js'
import type { TaskTurn } from '../context.js'
import { knowledgeAfter } from '../mutants.js'
import { goldOf, reaches } from '../gold.js'
import { readNext } from '../reading.js'
import { saysValue } from '../said.js'
import { tells } from '../told.js'
import { type FamilyVerifier, traceOf, unless } from './family.js'

/** The message leaves out a value that decides the outcome and that nothing visible and no tool supplies; then it is told. */
export const verifyMissingParameter: FamilyVerifier = (turn) =>
  turn.task.expected.kind === 'ask' ? verifyAsked(turn) : verifyTold(turn)

function verifyAsked(context: TaskTurn): ReturnType<FamilyVerifier> {
  const { turn, start, messages, query, graph, lexicon, task } = context
  const { expected } = task
  const place = expected.kind === 'ask' ? placeOf(expected.missing) : undefined
  const trace = traceOf(context)
  if (!trace || !place) return unless('missing-parameter', turn, [['one parameter is asked for', false]])
  const { index, parameter } = place
  const incomplete = without(trace.requests, index, parameter)
  const visible = visibleOf(lexicon, [...messages, { role: 'user', content: query.text }], start.tools)
  const planned = nextCalls(restrict(graph, new Set(task.offered)), incomplete, knowledgeOf(graph, visible))
  // What a model left unsaid is checked with its words.
  const byModel = query.writer === 'model'
  const reading = readNext(lexicon, messages, query.text)
  const said = trace.requests[index]?.arguments[parameter]
  const tool = trace.requests[index]?.tool ?? ''
  const schema = schemaOf(graph.tools.get(tool)?.spec.parameters, parameter)
  return unless('missing-parameter', turn, [
    [
      'the message says all but the parameter',
      byModel || sameJson(reading.requests as unknown as Json, incomplete as unknown as Json),
    ],
    ['nothing in the message is left unread', byModel || (reading.unread.length === 0 && !reading.ambiguous)],
    [
      'nothing visible and no tool supplies it',
      planned.kind === 'stuck' &&
        planned.stuck.reason === 'missing-parameter' &&
        planned.stuck.tool === tool &&
        planned.stuck.parameter === parameter,
    ],
    ['the tool has no default for it', !isObject(schema) || schema['default'] === undefined],
    [
      'the value is not in the message',
      said !== undefined && (said.by === 'earlier' || !tells(query.text, said.value)),
    ],
    ['another value has another outcome', isDecisive(context, tool, parameter)],
  ])
}

/** Does the goal call with any other like value, visible or documented, miss the outcome? At least one must be possible. */
function isDecisive(context: TaskTurn, tool: string, parameter: string): boolean {
  const { start, graph } = context
  const trace = traceOf(context)
  const index = trace?.goal.calls.find((goal) => trace.calls[goal]?.call.name === tool)
  const call = index === undefined ? undefined : trace?.calls[index]?.call
  if (!trace || !call || index === undefined) return false
  const gold = goldOf(start, trace)
  const [top = ''] = parameter.split('/')
  const others = likeValues(context, tool, parameter)
    .map((value) => withValueAt(untag(call.arguments), `/${parameter}`, value) as ToolCall['arguments'])
    .filter((args) => !sameJson(args[top] ?? null, untag(call.arguments[top] ?? null)))
    .filter((args) => checkArguments(graph.tools.get(tool)?.spec.parameters ?? {}, args).length === 0)
  return (
    others.length > 0 &&
    others.every((args) => {
      const world = start.fork()
      const calls = trace.calls.map((traced, i) => (i === index ? { ...traced.call, arguments: args } : traced.call))
      return !reaches(gold, world, calls, replay(world, calls))
    })
  )
}

const LIKE = 4

/** Other values of a parameter's kind: documented ones, visible ones of its type, its neighbour. */
function likeValues(context: TaskTurn, tool: string, parameter: string): Json[] {
  const { graph } = context
  const trace = traceOf(context)
  const entity = graph.tools.get(tool)?.parameters.find(({ name }) => name === parameter)?.entity
  const schema = schemaOf(graph.tools.get(tool)?.spec.parameters, parameter)
  const documented = isObject(schema) && isArray(schema['enum']) ? schema['enum'] : []
  const visible = trace
    ? knowledgeAfter({ ...context, trace }).atoms.flatMap((atom) =>
        entity !== undefined && atom.entity === entity ? [atom.value] : [],
      )
    : []
  const words = Object.keys((entity === undefined ? undefined : graph.entity(entity)?.words) ?? {})
  const said = trace?.requests.find((request) => request.tool === tool)?.arguments[parameter]
  const near = said?.by === 'value' && typeof said.value === 'number' ? [said.value + 1, said.value * 2] : []
  const text = said?.by === 'value' && typeof said.value === 'string' ? [`${said.value} x`] : []
  return [...documented, ...visible.slice(0, LIKE), ...words, ...near, ...text]
}

function verifyTold(context: TaskTurn): ReturnType<FamilyVerifier> {
  const { turn, messages, query, lexicon, before } = context
  const asked = before.at(-1)?.task.expected
  const place = asked?.kind === 'ask' ? placeOf(asked.missing) : undefined
  const trace = traceOf(context)
  const reading = readNext(lexicon, messages, query.text)
  return unless('missing-parameter', turn, [
    ['the turn before asked', asked?.kind === 'ask'],
    [
      'the message says what was asked for',
      query.writer === 'model'
        ? query.follows === 'reply' &&
          place !== undefined &&
          saysValue(lexicon, trace?.requests[place.index], place.parameter, query.text)
        : reading.follows === 'reply',
    ],
    [
      'it completes what was asked for before',
      place !== undefined &&
        trace !== undefined &&
        asked?.kind === 'ask' &&
        sameJson(
          without(trace.requests, place.index, place.parameter) as unknown as Json,
          without(asked.trace.requests, place.index, place.parameter) as unknown as Json,
        ),
    ],
  ])
}

function placeOf(missing: readonly string[]): { readonly index: number; readonly parameter: string } | undefined {
  const [, index, ...parameter] = missing.length === 1 ? (missing[0] ?? '').split('/') : []
  return index === undefined || parameter.length === 0
    ? undefined
    : { index: Number(index), parameter: parameter.join('/') }
}

function without(requests: readonly Request[], index: number, parameter: string): Request[] {
  return requests.map((request, i) =>
    i === index
      ? {
          tool: request.tool,
          arguments: Object.fromEntries(Object.entries(request.arguments).filter(([name]) => name !== parameter)),
        }
      : request,
  )
}

function schemaOf(parameters: Json | undefined, parameter: string): Json | undefined {
  const properties = isObject(parameters) ? parameters['properties'] : undefined
  return isObject(properties) ? properties[parameter] : undefined
}
