import type { Json, JsonObject } from '../core/json.js'
import type { Message } from '../core/message.js'
import { promptOf, taskId, toolsInTurn } from '../core/turn-prompt.js'
import type { TaskExporter } from './task-exporter.js'

/** Rows of NeMo Gym (formats 4.3): the conversation as items of the Responses API, and the `task_id` that seeds a session. */
export const nemoGym: TaskExporter = {
  name: 'nemo-gym',
  description: 'Tasks for NeMo Gym, whose resources server turnsmith serve is.',
  fileName: 'nemo-gym.jsonl',
  lost: { reasoning_content: 'a reasoning item of the API belongs to the model that made it' },
  task: (row, turn) => ({
    responses_create_params: {
      input: promptOf(row, turn).flatMap(itemsOf),
      tools: toolsInTurn(row, turn).map(({ function: { name, description, parameters } }) => ({
        type: 'function',
        name,
        description,
        parameters,
        strict: false,
      })),
      parallel_tool_calls: true,
    },
    task_id: taskId(row, turn),
  }),
}

/** A message as items: each call and each result is one of its own. */
function itemsOf(message: Message): Json[] {
  if (message.role === 'tool')
    return [{ type: 'function_call_output', call_id: message.tool_call_id, output: message.content }]
  const said: JsonObject[] = message.content === '' ? [] : [{ role: message.role, content: message.content }]
  const calls = message.role === 'assistant' ? (message.tool_calls ?? []) : []
  return [
    ...said,
    ...calls.map(({ id, function: { name, arguments: args } }) => ({
      type: 'function_call',
      call_id: id,
      name,
      arguments: JSON.stringify(args),
    })),
  ]
}
