import type { Reference, Request } from '../core/reference.js'
import type { ApiGraph, GraphTool } from './graph.js'

/** The request put to the tool of the environment whose name shares most words with the wanted one's, where the words fit it. */
export function siblingOf(graph: ApiGraph, request: Request): Request | undefined {
  const wanted = graph.tools.get(request.tool)
  const words = new Set(wordsOf(request.tool))
  const rivals = [...graph.tools.values()].flatMap((tool) => {
    const shared = wordsOf(tool.spec.name).filter((word) => words.has(word)).length
    return tool === wanted || tool.spec.environment !== wanted?.spec.environment || shared === 0
      ? []
      : [{ tool, shared }]
  })
  for (const { tool } of rivals.toSorted((a, b) => b.shared - a.shared)) {
    const misread = wanted && asWish(wanted, request, tool)
    if (misread) return misread
  }
  return undefined
}

function wordsOf(name: string): string[] {
  return name.split(/_|(?=[A-Z])/).map((word) => word.toLowerCase())
}

/** The same words understood as a wish for another tool: by parameter name, else by entity type; undefined where it needs more. */
function asWish(wanted: GraphTool, request: Request, other: GraphTool): Request | undefined {
  const said = Object.entries(request.arguments)
  const args: [string, Reference][] = []
  for (const { name, entity, required } of other.parameters) {
    const counterpart =
      wanted.parameters.find((parameter) => parameter.name === name) ??
      wanted.parameters.find((parameter) => entity !== undefined && parameter.entity === entity)
    if (required && !counterpart) return undefined
    const found = said.find(([key]) => key === counterpart?.name)
    if (found) args.push([name, found[1]])
  }
  return { tool: other.spec.name, arguments: Object.fromEntries(args) }
}
