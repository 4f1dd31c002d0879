import type { RelationGraph } from '../../../../src/graph/infer/index.js'

/** What a graph claims that one tool does for or to another, as lines in order. */
export function claimsOf(graph: RelationGraph, kind: 'enables' | 'disables' | 'affects'): string[] {
  return graph[kind].map(({ from, to }) => `${from} > ${to}`)
}

/** Which results a graph claims to feed which parameters, as lines in order. */
export function feedsOf({ provides }: RelationGraph): string[] {
  return provides.map(({ from, path, to, parameter }) => `${from} ${path} > ${to}.${parameter}`)
}
