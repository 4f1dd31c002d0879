import type { Need, NeedyTool } from './needs.js'

/** One call of a plan, with the earlier calls (by position) that meet each of its needs. */
export interface PlanStep {
  readonly tool: string
  readonly uses: readonly { readonly need: number; readonly steps: readonly number[] }[]
}

/** How to reach each tool: the fewest calls found, in an order that works; the last one is the tool itself. */
export interface Plans {
  readonly of: (tool: string) => readonly PlanStep[] | undefined
  /** How many calls of its plan must follow one another before it; undefined where it is out of reach. */
  readonly depth: (tool: string) => number | undefined
}

type Calls = readonly string[]

/** Alternatives kept per tool while searching: a longer way to one tool may share calls with the way to another. */
const KEPT = 4

/** Plans towards every tool at once, by improving the best known ways until nothing changes. */
export function plansFor(tools: readonly NeedyTool[]): Plans {
  const byName = new Map(tools.map((tool) => [tool.name, tool]))
  const ways = new Map<string, readonly Calls[]>()
  for (let round = 0, changed = true; changed && round < tools.length; round++) {
    changed = false
    for (const { name, needs, deadEnd } of tools) {
      if (deadEnd !== undefined) continue
      const found = waysTo(name, needs, ways, byName)
      if (JSON.stringify(found) === JSON.stringify(ways.get(name) ?? [])) continue
      ways.set(name, found)
      changed = true
    }
  }
  const plans = new Map(
    [...ways]
      .flatMap(([name, [calls]]) => (calls ? [[name, calls] as const] : []))
      .map(([name, calls]) => [name, calls.map((tool, at) => stepOf(byName.get(tool), calls.slice(0, at)))]),
  )
  const depths = depthsOf(plans)
  return { of: (name) => plans.get(name), depth: (name) => depths.get(name) }
}

function waysTo(
  name: string,
  needs: readonly Need[],
  ways: ReadonlyMap<string, readonly Calls[]>,
  tools: ReadonlyMap<string, NeedyTool>,
): readonly Calls[] {
  let found: readonly Calls[] = [[]]
  for (const { alternatives } of needs) {
    const reached = alternatives.flatMap((alternative) => together(found, alternative, ways, name))
    found = cheapest(reached, tools)
  }
  return found.map((calls) => [...calls, name])
}

/** Each way so far, continued by all that an alternative's tools take. Both are closed, so is their union. */
function together(
  found: readonly Calls[],
  alternative: readonly string[],
  ways: ReadonlyMap<string, readonly Calls[]>,
  except: string,
): Calls[] {
  let reached = [...found]
  for (const tool of alternative) {
    const options = (ways.get(tool) ?? []).filter((calls) => !calls.includes(except))
    reached = reached.flatMap((calls) => options.map((more) => [...new Set([...calls, ...more])]))
  }
  return reached
}

/** The fewest calls; among those, the fewest writes, then the fewest needs. */
function cheapest(all: readonly Calls[], tools: ReadonlyMap<string, NeedyTool>): Calls[] {
  const distinct = new Map<string, Calls>()
  for (const calls of all) {
    const key = JSON.stringify(calls.toSorted())
    if (!distinct.has(key)) distinct.set(key, calls)
  }
  const sum = (calls: Calls, weigh: (tool: NeedyTool) => number): number =>
    calls.reduce((total, name) => total + weigh(tools.get(name) as NeedyTool), 0)
  const writes = (calls: Calls): number => sum(calls, ({ effect }) => (effect === 'write' ? 1 : 0))
  const needs = (calls: Calls): number => sum(calls, (tool) => tool.needs.length)
  return [...distinct.values()]
    .toSorted((a, b) => a.length - b.length || writes(a) - writes(b) || needs(a) - needs(b))
    .slice(0, KEPT)
}

function stepOf(tool: NeedyTool | undefined, before: Calls): PlanStep {
  const uses = (tool?.needs ?? []).map(({ alternatives }, need) => {
    const met = alternatives.find((alternative) => alternative.every((name) => before.includes(name))) ?? []
    return { need, steps: met.map((name) => before.indexOf(name)) }
  })
  return { tool: tool?.name ?? '', uses }
}

/** One more than the deepest tool it takes something from. Those have shorter plans, so shorter plans go first. */
function depthsOf(plans: ReadonlyMap<string, readonly PlanStep[]>): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  for (const [name, plan] of [...plans].toSorted(([, a], [, b]) => a.length - b.length)) {
    const used =
      plan.at(-1)?.uses.flatMap(({ steps }) => steps.map((step) => depths.get(plan[step]?.tool ?? '') ?? 0)) ?? []
    depths.set(name, 1 + Math.max(-1, ...used))
  }
  return depths
}
