import { UsageError } from '../../core/errors.js'
import { sameJson } from '../../core/json.js'
import { parsePointer } from '../../core/pointer.js'
import type { Environment } from '../../environment/index.js'
import { createProber } from './prober.js'
import type { CompatibleRelation, ProvidesRelation, RelationGraph, Witness } from './relation-graph.js'
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

interface Claim {
  readonly kind: RelationKind
  readonly name: string
  readonly witness: Witness
  /** Is the witness about this claim at all? */
  readonly fits: boolean
}

/** Makes the calls of every stored witness again, and checks that each is about the relation it stands for. */
export function verifyGraph(graph: RelationGraph, environments: readonly Environment[]): GraphVerdict {
  assertSame(graph, environments)
  const prober = createProber()
  const worldFor = worlds(environments)
  const claims = claimsOf(graph)
  const failures = claims
    .filter(
      ({ kind, witness, fits }) =>
        !fits || !canBeMade(witness, environments) || !shows(kind, worldFor(witness), prober, witness),
    )
    .map(({ name }) => name)
  return {
    pass: failures.length === 0,
    tried: claims.length,
    reproduced: claims.length - failures.length,
    calls: prober.used,
    failures,
  }
}

function claimsOf(graph: RelationGraph): Claim[] {
  const stepwise = (['enables', 'disables', 'affects'] as const).flatMap((kind) =>
    graph[kind].map(({ from, to, witness }): Claim => ({
      kind,
      name: `${kind}: ${from} > ${to}`,
      witness,
      fits: witness.between.at(-1)?.tool === from && witness.call.tool === to,
    })),
  )
  const fed = (['provides', 'compatible'] as const).flatMap((kind) =>
    graph[kind].map((relation): Claim => ({
      kind,
      name: `${kind}: ${relation.from} ${relation.path} > ${relation.to}.${relation.parameter}`,
      witness: relation.witness,
      fits: feedFits(relation) && (kind === 'compatible' || (relation.witness.refused ?? []).length > 0),
    })),
  )
  const sets = graph.tools.flatMap(({ name, minimalSets }) =>
    minimalSets.map(({ tools, witness }): Claim => ({
      kind: 'enables',
      name: `minimal set: ${tools.join(', ')} > ${name}`,
      witness,
      fits:
        witness.call.tool === name &&
        sameJson(
          tools,
          [...witness.before, ...witness.between].map(({ tool }) => tool),
        ),
    })),
  )
  return [...stepwise, ...fed, ...sets]
}

function feedFits({ from, to, path, transform, parameter, witness }: ProvidesRelation | CompatibleRelation): boolean {
  const { value, before, call } = witness
  if (!value) return false
  const [pattern, place] = [parsePointer(path), parsePointer(value.path)]
  return (
    before[value.call]?.tool === from &&
    call.tool === to &&
    value.parameter === parameter &&
    value.transform === transform &&
    sameJson(call.arguments[parameter] ?? null, value.value) &&
    pattern.length === place.length &&
    pattern.every((part, i) => part === '*' || part === place[i])
  )
}

function canBeMade(witness: Witness, environments: readonly Environment[]): boolean {
  const own = environments.filter(({ ref }) => witness.environments.includes(ref.name))
  const known = new Set(own.flatMap(({ specs }) => specs.map(({ name }) => name)))
  return (
    own.length === witness.environments.length &&
    [...witness.before, ...witness.between, witness.call].every(({ tool }) => known.has(tool))
  )
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
