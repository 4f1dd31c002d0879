import type { JsonObject } from '../core/json.js'
import type { Message, MessageTool } from '../core/message.js'
import { restoreCall } from '../core/renaming.js'
import type { Trace } from '../core/trace.js'
import type { Step, Trajectory } from '../core/trajectory.js'
import { promptOf, taskId, toolsInTurn } from '../core/turn-prompt.js'
import type { Verdict } from '../core/verdict.js'
import { createWorld, type Environment, withFaults, type World, worldAfter } from '../environment/index.js'
import { type Semantics, unsaidTurn, validateTask } from '../verifiers/index.js'

/** What a model is given to try: a conversation that ends in what the user says, and the tools on offer. */
export interface Task {
  readonly id: string
  /** Which turn of its row it is, from 0. */
  readonly turn: number
  /** Families that it trains; none for a task that nothing judges. */
  readonly families: readonly string[]
  readonly messages: readonly Message[]
  readonly tools: readonly MessageTool[]
  /** What carries it out, where something is to be carried out. */
  readonly trace?: Trace
  /** A world at its start, in which its planned failures strike. */
  start(): World
  /** The call as its environment knows it, where the task shows its tools under other names. */
  restore(name: string, args: JsonObject): readonly [name: string, args: JsonObject]
  /** Whether the steps did what was asked, by outcome; undefined where nothing was. */
  judge(steps: readonly Step[]): Verdict | undefined
}

/** The environments of a row, and what their tools mean. */
export interface Meaning {
  readonly environments: readonly Environment[]
  readonly semantics: Semantics
}

/**
 * Turn `k` of a proved row as a task: all that was said and done before it, then its user message. A try is judged by the
 * validation that its accepted steps passed (DESIGN 6).
 */
export function taskOf(row: Trajectory, k: number, { environments, semantics }: Meaning): Task {
  const { system, turns, tools, renaming } = row
  const turn = turns[k]
  if (!turn) throw new Error(`taskOf: row ${row.id} has ${turns.length} turns, and no turn ${k}.`)
  const before = turns.slice(0, k)
  const start = worldAfter(createWorld(environments, row.initial as never), before)
  const { messages, saidBefore } = unsaidTurn(
    semantics,
    { system, tools, before, count: turns.length, start },
    turn.task,
  )
  const { task, query } = turn
  const { expected } = task
  return {
    id: taskId(row, k),
    turn: k,
    families: task.families.length > 0 ? task.families : ['base'],
    messages: promptOf(row, k),
    tools: toolsInTurn(row, k),
    ...(expected.kind === 'act' || expected.kind === 'stop' ? { trace: expected.trace } : {}),
    start: () => withFaults(start.fork(), task.faults),
    restore: (name, args) => (renaming ? restoreCall(name, args, renaming) : [name, args]),
    judge: (steps) =>
      validateTask({
        ...semantics,
        turn: k,
        start,
        messages,
        task,
        query,
        steps,
        ...(saidBefore ? { saidBefore } : {}),
      }),
  }
}
