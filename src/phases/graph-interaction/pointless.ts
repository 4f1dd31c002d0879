import { type ApiGraph, type GraphTool, type Knowledge, placedParameter } from '../../graph/index.js'

/** Where a conversation stands. */
interface Standing {
  readonly graph: ApiGraph
  readonly knowledge: Knowledge
  /** What earlier turns were asked for, as `turn:tool`. */
  readonly asked?: ReadonlySet<string>
}

/** Would nobody wish for this tool where the conversation stands, whatever its arguments? */
export function isPointless(tool: GraphTool, standing: Standing): boolean {
  return isPlaceless(tool, standing) || isEvident(tool, standing) || isOver(tool, standing) || isFound(tool, standing)
}

/**
 * Would a tool change something "here", and has the assistant gone elsewhere since the user last knew where that is? What was
 * moved on the way to an earlier wish, nobody has been told.
 */
function isPlaceless(tool: GraphTool, { graph, knowledge, asked }: Standing): boolean {
  const places = graph.places(tool.spec.environment)
  if (!places || tool.spec.effect === 'read' || tool.spec.name === places.move.tool) return false
  return (
    placedParameter(places, tool) === undefined &&
    knowledge.calls.some(
      ({ turn, call }) =>
        turn < knowledge.turn && call.name === places.move.tool && !asked?.has(`${turn}:${call.name}`),
    )
  )
}

/** Does a tool tell whether somebody is signed in, after something that only works signed in? */
function isEvident({ tells }: GraphTool, { graph, knowledge }: Standing): boolean {
  if (tells === undefined || !knowledge.conditions.has(tells)) return false
  return knowledge.calls.some(({ call, result }) => {
    const { requires = [], establishes = [] } = graph.tools.get(call.name) ?? {}
    return !result.error && (requires.includes(tells) || establishes.some(({ condition }) => condition === tells))
  })
}

/** Would a tool find out another of what a conversation is about one of? */
function isFound({ outputs }: GraphTool, { graph, knowledge: { atoms } }: Standing): boolean {
  return outputs.some(
    ({ entity }) => graph.entity(entity)?.single === true && atoms.some((atom) => atom.entity === entity),
  )
}

/** Does a tool belong to an account that the user wished to be signed out of? */
function isOver({ spec }: GraphTool, { graph, knowledge, asked }: Standing): boolean {
  return knowledge.calls.some(({ turn, call, result }) => {
    const { revokes = [], spec: made } = graph.tools.get(call.name) ?? {}
    if (result.error || made?.environment !== spec.environment || !asked?.has(`${turn}:${call.name}`)) return false
    return revokes.some((condition) => [...graph.tools.values()].some(({ tells }) => tells === condition))
  })
}
