import type { Json } from '../core/json.js'
import { promptOf, taskId, toolsInTurn } from '../core/turn-prompt.js'
import { unmarked } from './learned-steps.js'
import type { TaskExporter } from './task-exporter.js'

/** Prompts as TRL's GRPO trainer takes them (formats 2.3): other columns reach the environment and the reward function. */
export const trlGrpo: TaskExporter = {
  name: 'trl-grpo',
  description: 'Prompts for the GRPO trainer of TRL, with the task_id that turnsmith serve knows them by.',
  fileName: 'trl-grpo.jsonl',
  lost: {},
  task: (row, turn) =>
    ({
      prompt: promptOf(row, turn).map(unmarked),
      tools: toolsInTurn(row, turn),
      task_id: taskId(row, turn),
    }) as unknown as Json,
}
