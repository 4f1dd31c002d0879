import type { Exporter } from './exporter.js'
import { learnedSteps } from './learned-steps.js'
import { datasetInfo, lfTurn, lfTurns, systemOf } from './lf-turns.js'

const FILE = 'lf-sharegpt.jsonl'

/**
 * Responses one by one as LLaMA-Factory reads them with `formatting: sharegpt` (formats 1.2). With `mask_history: true` it learns the last turn
 * of each alone; without, it would learn steps that erred too.
 */
export const lfSharegpt: Exporter = {
  name: 'lf-sharegpt',
  description: 'Responses of the assistant for LLaMA-Factory (formatting sharegpt); train with mask_history: true.',
  fileName: FILE,
  datasetInfo: datasetInfo('turnsmith', FILE, false),
  lost: { call_ids: 'the format tells results apart by their order alone' },
  rows: (trajectory) =>
    learnedSteps(trajectory).map(({ context, step, tools }) => ({
      conversations: [...lfTurns(context), lfTurn(step)],
      system: systemOf(context),
      tools: JSON.stringify(tools.map(({ function: spec }) => spec)),
    })),
}
