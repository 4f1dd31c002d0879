import { shuffle } from '../core/random.js'
import { knowledgeOf, nextCalls, restrict } from '../graph/index.js'
import { actingTrace, type Family, type FamilyContext } from './family.js'

/** A value that nothing supplies is left out; in the next turn, having been asked, the user says it. */
export const missingParameter: Family = {
  name: 'missing-parameter',
  material: 'trace',
  targets: (context) => incompleteIn(context).map(({ tool }) => tool),
  rewrite(task, context) {
    const { graph, visible, random } = context
    const trace = actingTrace(task)
    const [request] = trace?.requests ?? []
    if (!trace || !request || trace.requests.length > 1) return undefined
    const on = restrict(graph, new Set(task.offered))
    const knowledge = knowledgeOf(graph, visible)
    for (const { tool, parameter } of shuffle(random.fork('missing'), incompleteIn(context))) {
      if (tool !== request.tool || !Object.hasOwn(request.arguments, parameter)) continue
      if (request.arguments[parameter]?.by === 'earlier') continue
      const { [parameter]: _, ...said } = request.arguments
      const next = nextCalls(on, [{ tool, arguments: said }], knowledge)
      if (next.kind !== 'stuck' || next.stuck.reason !== 'missing-parameter' || next.stuck.parameter !== parameter)
        continue
      return {
        task: {
          ...task,
          families: [...task.families, 'missing-parameter'],
          expected: { kind: 'ask', missing: [`/0/${parameter}`], trace },
        },
        subject: { kind: 'incomplete', parameter },
      }
    }
    return undefined
  },
  next({ task: { expected }, subject }) {
    return expected.kind === 'ask' && subject.kind === 'incomplete'
      ? { subject: { kind: 'reply', parameter: subject.parameter }, requests: expected.trace.requests }
      : undefined
  },
}

function incompleteIn({
  environments,
}: FamilyContext): readonly { readonly tool: string; readonly parameter: string }[] {
  return environments.flatMap(({ definition }) => definition.conversation?.incomplete ?? [])
}
