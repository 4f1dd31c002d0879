import type { ApiGraph } from './graph.js'

/** The graph of the tools on offer: what is withheld neither produces nor establishes anything. */
export function restrict(graph: ApiGraph, offered: ReadonlySet<string>): ApiGraph {
  if ([...graph.tools.keys()].every((name) => offered.has(name))) return graph
  return {
    ...graph,
    tools: new Map([...graph.tools].filter(([name]) => offered.has(name))),
    producers: (entity) => graph.producers(entity).filter(({ tool }) => offered.has(tool.spec.name)),
    establishers: (condition) => graph.establishers(condition).filter(({ spec }) => offered.has(spec.name)),
  }
}
