import {
  type ApiGraph,
  type GraphOutput,
  type GraphParameter,
  type GraphTool,
  isMove,
  isSessionTool,
} from '../graph/index.js'

/** Does the graph have a hidden step that leads to a tool: a look-up of an argument, a condition, a search for a place? */
export function mayHide(graph: ApiGraph, tool: GraphTool): boolean {
  return (
    tool.parameters.some((parameter) => isLookedUp(graph, tool, parameter)) ||
    hasCondition(graph, tool) ||
    isSearchedFor(graph, tool)
  )
}

function isLookedUp(graph: ApiGraph, tool: GraphTool, { entity, required }: GraphParameter): boolean {
  const definition = entity === undefined ? undefined : graph.entity(entity)
  if (entity === undefined || !definition) return false
  const described = Object.keys(definition.mentions ?? {}).map((key) => key.split(':'))
  return graph.producers(entity).some(({ tool: producer, output }) => {
    if (producer === tool || producer.spec.effect !== 'read') return false
    const byNoWords = required && definition.opaque === true && !output.collection
    if (tellsAll(tool, output)) return false
    return (
      byNoWords ||
      described.some(
        ([field = '', match = '']) => finds(producer, output, field, match) && !tool.answers.includes(`/${field}`),
      )
    )
  })
}

/** Does a listing tell beside each item what a user who asks for the tool wants to hear? Then nobody calls the tool. */
function tellsAll({ answers, spec }: GraphTool, { collection, fields }: GraphOutput): boolean {
  return (
    collection &&
    spec.effect === 'read' &&
    answers.length > 0 &&
    answers.every((answer) => fields.includes(answer.slice(1)))
  )
}

function finds(producer: GraphTool, output: GraphOutput, field: string, match: string): boolean {
  return output.collection
    ? output.fields.includes(field)
    : match === 'equals' && producer.parameters.some(({ name }) => name === field)
}

function hasCondition(graph: ApiGraph, tool: GraphTool): boolean {
  return tool.requires.some((condition) =>
    graph.establishers(condition).some((establisher) => !isSessionTool(establisher) && establisher !== tool),
  )
}

function isSearchedFor(graph: ApiGraph, tool: GraphTool): boolean {
  const places = graph.places(tool.spec.environment)
  if (!places || isMove(graph, tool) || places.search.tool === tool.spec.name) return false
  return tool.parameters.some(({ entity }) => entity !== undefined && places.entities.includes(entity))
}
