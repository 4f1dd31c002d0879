import { messagesOf, type Trajectory, type Turn } from '../core/trajectory.js'
import type { TurnTask } from '../core/turn-task.js'
import type { World } from '../environment/index.js'
import type { Semantics, TaskTurn } from './context.js'
import { valuesSaidBefore } from './said.js'

/** What a turn stands in: the conversation before it, and the row that it is to be of. */
interface Standing extends Pick<Trajectory, 'system' | 'tools'> {
  readonly before: readonly Turn[]
  /** How many turns the row has in all. */
  readonly count: number
  /** The world before the turn. */
  readonly start: World
}

/** All of a turn but its words and its steps, as verifiers look at it. */
export function unsaidTurn(
  { graph, lexicon }: Semantics,
  { system, tools, before, count, start }: Standing,
  task: TurnTask,
): Omit<TaskTurn, 'query' | 'steps'> {
  return {
    graph,
    lexicon,
    turn: before.length,
    start,
    messages: messagesOf(system, before),
    task,
    saidBefore: valuesSaidBefore(lexicon, before),
    before,
    turns: count,
    tools,
  }
}
