import type { Message, MessageTool } from './message.js'
import type { Trajectory } from './trajectory.js'

/** What a turn is called as a task to try: the id of its row, and its number. */
export function taskId({ id }: Pick<Trajectory, 'id'>, turn: number): string {
  return `${id}:${turn}`
}

/** The conversation as the row shows it, up to what the user says in this turn. */
export function promptOf({ messages }: Pick<Trajectory, 'messages'>, turn: number): readonly Message[] {
  const users = messages.flatMap(({ role }, i) => (role === 'user' ? [i] : []))
  return messages.slice(0, (users[turn] ?? -1) + 1)
}

/** The tools that are on offer in this turn, as the row shows them. */
export function toolsInTurn(
  { tools, turns, renaming }: Pick<Trajectory, 'tools' | 'turns' | 'renaming'>,
  turn: number,
): readonly MessageTool[] {
  const shown = new Map((renaming ?? []).map(({ name, as }) => [name, as]))
  const offered = new Set(turns[turn]?.task.offered.map((name) => shown.get(name) ?? name))
  return tools.filter((tool) => offered.has(tool.function.name))
}
