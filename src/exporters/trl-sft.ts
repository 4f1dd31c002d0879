import type { Json } from '../core/json.js'
import type { Exporter } from './exporter.js'
import { learnedSteps } from './learned-steps.js'

/** Responses one by one as TRL's SFT trainer reads prompt and completion (formats 2.1): the loss is on the completion alone. */
export const trlSft: Exporter = {
  name: 'trl-sft',
  description: 'Responses of the assistant for the SFT trainer of TRL, each with what stands before it.',
  fileName: 'trl-sft.jsonl',
  lost: {},
  rows: (trajectory) =>
    learnedSteps(trajectory).map(
      ({ context, step, tools }) => ({ prompt: context, completion: [step], tools }) as unknown as Json,
    ),
}
