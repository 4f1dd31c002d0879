import type {
  AffectsRelation,
  CompatibleRelation,
  DisablesRelation,
  EnablesRelation,
  ParameterNode,
  ProvidesRelation,
  RelationGraph,
  ToolNode,
} from '../infer/relation-graph.js'
import { isMet, type Need } from '../query/needs.js'
import { cyclesOf, reachable } from '../query/queries.js'
import type { DrawnRelation, DrawnTool, Drawing, Fact } from './drawing.js'
import { agreementText, conditionText, evidenceFacts, originText, poolText, shareText } from './inferred-texts.js'
import { drawWitness } from './witness.js'

/** The drawing of what execution shows. A parameter is needed from a tool where no value a user could say worked. */
export function drawInferred(graph: RelationGraph, title = 'API relation graph'): Drawing {
  return {
    title,
    origin: 'Relations as execution shows them: each one with its evidence and a witness that anyone can run again.',
    facts: [
      { label: 'seed', value: String(graph.seed) },
      { label: 'calls made', value: `${graph.budget.used} of ${graph.budget.calls}` },
      ...graph.environments.map(({ name, version, seen }) => ({
        label: `${name} v${version}`,
        value: seen === 'state' ? 'state seen' : 'results only, less confidence',
      })),
    ],
    environments: [
      ...new Set([...graph.environments.map(({ name }) => name), ...graph.tools.map((tool) => tool.environment)]),
    ],
    tools: withoutCircles(
      graph.tools.map((tool) => toolOf(graph, tool)),
      graph,
    ),
    relations: [
      ...graph.enables.map(enablesOf),
      ...graph.provides.map(providesOf),
      ...graph.disables.map(disablesOf),
      ...graph.affects.map(affectsOf),
      ...graph.compatible.map(compatibleOf),
    ],
  }
}

/** Where tools only lead back to one another, as fetching and returning do, the start provided what the first ones need. */
function withoutCircles(tools: readonly DrawnTool[], graph: RelationGraph): readonly DrawnTool[] {
  const reached = reachable(tools)
  const circling = new Set(cyclesOf(tools).flat())
  const first = graph.tools.filter(
    ({ name, atStart }) => atStart.succeeded > 0 && circling.has(name) && !reached.has(name),
  )
  const names = new Set(first.map(({ name }) => name))
  return tools.map((tool) =>
    names.has(tool.name) ? { ...tool, needs: tool.needs.filter((need) => isMet(need, reached)) } : tool,
  )
}

function toolOf(graph: RelationGraph, tool: ToolNode): DrawnTool {
  const { name, environment, description } = tool
  return {
    name,
    environment,
    description,
    effect: tool.draws ? 'draws' : tool.effect,
    parameters: tool.parameters.map((parameter) => ({
      name: parameter.name,
      required: parameter.required,
      facts: parameterFacts(parameter),
    })),
    needs: [...conditionsOf(graph, tool), ...valuesOf(graph, tool)],
    facts: toolFacts(tool),
    ...(tool.deadEnd === undefined ? {} : { deadEnd: tool.deadEnd }),
  }
}

/** Gates must be opened; what else is needed, such as a thing to work on, only where most starts lack it. */
function conditionsOf({ enables }: RelationGraph, { name, prerequisites, atStart }: ToolNode): Need[] {
  const needed = prerequisites.filter(({ gate }) => gate || 2 * atStart.succeeded < atStart.tried)
  return needed.map(({ anyOf, gate }) => {
    const agreement = enables.find(({ from, to }) => to === name && anyOf.includes(from))?.agreement ?? []
    return { kind: 'enables', label: conditionText(gate, agreement), alternatives: anyOf.map((tool) => [tool]) }
  })
}

function valuesOf({ provides }: RelationGraph, { name, parameters }: ToolNode): Need[] {
  return parameters.filter(isOpaque).flatMap((parameter): Need[] => {
    const feeding = provides.filter(
      (relation) => relation.to === name && relation.parameter === parameter.name && relation.from !== name,
    )
    const tools = [...new Set(feeding.map(({ from }) => from))]
    return tools.length === 0
      ? []
      : [{ kind: 'provides', label: parameter.name, alternatives: tools.map((tool) => [tool]) }]
  })
}

/** A key of which no user could say a value: only results and the state, which a user does not see, had one. */
function isOpaque({ required, kind, pools }: ParameterNode): boolean {
  const seen: readonly string[] = ['state', 'result', 'argument', 'omitted']
  return (
    required && kind === 'key' && pools.every(({ origin, succeeded }) => succeeded === 0 || seen.includes(origin.from))
  )
}

function parameterFacts(parameter: ParameterNode): Fact[] {
  const { kind, type, random, pools } = parameter
  return [
    { label: 'kind', value: `${kind}, ${type}` },
    ...(random.tried === 0
      ? []
      : [{ label: 'random values', value: `${shareText(random.succeeded, random.tried)} accepted` }]),
    ...pools.slice(0, 4).map((pool) => ({ label: originText(pool.origin), value: poolText(pool) })),
  ]
}

function toolFacts({ calls, successes, reads, writes, errors, outputs, minimalSets }: ToolNode): Fact[] {
  const listed = (values: readonly string[]): string =>
    values.slice(0, 6).join('  ') + (values.length > 6 ? `  and ${values.length - 6} more` : '')
  return [
    { label: 'succeeded', value: `${shareText(successes, calls)} of calls` },
    { label: 'reads', value: listed(reads) },
    { label: 'writes', value: listed(writes) },
    { label: 'returns', value: listed(outputs.filter(({ varies }) => varies).map(({ path }) => path)) },
    ...minimalSets.map(({ tools }) => ({ label: 'needed together', value: tools.join(', ') })),
    ...errors
      .slice(0, 5)
      .map(({ code, shape, count }) => ({ label: `refused ${count} ×`, value: `${code}: ${shape}` })),
  ].filter(({ value }) => value !== '')
}

function enablesOf(relation: EnablesRelation): DrawnRelation {
  const { from, to, agreement, gate } = relation
  const label = conditionText(gate, agreement)
  const evidence = [
    { label: 'holds for', value: gate ? 'any arguments' : 'arguments that agree' },
    ...agreement.map(agreementText),
    ...evidenceFacts(relation),
  ]
  return { kind: 'enables', from, to, label, evidence, witness: drawWitness('enables', relation.witness) }
}

function disablesOf(relation: DisablesRelation): DrawnRelation {
  const { from, to, agreement } = relation
  const label = conditionText(false, agreement)
  return {
    kind: 'disables',
    from,
    to,
    label,
    evidence: [...agreement.map(agreementText), ...evidenceFacts(relation)],
    witness: drawWitness('disables', relation.witness),
  }
}

function affectsOf(relation: AffectsRelation): DrawnRelation {
  const { from, to } = relation
  return {
    kind: 'affects',
    from,
    to,
    label: 'answers',
    evidence: evidenceFacts(relation),
    witness: drawWitness('affects', relation.witness),
  }
}

function providesOf(relation: ProvidesRelation): DrawnRelation {
  const { from, to, path, parameter, transform } = relation
  const evidence = [{ label: 'taken as', value: transform.replaceAll('_', ' ') }, ...evidenceFacts(relation)]
  return {
    kind: 'provides',
    from,
    to,
    path,
    label: parameter,
    evidence,
    witness: drawWitness('provides', relation.witness),
  }
}

function compatibleOf({ from, to, path, parameter, transform, witness }: CompatibleRelation): DrawnRelation {
  const evidence = [{ label: 'taken as', value: transform.replaceAll('_', ' ') }]
  return { kind: 'compatible', from, to, path, label: parameter, evidence, witness: drawWitness('compatible', witness) }
}
