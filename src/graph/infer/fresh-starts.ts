import { createRng } from '../../core/random.js'
import type { Inference } from './infer.js'
import type { RelationKind } from './replay.js'
import { occasions } from './settle.js'

/** How often the relations of a graph showed again from starts that inference never saw. */
export interface FreshStarts {
  readonly tried: number
  readonly reproduced: number
  /** Relations that showed from fewer than 95 % of their starts. */
  readonly weak: readonly { readonly relation: string; readonly tried: number; readonly reproduced: number }[]
}

const FIRST_SEED = 200_000
const PATIENCE = 5
const EFFORT = 400
const EXPECTED = 0.95

/** Follows every relation from so many fresh starts that give occasion for it. */
export function tryFreshStarts({ graph, findings }: Inference, states: number): FreshStarts {
  const kinds: readonly Exclude<RelationKind, 'compatible'>[] = ['enables', 'provides', 'disables', 'affects']
  const results = findings.flatMap(({ study, settled }) =>
    kinds.flatMap((kind) =>
      settled[kind].map((relation) => {
        const { seen } = relation
        const random = createRng(
          `fresh:${graph.seed}:${kind}:${seen.from.index}:${seen.to.index}:${'path' in seen ? `${seen.path}${seen.parameter}` : ''}`,
        )
        const { tried, confirmed } = occasions(
          study,
          kind,
          relation,
          { firstSeed: FIRST_SEED, wanted: states, starts: PATIENCE * states, effort: EFFORT * states },
          random,
        )
        return {
          relation: `${kind}: ${seen.from.spec.name} > ${seen.to.spec.name}${'path' in seen ? `.${seen.parameter}` : ''}`,
          tried,
          reproduced: confirmed,
        }
      }),
    ),
  )
  return {
    tried: results.reduce((sum, { tried }) => sum + tried, 0),
    reproduced: results.reduce((sum, { reproduced }) => sum + reproduced, 0),
    weak: results.filter(({ tried, reproduced }) => reproduced < EXPECTED * tried || tried === 0),
  }
}
