import type { JsonObject } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { breaks } from '../../core/rule.js'
import { visibleOf } from '../../language/index.js'
import { type FamilyVerifier, leadsThere, traceOf, unless } from './family.js'

/**
 * A rule of the system prompt is about what is asked for. Where it forbids that, the tools would do it and it is declined;
 * where it allows it, the twin is carried out.
 */
export const verifyPolicy: FamilyVerifier = (context) => {
  const { turn, start, messages, lexicon, task } = context
  const { expected } = task
  const trace = traceOf(context)
  const { rules = [] } = visibleOf(lexicon, messages.slice(0, 1), start.tools)
  const goals = (trace?.goal.calls ?? []).flatMap((index) => {
    const call = trace?.calls[index]?.call
    return call ? [{ name: call.name, arguments: untag(call.arguments) as JsonObject }] : []
  })
  const about = rules.filter(({ tool }) => goals.some(({ name }) => name === tool))
  const broken = about.filter((rule) => goals.some((call) => breaks(rule, call)))
  const forbidden = expected.kind === 'decline' && expected.because === 'policy'
  return unless('policy', turn, [
    ['a rule is about what is asked for', about.length > 0],
    [
      'what breaks a rule is declined, what keeps it is done',
      forbidden ? broken.length > 0 : broken.length === 0 && expected.kind === 'act',
    ],
    [
      'the rule named is the one broken',
      !forbidden || expected.wanted.every((name) => broken.some((rule) => rule.name === name)),
    ],
    ['the tools would do it', trace !== undefined && leadsThere(context, trace)],
  ])
}
