import { isMet, type NeedyTool } from './needs.js'

/**
 * How far each tool is from the target: calls from its own up to the target's, along needs it can meet; 0 for the
 * target, 1 for what it needs itself. Tools that lead nowhere near are not in it.
 */
export function distancesTo(tools: readonly NeedyTool[], target: string): ReadonlyMap<string, number> {
  const byName = indexed(tools)
  const distances = new Map<string, number>([[target, 0]])
  for (const name of distances.keys()) {
    const next = 1 + (distances.get(name) ?? 0)
    for (const helper of helpersOf(byName.get(name))) {
      if (byName.has(helper) && !distances.has(helper)) distances.set(helper, next)
    }
  }
  return distances
}

/** Tools that some plan reaches when those withheld cannot be called. */
export function reachable(tools: readonly NeedyTool[], withheld: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = tools.filter(({ name, deadEnd }) => deadEnd === undefined && !withheld.has(name))
  for (let before = -1; before < reached.size;) {
    before = reached.size
    for (const { name, needs } of open) if (needs.every((need) => isMet(need, reached))) reached.add(name)
  }
  return reached
}

const MOST_SETS = 64

/**
 * The sets of other tools of which each alone, with nothing left out, suffices for the target where the start provides
 * nothing; smallest first, at most 64.
 */
export function minimalSetsOf(tools: readonly NeedyTool[], target: string): readonly (readonly string[])[] {
  const byName = indexed(tools)
  const sets = setsFor(byName, target, new Set())
  return minimal(sets.map((set) => new Set([...set].filter((name) => name !== target)))).map((set) =>
    [...set].toSorted(),
  )
}

/** Tools that lead back to one another. */
export type Cycle = readonly string[]

/** All groups of tools that need one another, directly or through others; a need with another way out counts too. */
export function cyclesOf(tools: readonly NeedyTool[]): readonly Cycle[] {
  const byName = indexed(tools)
  const within = new Map(tools.map(({ name }) => [name, reachedFrom(byName, name)]))
  const grouped = new Set<string>()
  return tools.flatMap(({ name }) => {
    if (grouped.has(name) || !within.get(name)?.has(name)) return []
    const cycle = [...(within.get(name) ?? [])].filter((other) => within.get(other)?.has(name)).toSorted()
    for (const member of cycle) grouped.add(member)
    return cycle.length > 1 ? [cycle] : []
  })
}

/** A tool that no plan reaches, and why. */
export interface DeadEnd {
  readonly tool: string
  readonly reason: string
}

/** Tools that never succeeded, and those that need one of them and have no other way. */
export function deadEndsOf(tools: readonly NeedyTool[]): readonly DeadEnd[] {
  const reached = reachable(tools)
  return tools.flatMap(({ name, needs, deadEnd }): DeadEnd[] => {
    if (reached.has(name)) return []
    if (deadEnd !== undefined) return [{ tool: name, reason: deadEnd }]
    const unmet = needs.filter((need) => !isMet(need, reached))
    const left = unmet.map(({ label }) => label).join(', ')
    const isGiven = unmet.every(({ alternatives }) => alternatives.length === 0)
    const reason = isGiven
      ? `No tool brings about ${left}: it depends on the start.`
      : `No tool that can be reached meets its need of ${left}.`
    return [{ tool: name, reason }]
  })
}

function indexed(tools: readonly NeedyTool[]): ReadonlyMap<string, NeedyTool> {
  return new Map(tools.map((tool) => [tool.name, tool]))
}

function helpersOf(tool: NeedyTool | undefined): string[] {
  return [...new Set((tool?.needs ?? []).flatMap(({ alternatives }) => alternatives.flat()))]
}

function reachedFrom(tools: ReadonlyMap<string, NeedyTool>, start: string): ReadonlySet<string> {
  const reached = new Set(helpersOf(tools.get(start)))
  for (const name of reached) for (const helper of helpersOf(tools.get(name))) reached.add(helper)
  return reached
}

/** Closed sets of tools with which the target succeeds; `above` are those that wait for it already. */
function setsFor(
  tools: ReadonlyMap<string, NeedyTool>,
  target: string,
  above: ReadonlySet<string>,
): readonly ReadonlySet<string>[] {
  const tool = tools.get(target)
  if (!tool || tool.deadEnd !== undefined || above.has(target)) return []
  const waiting = new Set([...above, target])
  let sets: readonly ReadonlySet<string>[] = [new Set([target])]
  for (const { alternatives } of tool.needs) {
    const ways = alternatives.flatMap((alternative) => joined(alternative.map((name) => setsFor(tools, name, waiting))))
    sets = joined([sets, ways])
  }
  return sets
}

/** One set of each list, in all combinations, the smallest kept. */
function joined(lists: readonly (readonly ReadonlySet<string>[])[]): readonly ReadonlySet<string>[] {
  let sets: readonly ReadonlySet<string>[] = [new Set()]
  for (const list of lists) sets = minimal(sets.flatMap((set) => list.map((other) => new Set([...set, ...other]))))
  return sets
}

/** Without sets that hold another one; smallest first. */
function minimal(sets: readonly ReadonlySet<string>[]): readonly ReadonlySet<string>[] {
  const kept: ReadonlySet<string>[] = []
  for (const set of sets.toSorted((a, b) => a.size - b.size)) {
    if (kept.length >= MOST_SETS) break
    if (!kept.some((other) => [...other].every((name) => set.has(name)))) kept.push(set)
  }
  return kept
}
