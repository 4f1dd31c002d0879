import { promptOf, taskId, toolsInTurn } from '../core/turn-prompt.js'
import type { Json } from '../core/json.js'
import { unmarked } from './learned-steps.js'
import type { TaskExporter } from './task-exporter.js'

/** Prompts of slime (formats 4.5): tools are a JSON text, and what the reward needs is in `metadata`. */
export const slime: TaskExporter = {
  name: 'slime',
  description: 'Prompts for slime (--input-key prompt --tool-key tools --metadata-key metadata), with their task_id.',
  fileName: 'slime.jsonl',
  lost: {},
  task: (row, turn) =>
    ({
      prompt: promptOf(row, turn).map(unmarked),
      label: taskId(row, turn),
      tools: JSON.stringify(toolsInTurn(row, turn)),
      metadata: { task_id: taskId(row, turn) },
    }) as unknown as Json,
}
