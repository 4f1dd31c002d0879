import { type ApiGraph, type GraphTool, type Relation, relationsOf } from '../graph.js'
import type { Need } from '../query/needs.js'
import type { DrawnRelation, DrawnTool, Drawing } from './drawing.js'

/** The drawing of what environments declare. A parameter is needed from a tool where its entity type is opaque. */
export function drawDeclared(graph: ApiGraph, title = 'API relation graph'): Drawing {
  const tools = [...graph.tools.values()]
  return {
    title,
    origin:
      'Relations as the environments declare them: entity types of parameters and results, and session conditions.',
    facts: [],
    environments: [...new Set(tools.map(({ spec }) => spec.environment))],
    tools: tools.map((tool) => toolOf(graph, tool)),
    relations: [...relationsOf(graph).map((relation) => relationOf(graph, relation)), ...revocations(tools)],
  }
}

function toolOf(graph: ApiGraph, tool: GraphTool): DrawnTool {
  const { name, environment, description, effect } = tool.spec
  return {
    name,
    environment,
    description,
    effect,
    parameters: tool.parameters.map(({ name: parameter, required, entity }) => ({
      name: parameter,
      required,
      facts: entity === undefined ? [] : [{ label: 'entity type', value: entity }],
    })),
    needs: [...conditionsOf(graph, tool), ...valuesOf(graph, tool)],
    facts: factsOf(tool),
  }
}

function conditionsOf(graph: ApiGraph, tool: GraphTool): Need[] {
  return tool.requires.map((condition) => ({
    kind: 'enables',
    label: condition,
    alternatives: graph.establishers(condition).map(({ spec }) => [spec.name]),
  }))
}

function valuesOf(graph: ApiGraph, tool: GraphTool): Need[] {
  return tool.parameters.flatMap(({ name, required, entity }): Need[] => {
    if (!required || entity === undefined || !graph.entity(entity)?.opaque) return []
    const producers = graph.producers(entity).map((producer) => producer.tool)
    // Looking a value up is preferred to making a new thing that has one.
    const preferred = [...producers.filter(isLookup), ...producers.filter((producer) => !isLookup(producer))]
    const names = [...new Set(preferred.map(({ spec }) => spec.name))].filter((producer) => producer !== tool.spec.name)
    return names.length === 0
      ? []
      : [{ kind: 'provides', label: name, alternatives: names.map((producer) => [producer]) }]
  })
}

function isLookup({ spec }: GraphTool): boolean {
  return spec.effect === 'read' || spec.effect === 'session'
}

function factsOf({ requires, establishes, revokes }: GraphTool): { label: string; value: string }[] {
  return [
    { label: 'requires', value: requires.join(', ') },
    { label: 'establishes', value: establishes.join(', ') },
    { label: 'revokes', value: revokes.join(', ') },
  ].filter(({ value }) => value !== '')
}

function relationOf(graph: ApiGraph, relation: Relation): DrawnRelation {
  const { from, to } = relation
  if (relation.kind === 'enables') return { kind: 'enables', from, to, label: relation.condition, evidence: [] }
  const { path, parameter, entity } = relation
  const kind = graph.entity(entity)?.opaque ? 'provides' : 'compatible'
  return { kind, from, to, label: parameter, path, evidence: [{ label: 'entity type', value: entity }] }
}

/** A tool that revokes a condition disables those that require it. */
function revocations(tools: readonly GraphTool[]): DrawnRelation[] {
  return tools.flatMap((from) =>
    from.revokes.flatMap((condition) =>
      tools
        .filter(({ requires }) => requires.includes(condition))
        .map((to): DrawnRelation => ({
          kind: 'disables',
          from: from.spec.name,
          to: to.spec.name,
          label: condition,
          evidence: [],
        })),
    ),
  )
}
