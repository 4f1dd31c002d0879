import { proceduralCritiquing, proceduralQuerying, proceduralReasoning, proceduralTooling } from '../agents/index.js'
import type { Environment } from '../environment/index.js'
import { recallables, sayable, visibleOf, writeBriefing } from '../language/index.js'
import type { WorldKind } from '../pipeline/index.js'
import { meant } from './semantics.js'

/** The worlds of these environments: each alone, and every two together; the parcel desk, made for reading, stays alone. */
export function worldsOf(environments: readonly Environment[]): WorldKind[] {
  const companions = environments.filter(({ ref }) => ref.name !== 'mini')
  const pairs = companions.flatMap((a, i) => companions.slice(i + 1).map((b) => [a, b]))
  return [...environments.map((environment) => [environment]), ...pairs].map(worldKind)
}

/** One world with procedural agents. */
export function worldKind(environments: readonly Environment[]): WorldKind {
  const { semantics } = meant(environments)
  const { graph, lexicon } = semantics
  return {
    environments,
    semantics,
    roles: {
      tooling: proceduralTooling(graph),
      querying: proceduralQuerying(lexicon),
      reasoning: proceduralReasoning(graph, lexicon),
      critiquing: proceduralCritiquing(),
    },
    brief: writeBriefing,
    see: (messages, tools) => visibleOf(lexicon, messages, tools),
    recallable: (visible) => recallables(lexicon, visible),
    sayable: (request) => sayable(lexicon, request),
  }
}
