import { createRng } from '../../core/random.js'
import { UsageError } from '../../core/errors.js'
import type { Environment } from '../../environment/index.js'
import {
  affectsRelations,
  disablesRelations,
  enablesRelations,
  environmentNode,
  providesRelations,
  toolNodes,
} from './assemble.js'
import { compatibleRelations } from './compatible.js'
import { studyEnvironment, type Findings } from './findings.js'
import type { RelationGraph } from './relation-graph.js'

export interface InferOptions {
  /** Same seed, same graph. */
  readonly seed?: number
  /** Calls that may be made in all; each environment gets its share by tools, so that it is the same alone and in company. */
  readonly budget?: number
  /** Look at nothing but what calls return, as for environments that hide their state. */
  readonly resultsOnly?: boolean
  /** Told when an environment is done, or with `across`, the relations between environments. */
  readonly onProgress?: (done: string, calls: number) => void
}

/** Calls for each tool of a world where no budget is given: enough to settle its relations. */
export const CALLS_A_TOOL = 21_000
const COMPATIBLE_SHARE = 0.15

/** An inferred graph, and what it was found from, for further trials. */
export interface Inference {
  readonly graph: RelationGraph
  readonly findings: readonly Findings[]
}

/**
 * Infers the API relation graph [G = (T, R, P)] of a world by calling its tools: what each does, which calls make others
 * possible, which results feed which parameters. Uses tool specs, execution, starts and, unless told not to, recorded
 * reads and writes; nothing that environments declare about themselves.
 */
export function infer(environments: readonly Environment[], options: InferOptions = {}): Inference {
  const { seed = 1, resultsOnly = false, onProgress } = options
  assertDistinct(environments)
  const tools = environments.reduce((sum, { specs }) => sum + specs.length, 0)
  const budget = options.budget ?? CALLS_A_TOOL * tools
  const findings = environments.map((environment) => {
    const share = (budget * (1 - COMPATIBLE_SHARE) * environment.specs.length) / Math.max(1, tools)
    const found = studyEnvironment(environment, { seed, budget: share, seesState: !resultsOnly })
    onProgress?.(environment.ref.name, found.study.prober.used)
    return found
  })
  const used = findings.reduce((sum, { study }) => sum + study.prober.used, 0)
  const left = budget - used
  const compatible = compatibleRelations(findings, createRng(`infer:${seed}:compatible`), () => left <= 0)
  onProgress?.('across', compatible.used)
  const graph: RelationGraph = {
    schema: 1,
    seed,
    environments: findings.map(environmentNode),
    budget: { calls: budget, used: used + compatible.used },
    tools: findings.flatMap(toolNodes),
    enables: sorted(findings.flatMap(enablesRelations)),
    disables: sorted(findings.flatMap(disablesRelations)),
    affects: sorted(findings.flatMap(affectsRelations)),
    provides: sorted(findings.flatMap(providesRelations)),
    compatible: sorted(compatible.relations),
  }
  return { graph, findings }
}

/** In one order whatever was found first. */
function sorted<
  T extends { readonly from: string; readonly to: string; readonly path?: string; readonly parameter?: string },
>(relations: readonly T[]): T[] {
  const keyOf = ({ from, to, path = '', parameter = '' }: T): string => [from, to, parameter, path].join('\n')
  return relations.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))
}

function assertDistinct(environments: readonly Environment[]): void {
  const names = environments.map(({ ref }) => ref.name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined)
    throw new UsageError('infer', `environment '${twice}' is given twice`, 'Name each environment once.')
}
