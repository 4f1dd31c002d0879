import { type Ask, modelCritiquing, modelQuerying, modelReasoning, modelTooling, modelUser } from '../agents/index.js'
import type { Roles, WorldKind } from './recipe.js'

/** The four roles and the user who replies, as a person names them. */
export const ROLES = ['tooling', 'querying', 'reasoning', 'critiquing', 'user'] as const

export type RoleName = (typeof ROLES)[number]

/** The roles of a world, those that are named played by models that `ask` reaches. */
export function rolesOnModels({ roles, semantics }: WorldKind, played: ReadonlySet<string>, ask: Ask): Roles {
  const { graph, lexicon } = semantics
  return {
    tooling: played.has('tooling') ? modelTooling(graph, ask) : roles.tooling,
    querying: played.has('querying') ? modelQuerying(lexicon, ask) : roles.querying,
    reasoning: played.has('reasoning') ? modelReasoning(ask) : roles.reasoning,
    critiquing: played.has('critiquing') ? modelCritiquing(ask) : roles.critiquing,
    ...(played.has('user') ? { user: modelUser(lexicon, ask) } : {}),
  }
}
