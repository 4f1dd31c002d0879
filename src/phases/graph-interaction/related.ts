import type { Json } from '../../core/json.js'
import type { Trace } from '../../core/trace.js'
import { type ApiGraph, type GraphTool, toolNamed } from '../../graph/index.js'
import { isThing, occursIn } from './things.js'

/** A goal of a trace: what its request names, and all that its call holds and shows. */
interface Told {
  readonly named: readonly Json[]
  readonly all: Json
}

/** Do the wishes of a message share a thing: does one name what the other names or shows? Going somewhere goes along with anything. */
export function isRelated({ requests, calls, goal }: Trace, graph: ApiGraph): boolean {
  const told = goal.calls.flatMap((index, i): Told[] => {
    const { call, result } = calls[index] ?? {}
    const said = Object.keys(requests[i]?.arguments ?? {})
    return call && result
      ? [
          {
            named: said.flatMap((parameter) => call.arguments[parameter] ?? []),
            all: [call.arguments, result.value],
          },
        ]
      : []
  })
  if (requests.some(({ tool }) => graph.places(toolNamed(graph, tool).spec.environment)?.move.tool === tool))
    return true
  return told.every(
    (one, i) => i === 0 || told.slice(0, i).some((other) => speaksOf(one, other) || speaksOf(other, one)),
  )
}

function speaksOf({ named }: Told, { all }: Told): boolean {
  return named.some((value) => isThing(value) && occursIn(all, value))
}

/** Could wishes for these tools share a thing: does one take what the other takes or shows? */
export function mayBeRelated(one: GraphTool, other: GraphTool, graph: ApiGraph): boolean {
  const isNamed = (entity: string): boolean => {
    const { opaque, mentions } = graph.entity(entity) ?? {}
    return opaque === true || mentions !== undefined
  }
  const takes = ({ parameters }: GraphTool): string[] => parameters.flatMap(({ entity }) => entity ?? [])
  const shows = ({ outputs }: GraphTool): string[] => outputs.map(({ entity }) => entity)
  const [ones, others] = [new Set([...takes(one), ...shows(one)]), [...takes(other), ...shows(other)]]
  return others.some((entity) => isNamed(entity) && ones.has(entity))
}
