import type { Objection } from '../phases/tool-query-synthesis/index.js'
import { type ActingTurn, unsaidIn, verifyFidelity, verifyLeak } from '../verifiers/index.js'

/** What is wrong with words that a model wrote, in words it may be told, before anybody is paid to act on them. */
export function objectionsTo(context: ActingTurn): Objection[] {
  const { turn, query } = context
  return [
    ...[...verifyLeak(context), ...verifyFidelity(context)].map((reason): Objection => ({
      reason,
      words: `It says ${'text' in reason ? JSON.stringify(reason.text) : 'something'}, which is not this person's to say.`,
    })),
    ...unsaidIn(context).map((name): Objection => ({
      reason: { kind: 'incomplete-query', turn, text: query.text },
      words: `It does not say the value of ${name} so that it can be recognised.`,
    })),
  ]
}
