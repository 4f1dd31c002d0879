import type { HardQuery } from '../../core/hard-query.js'
import type { Subject } from '../../core/subject.js'
import type { ToolInput } from '../querying/agent.js'

/**
 * What a reply is made from: what this person has in mind, of which the assistant asked for one thing or which it could not do
 * before, and the conversation.
 */
export type ReplyInput = ToolInput & { readonly subject: Extract<Subject, { kind: 'reply' | 'retry' }> }

/** The user simulator: answers what the assistant asks back or could not do, and knows nothing but what the user of the task may know. */
export interface UserAgent {
  /** Undefined where no wording says it unmistakably. */
  reply(input: ReplyInput): Promise<HardQuery | undefined>
}
