import { type Json, sameJson } from '../core/json.js'
import { pick, type Rng, shuffle } from '../core/random.js'
import type { Reference } from '../core/reference.js'
import { antecedents, knowledgeOf } from '../graph/index.js'
import type { Family, FamilyContext } from './family.js'

/** The user wants something about the same things that no tool does. */
export const irrelevant: Family = {
  name: 'irrelevant',
  material: 'none',
  rewrite(task, context) {
    const declared = context.environments.flatMap(({ ref, definition }) =>
      (definition.conversation?.unsupported ?? []).map((unsupported) => ({ ...unsupported, environment: ref.name })),
    )
    for (const { name, environment, entities = {} } of shuffle(context.random.fork('unsupported'), declared)) {
      const pseudo = `@${environment}/${name}`
      const slots = Object.entries(entities).map(([slot, entity]): [string, Reference | undefined] => [
        slot,
        pointAt(context, entity, context.random.fork(`slot:${slot}`)),
      ])
      const said = slots.flatMap(([slot, reference]): [string, Reference][] => (reference ? [[slot, reference]] : []))
      if (said.length < slots.length) continue
      return {
        task: {
          ...task,
          families: [...task.families, 'irrelevant'],
          expected: { kind: 'decline', because: 'out-of-scope', wanted: [pseudo] },
        },
        subject: { kind: 'unsupported', request: { tool: pseudo, arguments: Object.fromEntries(said) } },
      }
    }
    return undefined
  },
}

/** How this user would point at some thing of a type: back at the one under discussion, by a description, or by its name. */
function pointAt({ graph, visible, known }: FamilyContext, entity: string, random: Rng): Reference | undefined {
  const definition = graph.entity(entity)
  const discussed = antecedents(knowledgeOf(graph, visible), entity)
  const values = new Set(discussed.map(({ value }) => JSON.stringify(value)))
  if (values.size === 1 && (definition?.earlier?.length ?? 0) > 0) return { by: 'earlier' }
  const facts = known.filter((fact) => fact.entity === entity)
  if (facts.length === 0) return undefined
  const fact = pick(random, facts)
  if (fact.by.length > 0) return { by: 'field', ...pick(random.fork('by'), fact.by) }
  const value: Json = fact.value
  return definition?.opaque || sameJson(value, null) ? undefined : { by: 'value', value }
}
