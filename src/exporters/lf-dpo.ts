import { datasetInfo, lfTurn, lfTurns, systemOf } from './lf-turns.js'
import type { PairExporter } from './pair-exporter.js'

const FILE = 'lf-dpo.jsonl'

/** Step-level pairs as LLaMA-Factory reads them with `formatting: sharegpt` and `ranking: true` (formats 1.2). */
export const lfDpo: PairExporter = {
  name: 'lf-dpo',
  description: 'Preference pairs for LLaMA-Factory (dataset_info: formatting sharegpt, ranking true).',
  fileName: FILE,
  datasetInfo: datasetInfo('turnsmith_dpo', FILE, true),
  lost: { call_ids: 'the format tells results apart by their order alone' },
  records: ({ messages, tools }, { chosen, rejected, context }) => [
    {
      conversations: lfTurns(messages.slice(0, context)),
      chosen: lfTurn(chosen),
      rejected: lfTurn(rejected),
      system: systemOf(messages),
      tools: JSON.stringify(tools.map(({ function: spec }) => spec)),
    },
  ],
}
