import { UsageError } from '../../core/errors.js'
import type { Environment } from '../../environment/index.js'
import { createProber } from './prober.js'
import type { RelationGraph, Witness } from './relation-graph.js'
import { type RelationKind, shows } from './replay.js'
import { createStarts, type Starts } from './starts.js'

/** How many stored witnesses were made again and still show their relation. */
export interface GraphVerdict {
  readonly pass: boolean
  readonly tried: number
  readonly reproduced: number
  readonly calls: number
  /** Relations whose witness does not show them any more. */
  readonly failures: readonly string[]
}

const KINDS: readonly RelationKind[] = ['enables', 'disables', 'affects', 'provides', 'compatible']

/** Re-runs every stored witness of a graph, and those of the minimal sets of its tools. */
export function verifyGraph(graph: RelationGraph, environments: readonly Environment[]): GraphVerdict {
  assertSame(graph, environments)
  const prober = createProber()
  const worldFor = worlds(environments)
  const claims = [
    ...KINDS.flatMap((kind) =>
      graph[kind].map((relation) => ({
        kind,
        name: `${kind}: ${relation.from} > ${relation.to}`,
        witness: relation.witness,
      })),
    ),
    ...graph.tools.flatMap(({ name, minimalSets }) =>
      minimalSets.map(({ tools, witness }) => ({
        kind: 'enables' as const,
        name: `minimal set: ${tools.join(', ')} > ${name}`,
        witness,
      })),
    ),
  ]
  const failures = claims
    .filter(({ kind, witness }) => !shows(kind, worldFor(witness), prober, witness))
    .map(({ name }) => name)
  return {
    pass: failures.length === 0,
    tried: claims.length,
    reproduced: claims.length - failures.length,
    calls: prober.used,
    failures,
  }
}

function worlds(environments: readonly Environment[]): (witness: Witness) => Starts {
  const made = new Map<string, Starts>()
  return ({ environments: names }) => {
    const key = names.join()
    let starts = made.get(key)
    if (!starts)
      made.set(
        key,
        (starts = createStarts(names.flatMap((name) => environments.filter(({ ref }) => ref.name === name)))),
      )
    return starts
  }
}

function assertSame(graph: RelationGraph, environments: readonly Environment[]): void {
  for (const { name, digest } of graph.environments) {
    const environment = environments.find(({ ref }) => ref.name === name)
    if (!environment)
      throw new UsageError(
        'verifyGraph',
        `the graph is about environment '${name}', which is not given`,
        'Give all environments of the graph.',
      )
    if (environment.ref.digest !== digest)
      throw new UsageError(
        'verifyGraph',
        `environment '${name}' is not the one the graph was inferred from`,
        'Infer the graph anew.',
      )
  }
}
