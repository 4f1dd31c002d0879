import * as z from 'zod'
import { isObject, type JsonObject } from '../../core/json.js'
import type { MessageTool } from '../../core/message.js'
import { complaint } from '../complaint.js'
import { RequestRefusal } from '../refusal.js'
import type { Session, Shown } from '../session.js'

/** What a client may do in a step: the two tool actions of OpenEnv (formats 4.1), and `answer`, which ends the session. */
export const ACTION = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('list_tools'), metadata: z.looseObject({}).optional() }),
  z.strictObject({
    type: z.literal('call_tool'),
    tool_name: z.string(),
    arguments: z.record(z.string(), z.json()).default({}),
    metadata: z.looseObject({}).optional(),
  }),
  z.strictObject({ type: z.literal('answer'), content: z.string(), metadata: z.looseObject({}).optional() }),
])

/** What a reset and a step give back. `reward` is what this step earned: 0 until the answer. */
export interface Reply {
  readonly observation: JsonObject
  readonly reward: number | null
  readonly done: boolean
}

/** A tool as OpenEnv lists it. */
function listedTool({ function: { name, description, parameters } }: MessageTool): JsonObject {
  return { name, description, input_schema: parameters }
}

/** What a session begins with: the conversation, its last message by itself, and the tools on offer. */
export function begun({ task }: Session): Reply {
  return {
    observation: {
      task_id: task.id,
      prompt: task.messages.findLast(({ role }) => role === 'user')?.content ?? '',
      messages: task.messages as never,
      tools: task.tools.map(listedTool),
    },
    reward: null,
    done: false,
  }
}

/** Takes one step. An action that OpenEnv does not know is refused. */
export function act(session: Session, action: unknown): Reply {
  const read = ACTION.safeParse(action)
  if (!read.success) throw new RequestRefusal('invalid', `This is no action: ${complaint(read.error)}.`)
  switch (read.data.type) {
    case 'list_tools':
      return { observation: { tools: session.task.tools.map(listedTool) }, ...standing(session) }
    case 'call_tool': {
      const { tool_name: name, arguments: args } = read.data
      const shown = session.call(name, args)
      return { observation: { tool_name: name, ...toolResult(shown) }, ...standing(session) }
    }
    case 'answer': {
      const { reward, reasons } = session.answer(read.data.content)
      return {
        observation: { passed: reward === null ? null : reward === 1, reasons: reasons as never },
        reward,
        done: true,
      }
    }
  }
}

/** The reward of a step that does not end the session, or ends it for having no end. */
function standing({ outcome, task }: Session): Pick<Reply, 'reward' | 'done'> {
  return { reward: outcome ? outcome.reward : task.families.length > 0 ? 0 : null, done: outcome !== undefined }
}

const ERROR_TYPES: { readonly [code: string]: string } = {
  'unknown-tool': 'tool_not_found',
  'invalid-arguments': 'invalid_args',
}

/** A result as OpenEnv wraps it: what a tool refuses is a result too, since the model is to read it. */
export function toolResult({ value, text, error }: Shown): JsonObject {
  const type = error === undefined ? undefined : ERROR_TYPES[error]
  if (type !== undefined) return { result: null, error: { error_type: type, message: text } }
  return {
    result: {
      content: [{ type: 'text', text }],
      structured_content: isObject(value) ? value : null,
      meta: null,
      data: value,
      is_error: error !== undefined,
    },
    error: null,
  }
}
