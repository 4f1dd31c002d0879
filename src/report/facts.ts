import type { ToolCall, ToolResult } from '../core/tool.js'
import type { Trace } from '../core/trace.js'
import type { Trajectory, Turn } from '../core/trajectory.js'
import type { Visible } from '../core/visible.js'
import type { World } from '../environment/index.js'
import type { ApiGraph } from '../graph/index.js'
import { type Masker, maskerOf } from './mask.js'

/** What a row's tools mean and what its conversation shows: given by whoever knows the environments. */
export interface Meaning {
  readonly graph: ApiGraph
  /** The world at the row's beginning; it is not moved. */
  readonly world: World
  /** What the conversation shows before a turn's user message. */
  readonly visibleBefore: (turn: number) => Visible
}

/** One turn as the figures see it. */
export interface TurnFacts {
  readonly index: number
  readonly turn: Turn
  /** Of an acting turn; what others could have become is not what was done. */
  readonly trace: Trace | undefined
  /** Calls of the accepted steps in order, with their results. */
  readonly calls: readonly ToolCall[]
  readonly results: readonly ToolResult[]
  /** The world before the turn and what is visible then; absent where the environments are unknown. */
  readonly before: { readonly graph: ApiGraph; readonly start: World; readonly visible: Visible } | undefined
}

/** One row as the figures see it. */
export interface RowFacts {
  readonly row: Trajectory
  readonly graph: ApiGraph | undefined
  readonly turns: readonly TurnFacts[]
  /** Made when first asked for, since it reads the whole row. */
  readonly masker: () => Masker
}

export function factsOf(row: Trajectory, meaning: Meaning | undefined): RowFacts {
  const world = meaning?.world.fork()
  const turns = row.turns.map((turn, index): TurnFacts => {
    const calls = turn.steps.flatMap((step) => step.calls)
    const results = turn.steps.flatMap((step) => step.results)
    const start = world?.fork()
    const before = meaning && start ? { graph: meaning.graph, start, visible: meaning.visibleBefore(index) } : undefined
    if (world) for (const call of unfaulted(turn, calls)) world.call(call)
    return { index, turn, trace: traceOf(turn), calls, results, before }
  })
  let masker: Masker | undefined
  return { row, graph: meaning?.graph, turns, masker: () => (masker ??= maskerOf(row)) }
}

function traceOf({ task: { expected } }: Turn): Trace | undefined {
  return expected.kind === 'act' ? expected.trace : undefined
}

/** Calls that reached their tool: one that a planned fault struck changed nothing. */
function unfaulted({ task }: Turn, calls: readonly ToolCall[]): ToolCall[] {
  const made = new Map<string, number>()
  return calls.filter(({ name }) => {
    const nth = made.get(name) ?? 0
    made.set(name, nth + 1)
    return !task.faults.some((fault) => fault.tool === name && fault.nth === nth)
  })
}
