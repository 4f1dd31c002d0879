import type { Message, MessageTool } from '../core/message.js'
import type { Trajectory } from '../core/trajectory.js'

/** A conversation under one tool list, and which of its messages are to be learned under it. */
export interface Offer {
  readonly messages: readonly { readonly message: Message; readonly learned: boolean }[]
  readonly tools: readonly MessageTool[]
}

/**
 * A row as conversations that each have one tool list. Where a tool is offered from some turn on only, what was said without it
 * is one conversation, and what was said with it another, in which the turns before are read and not learned.
 */
export function offersOf({ messages, tools, turns, renaming }: Trajectory): Offer[] {
  const shown = new Map((renaming ?? []).map(({ name, as }) => [name, as]))
  const keys = turns.map(({ task }) => [...task.offered].toSorted().join())
  const ends = keys.flatMap((key, k) => (key === keys[k + 1] ? [] : [k]))
  const turnOf = turnsOf(messages)
  return ends.map((end): Offer => {
    const offered = new Set(turns[end]?.task.offered.map((name) => shown.get(name) ?? name))
    return {
      messages: messages.flatMap((message, i) => {
        const turn = turnOf[i] ?? 0
        if (turn > end) return []
        const erred = message.role === 'assistant' && message.train === false
        return [{ message, learned: !erred && (turn < 0 || keys[turn] === keys[end]) }]
      }),
      tools: ends.length === 1 ? tools : tools.filter(({ function: { name } }) => offered.has(name)),
    }
  })
}

/** The turn of each message; -1 before the first. */
function turnsOf(messages: readonly Message[]): number[] {
  let turn = -1
  return messages.map(({ role }) => (role === 'user' ? ++turn : turn))
}
