import type { Discrepancy } from '../../core/verdict.js'
import type { CritiquingAgent } from './agent.js'

/** A critiquing agent without a model: one sentence for the first discrepancy, in an order that helps most. */
export function proceduralCritiquing(): CritiquingAgent {
  return { critique: ({ reasons }) => Promise.resolve(hintFor(reasons)) }
}

const HINTS: { readonly [kind in Discrepancy['kind']]?: string } = {
  'no-call': 'Nothing was done yet. Work out which tools the request needs.',
  'empty-answer': 'Do not end without telling the user what came out.',
  'unknown-tool': 'Use only tools that are on offer.',
  'invalid-arguments': 'Check the arguments against what the tool accepts.',
  'ungrounded-argument': 'One of the values was not found anywhere in the conversation. Look it up before using it.',
  'wrong-argument': 'One of the values is not the one the user means. Read the message again.',
  'missing-call': 'Part of the request has not been carried out.',
  'wrong-state': 'What was changed is not what the user asked for. Compare it with the message, word by word.',
  'extra-write': 'Something was changed that nobody asked for.',
  'missing-answer': 'The user asked to be told something that the answer leaves out.',
  'unsupported-claim': 'The answer says something that no result shows.',
  'raw-result': 'Tell the user what came out in words, not as data.',
  'step-limit': 'There is a shorter way.',
}

function hintFor(reasons: readonly Discrepancy[]): string {
  const [hint] = Object.entries(HINTS).flatMap(([kind, text]) =>
    reasons.some((reason) => reason.kind === kind) ? [text] : [],
  )
  return hint ?? 'The outcome is not what the user asked for. Read the message again.'
}
