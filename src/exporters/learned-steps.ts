import type { Message, MessageTool } from '../core/message.js'
import type { Trajectory } from '../core/trajectory.js'
import { offersOf } from './offers.js'

/** An assistant message that is to be learned, all that stands before it, and the tools on offer. */
export interface LearnedStep {
  readonly context: readonly Message[]
  readonly step: Message
  readonly tools: readonly MessageTool[]
}

/**
 * A row split at each response of the assistant, as the paper trains on it: loss on the current one only. So a step that erred is read by
 * those after it, and learned by none.
 */
export function learnedSteps(trajectory: Trajectory): LearnedStep[] {
  return offersOf(trajectory).flatMap(({ messages, tools }) => {
    const all = messages.map(({ message }) => unmarked(message))
    return messages.flatMap(({ message, learned }, i): LearnedStep[] =>
      message.role === 'assistant' && learned ? [{ context: all.slice(0, i), step: all[i] ?? message, tools }] : [],
    )
  })
}

/** Without our own mark of what is not to be learned: no trainer knows it. */
export function unmarked(message: Message): Message {
  if (message.role !== 'assistant') return message
  const { train: _, ...rest } = message
  return rest
}
