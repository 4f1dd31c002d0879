import type { Trace } from '../core/trace.js'
import type { ApiGraph, GraphTool } from './graph.js'

/** What a call that nobody asked for is there for; only a `step` counts as a hidden step, the rest is routine. */
export type HiddenKind = 'step' | 'login' | 'token' | 'working-directory' | 'status'

/** Routine kinds, counted apart from hidden steps. */
export const ROUTINE = ['login', 'token', 'working-directory', 'status'] as const

export interface HiddenCall {
  /** Its place among the calls of the trace. */
  readonly index: number
  readonly tool: string
  readonly kind: HiddenKind
}

/** Calls of a trace that no words ask for and that a later call depends on. */
export function hiddenCalls(graph: ApiGraph, { calls, goal }: Trace): HiddenCall[] {
  return calls.flatMap(({ call, hidden }, index): HiddenCall[] => {
    const needed = calls.some(({ needs }) => needs.includes(index))
    if (!hidden || !needed || goal.calls.includes(index)) return []
    return [{ index, tool: call.name, kind: kindOf(graph, graph.tools.get(call.name)) }]
  })
}

/** Calls of a trace that nobody asked for, other than routine: what makes a request hard. */
export function hiddenSteps(graph: ApiGraph, trace: Trace): HiddenCall[] {
  return hiddenCalls(graph, trace).filter(({ kind }) => kind === 'step')
}

/** Does a tool only open a session, as logins do? */
export function isSessionTool(tool: GraphTool | undefined): boolean {
  return tool?.spec.effect === 'session' && tool.establishes.length > 0
}

export function isMove(graph: ApiGraph, tool: GraphTool | undefined): boolean {
  return tool !== undefined && graph.places(tool.spec.environment)?.move.tool === tool.spec.name
}

function kindOf(graph: ApiGraph, tool: GraphTool | undefined): HiddenKind {
  if (!tool) return 'step'
  if (isSessionTool(tool)) return tool.outputs.length > 0 ? 'token' : 'login'
  if (isMove(graph, tool)) return 'working-directory'
  const tellsNothingToUse = tool.parameters.length === 0 && tool.outputs.length === 0
  return tool.spec.effect === 'read' && tellsNothingToUse ? 'status' : 'step'
}

/** Hidden calls that a wish of the turn leads back to, by the wish's place among the requests. */
export function hiddenCallsOf(wish: number, trace: Trace, hidden: readonly HiddenCall[]): HiddenCall[] {
  const reached = new Set<number>()
  const visit = (index: number | undefined): void => {
    if (index === undefined || reached.has(index)) return
    reached.add(index)
    trace.calls[index]?.needs.forEach(visit)
  }
  visit(trace.goal.calls[wish])
  return hidden.filter(({ index }) => reached.has(index))
}
