import type { Request } from '../core/reference.js'
import type { ApiGraph } from './graph.js'

/** The request without the arguments its tool does not require. */
export function withoutOptional(graph: ApiGraph, request: Request): Request {
  const parameters = graph.tools.get(request.tool)?.parameters ?? []
  const required = new Set(parameters.filter((parameter) => parameter.required).map(({ name }) => name))
  return {
    ...request,
    arguments: Object.fromEntries(
      Object.entries(request.arguments).filter(([key]) => required.has(key.split('/')[0] ?? key)),
    ),
  }
}
