import { type FamilyVerifier, traceOf, unless } from './family.js'

/** A goal call is refused for good, nothing but that stands in the way, and no call after it looks for a way round. */
export const verifyBlocked: FamilyVerifier = (context) => {
  const { turn, task, steps, lexicon } = context
  const trace = traceOf(context)
  const last = trace?.calls.at(-1)
  const { tool, code } = { tool: last?.call.name, code: last?.result.error?.code }
  const declared = lexicon.environments
    .flatMap(({ definition }) => definition.conversation?.limits ?? [])
    .some((limit) => limit.tool === tool && limit.code === code)
  const results = steps.flatMap((step) => step.results)
  const refused = results.findIndex(({ error }) => error?.code === code)
  return unless('blocked', turn, [
    ['it stops at a refusal', task.expected.kind === 'stop' && last?.result.error !== undefined],
    ['the refusal is a declared limit, not a slip', declared],
    [
      'only the last call of the trace is refused',
      trace?.calls.slice(0, -1).every(({ result }) => !result.error) === true,
    ],
    ['nothing is tried after the refusal', refused >= 0 && refused === results.length - 1],
  ])
}
