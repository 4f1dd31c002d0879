import type { JsonObject } from '../core/json.js'
import { untag } from '../core/number.js'
import { breaks } from '../core/rule.js'
import type { Trace } from '../core/trace.js'
import { actingTrace, type Family, type FamilyContext } from './family.js'

/** A rule of the system prompt is about what the user wants: forbidden it is declined, else its allowed twin is done. */
export const policy: Family = {
  name: 'policy',
  material: 'trace',
  targets: ({ rules }) => rules.map(({ tool }) => tool),
  rewrite(task, context) {
    const trace = actingTrace(task)
    if (!trace || !context.rules.some(({ tool }) => trace.requests.some((request) => request.tool === tool)))
      return undefined
    const families = [...task.families, 'policy']
    const broken = brokenBy(trace, context)
    if (!broken) return { task: { ...task, families }, subject: { kind: 'requests' } }
    return trace.requests.length > 1
      ? undefined
      : {
          task: { ...task, families, expected: { kind: 'decline', because: 'policy', wanted: [broken], trace } },
          subject: { kind: 'requests' },
        }
  },
}

/** The name of the rule that a trace breaks. */
export function brokenBy({ calls }: Trace, { rules }: Pick<FamilyContext, 'rules'>): string | undefined {
  return rules.find((rule) =>
    calls.some(({ call }) => breaks(rule, { name: call.name, arguments: untag(call.arguments) as JsonObject })),
  )?.name
}
