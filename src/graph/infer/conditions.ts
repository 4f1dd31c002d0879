import { pairKey, type Alternatives } from './alternatives.js'
import type { Condition, MinimalSet } from './relation-graph.js'
import type { Settled } from './settle.js'
import type { Tool } from './tools.js'

/**
 * The conditions of one tool from the relations that enable it: tools that stood in for one another belong to one
 * condition (any of them does), unless they were more often needed together.
 */
export function conditionsOf(
  relations: readonly Settled[],
  alternatives: Alternatives,
  gates: ReadonlySet<Settled>,
): Condition[] {
  const together = jointlyNeeded(relations)
  const groups: Settled[][] = []
  for (const relation of relations) {
    const mine = groups.filter((group) =>
      group.some(({ seen }) => {
        const key = pairKey(seen.from, relation.seen.from)
        return (alternatives.get(key) ?? 0) > (together.get(key) ?? 0)
      }),
    )
    const joined = [...mine.flat(), relation]
    for (const group of mine) groups.splice(groups.indexOf(group), 1)
    groups.push(joined)
  }
  return groups.map((group) => ({
    anyOf: group.toSorted((a, b) => a.seen.from.index - b.seen.from.index).map(({ seen }) => seen.from.spec.name),
    gate: group.every((relation) => gates.has(relation)),
  }))
}

/** Different sets of tools that were all needed from some start, smallest first. */
export function minimalSetsOf(relations: readonly Settled[]): MinimalSet[] {
  const sets = new Map<string, MinimalSet>()
  for (const { witness } of relations) {
    const tools = [...witness.before, ...witness.between].map(({ tool }) => tool)
    const key = tools.toSorted().join()
    if (!sets.has(key)) sets.set(key, { tools, witness })
  }
  return [...sets.values()].toSorted((a, b) => a.tools.length - b.tools.length)
}

function jointlyNeeded(relations: readonly Settled[]): Map<string, number> {
  const enablers = new Map<string, Tool>(relations.map(({ seen }) => [seen.from.spec.name, seen.from]))
  const together = new Map<string, number>()
  for (const { witness, seen } of relations) {
    for (const name of new Set(witness.before.map(({ tool }) => tool))) {
      const other = enablers.get(name)
      if (other && other !== seen.from)
        together.set(pairKey(other, seen.from), (together.get(pairKey(other, seen.from)) ?? 0) + 1)
    }
  }
  return together
}
