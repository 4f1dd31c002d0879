import { parsePointer } from '../../core/pointer.js'
import type { TracedCall } from '../../core/trace.js'
import { type ApiGraph, type GraphTool, relationsOf, hiddenSteps, hiddenCallsOf } from '../../graph/index.js'
import type { Collector } from '../collector.js'
import type { RowFacts, TurnFacts } from '../facts.js'
import { mayHide } from '../may-hide.js'
import { resultsIn } from '../sources.js'

/** One tool of the run's environments, and how often rows have it. */
export interface ToolCoverage {
  readonly environment: string
  readonly tool: string
  /** Can it be a target: could a user wish for it? */
  readonly reachable: boolean
  /** Does the graph have a hidden step that leads to it? */
  readonly canHide: boolean
  readonly calls: number
  readonly asTarget: number
  readonly asTargetWithHidden: number
  readonly asHidden: number
}

export interface CoverageFigure {
  readonly tools: readonly ToolCoverage[]
  readonly relations: { readonly [kind in 'provides' | 'enables']: { readonly used: number; readonly total: number } }
  /** Relations no turn uses, as `tool /path > tool.parameter` or `tool > tool (condition)`. */
  readonly unusedRelations: readonly string[]
}

/** `universe`: the graph of all environments of the run, whether rows have them or not. */
export function collectCoverage(universe: ApiGraph): Collector<CoverageFigure> {
  const counts = new Map(
    [...universe.tools.keys()].map((name) => [name, { calls: 0, asTarget: 0, asTargetWithHidden: 0, asHidden: 0 }]),
  )
  const relations = new Map(
    relationsOf(universe).map((relation) => [keyOf(relation), { kind: relation.kind, used: false }]),
  )
  const use = (key: string): void => {
    const relation = relations.get(key)
    if (relation) relation.used = true
  }
  return {
    add(row) {
      for (const turn of row.turns) {
        for (const { name } of turn.calls) bump(counts.get(name), 'calls')
        const { trace } = turn
        if (!trace || !row.graph) continue
        const hidden = hiddenSteps(row.graph, trace)
        for (const { tool } of hidden) bump(counts.get(tool), 'asHidden')
        trace.requests.forEach(({ tool }, wish) => {
          bump(counts.get(tool), 'asTarget')
          if (hiddenCallsOf(wish, trace, hidden).length > 0) bump(counts.get(tool), 'asTargetWithHidden')
        })
        for (const key of usedRelations(row, turn)) use(key)
      }
    },
    figure() {
      const tools = [...universe.tools.values()].map((tool): ToolCoverage => {
        const { spec, wishable, deadEnd } = tool
        const own = counts.get(spec.name) ?? { calls: 0, asTarget: 0, asTargetWithHidden: 0, asHidden: 0 }
        return {
          environment: spec.environment,
          tool: spec.name,
          reachable: wishable && deadEnd === undefined,
          canHide: mayHide(universe, tool),
          ...own,
        }
      })
      const all = [...relations.values()]
      const tally = (kind: 'provides' | 'enables'): { used: number; total: number } => {
        const ofKind = all.filter((relation) => relation.kind === kind)
        return { used: ofKind.filter(({ used }) => used).length, total: ofKind.length }
      }
      const unusedRelations = [...relations].filter(([, { used }]) => !used).map(([key]) => key)
      return { tools, relations: { provides: tally('provides'), enables: tally('enables') }, unusedRelations }
    },
  }
}

function bump<Name extends string>(counts: { [name in Name]: number } | undefined, name: Name): void {
  if (counts) counts[name] += 1
}

function keyOf(relation: ReturnType<typeof relationsOf>[number]): string {
  return relation.kind === 'provides'
    ? providesKey(relation.from, relation.path, relation.to, relation.parameter)
    : enablesKey(relation.from, relation.to, relation.condition)
}

function providesKey(from: string, path: string, to: string, parameter: string): string {
  return `${from} ${path} > ${to}.${parameter}`
}

function enablesKey(from: string, to: string, condition: string): string {
  return `${from} > ${to} (${condition})`
}

function usedRelations({ graph, turns }: RowFacts, { index, trace }: TurnFacts): string[] {
  if (!graph || !trace) return []
  return trace.calls.flatMap(({ call, bindings, needs }) => {
    const provided = bindings.flatMap(({ at, source }) =>
      resultsIn(source).flatMap((result) => {
        const name =
          result.turn === index ? trace.calls[result.call]?.call.name : turns[result.turn]?.calls[result.call]?.name
        const output = outputAt(graph.tools.get(name ?? ''), result.path)
        return output === undefined ? [] : [providesKey(name ?? '', output, call.name, parsePointer(at)[0] ?? '')]
      }),
    )
    return [...provided, ...needs.flatMap((need) => enabledBy(graph, trace.calls[need], call.name))]
  })
}

function outputAt(tool: GraphTool | undefined, path: string): string | undefined {
  const parts = parsePointer(path)
  return tool?.outputs.find((output) => {
    const pattern = parsePointer(output.path)
    return pattern.length === parts.length && pattern.every((part, i) => part === '*' || part === parts[i])
  })?.path
}

function enabledBy(graph: ApiGraph, earlier: TracedCall | undefined, later: string): string[] {
  const established = graph.tools.get(earlier?.call.name ?? '')?.establishes.map(({ condition }) => condition) ?? []
  const required = graph.tools.get(later)?.requires ?? []
  return required
    .filter((condition) => established.includes(condition))
    .map((condition) => enablesKey(earlier?.call.name ?? '', later, condition))
}
