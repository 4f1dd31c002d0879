import type { Discrepancy } from '../core/verdict.js'
import { knowledgeOf, learn, placedParameter } from '../graph/index.js'
import { visibleOf } from '../language/index.js'
import type { ActingTurn } from './context.js'

/**
 * Nothing in the trace relies on what only the state shows: every session condition a call requires, and the place it acts
 * in, is told by the system prompt or follows from visible calls. Otherwise gold would know what no assistant can.
 */
export function verifyInformed({ turn, graph, lexicon, messages, query, trace, start }: ActingTurn): Discrepancy[] {
  let knowledge = knowledgeOf(
    graph,
    visibleOf(lexicon, [...messages, { role: 'user', content: query.text }], start.tools),
  )
  const world = start.fork()
  return trace.calls.flatMap(({ call, result }, index) => {
    const tool = graph.tools.get(call.name)
    const places = tool && graph.places(tool.spec.environment)
    const unseen = tool?.requires.find((condition) => !knowledge.conditions.has(condition))
    const acts = tool && places && placedParameter(places, tool) !== undefined
    const astray =
      acts && knowledge.places.get(tool.spec.environment) !== places.current(world.stateOf(tool.spec.environment))
    world.call(call)
    knowledge = learn(graph, knowledge, [{ turn, index, call, result }])
    return unseen !== undefined || astray
      ? [{ kind: 'uninformed', turn, call: index, about: unseen ?? 'place' } as const]
      : []
  })
}
