import { isObject, type JsonObject } from '../core/json.js'
import { untag } from '../core/number.js'
import type { ToolCall } from '../core/tool.js'
import type { Step } from '../core/trajectory.js'
import { checkArguments, replay, type World } from '../environment/index.js'
import type { ActingTurn } from './context.js'
import { goldOf, reaches } from './gold.js'
import { SPARE_CALLS } from './outcome.js'

export interface NullAgentRun {
  readonly name: string
  readonly passed: boolean
}

/**
 * Agents that understand nothing and must therefore fail the turn, gold elsewhere: doing nothing, the goal tools with the
 * query's literals, reading everything there is, doing the last turn again.
 */
export function runNullAgents(context: ActingTurn, previous: readonly Step[] | undefined): NullAgentRun[] {
  const { start, trace } = context
  const gold = goldOf(start, trace)
  const attempt = (calls: readonly ToolCall[]): boolean => {
    if (calls.length > trace.calls.length + SPARE_CALLS) return false
    const world = start.fork()
    const made = callable(world, calls)
    return reaches(gold, world, made, replay(world, made))
  }
  const hidden = trace.calls.length > trace.goal.calls.length
  return [
    { name: 'silent', passed: attempt([]) },
    ...(hidden ? [{ name: 'literal', passed: attempt(literalCalls(context)) }] : []),
    ...(hidden ? [{ name: 'spam-reads', passed: attempt(readCalls(start)) }] : []),
    ...(previous ? [{ name: 'repeat-last-turn', passed: attempt(previous.flatMap(({ calls }) => calls)) }] : []),
  ]
}

/** Calls whose arguments the tools accept: the others would only be refused. */
function callable(world: World, calls: readonly ToolCall[]): ToolCall[] {
  return calls.filter(({ name, arguments: args }) => {
    const spec = world.tools.find((tool) => tool.name === name)
    return spec !== undefined && checkArguments(spec.parameters, untag(args)).length === 0
  })
}

function literalCalls({ trace }: ActingTurn): ToolCall[] {
  return trace.requests.map(({ tool, arguments: args }, i) => {
    const literals: JsonObject = Object.fromEntries(
      Object.entries(args).flatMap(([parameter, reference]) =>
        reference.by === 'earlier' ? [] : [[parameter, reference.value]],
      ),
    )
    return { id: `literal${i}`, name: tool, arguments: literals }
  })
}

function readCalls(start: World): ToolCall[] {
  return start.tools
    .filter(
      ({ effect, parameters }) =>
        effect === 'read' &&
        !(Array.isArray(parameters['required']) && parameters['required'].length > 0) &&
        isObject(parameters),
    )
    .map(({ name }) => ({ id: `read-${name}`, name, arguments: {} }))
}
