import type { RelationGraph } from '../../../../src/graph/infer/index.js'

/** What a graph claims that one tool does for or to another, as lines in order. */
export function claimsOf(graph: RelationGraph, kind: 'enables' | 'disables' | 'affects'): string[] {
  return graph[kind].map(({ from, to }) => `${from} > ${to}`)
}

/** Which results a graph claims to feed which parameters, as lines in order. */
export function feedsOf({ provides }: RelationGraph): string[] {
  return provides.map(({ from, path, to, parameter }) => `${from} ${path} > ${to}.${parameter}`)
}

/** The share of the claims of either side that both make. */
export function agreementOf(a: readonly string[], b: readonly string[]): number {
  const both = a.filter((claim) => b.includes(claim)).length
  return both / Math.max(1, a.length, b.length)
}
