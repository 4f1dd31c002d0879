import { knowledgeOf, rivalsIn } from '../../graph/index.js'
import { visibleOf } from '../../language/index.js'
import { type FamilyVerifier, traceOf, unless } from './family.js'

/** Things of the same type that must be visible beside the one that is used. */
export const COMPETITORS = 5

/** A value that the turn takes from a result has at least five visible competitors of its type. */
export const verifyLongContext: FamilyVerifier = (context) => {
  const { turn } = context
  return unless('long-context', turn, [
    [`at least ${COMPETITORS} competitors are visible`, competitorsOf(context) >= COMPETITORS],
  ])
}

/** The most things of one type that stand beside a value which the turn takes from a result. */
export function competitorsOf({
  turn,
  start,
  messages,
  query,
  graph,
  lexicon,
  task,
}: Pick<
  Parameters<FamilyVerifier>[0],
  'turn' | 'start' | 'messages' | 'query' | 'graph' | 'lexicon' | 'task'
>): number {
  const trace = traceOf({ task })
  if (!trace) return 0
  const visible = visibleOf(lexicon, [...messages, { role: 'user', content: query.text }], start.tools)
  return rivalsIn(graph, knowledgeOf(graph, visible), turn, trace)
}
