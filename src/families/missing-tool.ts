import { shuffle } from '../core/random.js'
import { knowledgeOf, nextCalls, restrict } from '../graph/index.js'
import { actingTrace, type Family } from './family.js'

/** A tool without which there is no plan is withheld; in the next turn it is there. */
export const missingTool: Family = {
  name: 'missing-tool',
  material: 'trace',
  rewrite(task, { graph, visible, random }) {
    const trace = actingTrace(task)
    const [wish] = trace?.requests ?? []
    if (!trace || !wish || trace.requests.length > 1) return undefined
    // What only tells something, an assistant may work out from other results or by itself.
    if (graph.tools.get(wish.tool)?.spec.effect === 'read') return undefined
    const knowledge = knowledgeOf(graph, visible)
    // Nobody believes that a tool is missing which was used a moment ago.
    const before = new Set(visible.calls.map(({ call }) => call.name))
    const used = [...new Set(trace.calls.map(({ call }) => call.name))].filter((name) => !before.has(name))
    for (const tool of shuffle(random.fork('withheld'), used)) {
      const offered = task.offered.filter((name) => name !== tool)
      if (nextCalls(restrict(graph, new Set(offered)), trace.requests, knowledge).kind !== 'stuck') continue
      return {
        task: {
          ...task,
          families: [...task.families, 'missing-tool'],
          offered,
          expected: { kind: 'decline', because: 'missing-tool', wanted: [tool], trace },
        },
        subject: { kind: 'requests' },
      }
    }
    return undefined
  },
  next({ task: { expected } }) {
    return expected.kind === 'decline' && expected.trace
      ? { subject: { kind: 'retry' }, requests: expected.trace.requests }
      : undefined
  },
}
