import type { Json } from '../core/json.js'
import type { Preference } from '../core/preference.js'
import type { Trajectory } from '../core/trajectory.js'
import type { PairExporter } from './pair-exporter.js'

/** Step-level pairs as TRL's DPO trainer reads them (formats 2.2): one assistant message on each side, arguments as objects. */
export const trlDpo: PairExporter = {
  name: 'trl-dpo',
  description: 'Preference pairs for the DPO trainer of TRL, one assistant step on each side.',
  fileName: 'trl-dpo.jsonl',
  lost: {},
  records: (row, { chosen, rejected, context }) => [
    plain({ prompt: promptOf(row, context), chosen: [chosen], rejected: [rejected], tools: row.tools }),
  ],
}

/** The same steps one by one, each with whether it is wanted, as TRL's KTO trainer reads them. */
export const trlKto: PairExporter = {
  name: 'trl-kto',
  description: 'Wanted and unwanted steps for the KTO trainer of TRL, one assistant step each.',
  fileName: 'trl-kto.jsonl',
  lost: {},
  records: (row, { chosen, rejected, context }) =>
    [chosen, rejected].map((step) =>
      plain({ prompt: promptOf(row, context), completion: [step], label: step === chosen, tools: row.tools }),
    ),
}

function promptOf(row: Trajectory, context: Preference['context']): Trajectory['messages'] {
  return row.messages.slice(0, context)
}

function plain(record: object): Json {
  return record as unknown as Json
}
