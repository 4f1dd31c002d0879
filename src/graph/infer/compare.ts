import * as z from 'zod'
import { UsageError } from '../../core/errors.js'
import { parsePointer } from '../../core/pointer.js'
import { parseJson } from './graph-file.js'
import type { CompatibleRelation, ProvidesRelation, RelationGraph, ToolNode, Witness } from './relation-graph.js'

const referenceGraph = z.object({
  nodes: z.array(z.object({ id: z.string(), function: z.string(), effect: z.string() })),
  prerequisite_edges: z.array(z.object({ from: z.string(), to: z.string(), hard: z.boolean() })),
  data_flow_edges: z.array(
    z.object({
      from_tool: z.string(),
      from_field: z.string(),
      to_tool: z.string(),
      to_parameter: z.string(),
      transform: z.string(),
    }),
  ),
})

/** A published reference graph: its tools, which must (hard) or may run before which, whose results feed which parameters. */
export type ReferenceGraph = z.infer<typeof referenceGraph>

type ReferenceFlow = ReferenceGraph['data_flow_edges'][number]

/** Reads the text of a reference graph; `where` names the file in errors. */
export function parseReference(text: string, where: string): ReferenceGraph {
  const parsed = referenceGraph.safeParse(parseJson(text, where, 'Give a reference graph.'))
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0]?.path.join('/') ?? ''
  throw new UsageError(
    where,
    `it is no reference graph: wrong at /${path}`,
    'It needs nodes, prerequisite_edges and data_flow_edges.',
  )
}

/** What of a reference was found, what was claimed besides, and where execution says otherwise. */
export interface Comparison {
  readonly enables: {
    readonly hardRecall: number
    readonly softRecall: number
    readonly unlisted: number
    readonly missed: readonly string[]
  }
  readonly provides: {
    readonly keyRecall: number
    readonly contentRecall: number
    readonly unlisted: number
    readonly missed: readonly string[]
  }
  readonly effects: { readonly accuracy: number; readonly wrong: readonly string[] }
  /** Reference relations that execution refutes, with what shows it. */
  readonly disagreements: readonly Disagreement[]
}

export interface Disagreement {
  readonly relation: string
  readonly reference: string
  readonly execution: string
  readonly witness?: Witness
}

const CONTENT_TRANSFORMS: readonly string[] = ['text', 'part_of_text']

/** Compares an inferred graph with a reference, on the tools that both have. */
export function compareGraph(inferred: RelationGraph, reference: ReferenceGraph): Comparison {
  const tools = new Map(inferred.tools.map((tool) => [tool.name, tool]))
  const functions = new Map(reference.nodes.map((node) => [node.id, node.function]))
  const named = (id: string): string | undefined => {
    const name = functions.get(id)
    return name !== undefined && tools.has(name) ? name : undefined
  }
  const flows = flowsOf(inferred, reference, tools, named)
  return {
    enables: enablesOf(inferred, reference, named),
    provides: flows.provides,
    effects: effectsOf(reference, tools, named),
    disagreements: flows.disagreements,
  }
}

type Named = (id: string) => string | undefined

function enablesOf(inferred: RelationGraph, reference: ReferenceGraph, named: Named): Comparison['enables'] {
  const listed = reference.prerequisite_edges.flatMap(({ from, to, hard }) => {
    const [a, b] = [named(from), named(to)]
    return a === undefined || b === undefined ? [] : [{ key: `${a} > ${b}`, hard }]
  })
  const claimed = new Set(inferred.enables.map(({ from, to }) => `${from} > ${to}`))
  const softer = new Set([...claimed, ...inferred.affects.map(({ from, to }) => `${from} > ${to}`)])
  const [hard, soft] = [listed.filter((edge) => edge.hard), listed.filter((edge) => !edge.hard)]
  const missed = hard.filter(({ key }) => !claimed.has(key))
  return {
    hardRecall: recall(hard.length - missed.length, hard.length),
    softRecall: recall(soft.filter(({ key }) => softer.has(key)).length, soft.length),
    unlisted: [...claimed].filter((key) => !listed.some((edge) => edge.key === key)).length,
    missed: missed.map(({ key }) => key),
  }
}

/** Effects as the reference counts them: private state is state, a tool that draws counts as what it writes. */
function effectsOf(
  reference: ReferenceGraph,
  tools: ReadonlyMap<string, ToolNode>,
  named: Named,
): Comparison['effects'] {
  const compared = reference.nodes.flatMap(({ id, effect }) => {
    const tool = tools.get(named(id) ?? '')
    return tool ? [{ name: tool.name, expected: effect, got: tool.effect, draws: tool.draws }] : []
  })
  const wrong = compared.filter(({ expected, got, draws }) => expected !== got && !(draws && expected === 'draws'))
  return {
    accuracy: recall(compared.length - wrong.length, compared.length),
    wrong: wrong.map(({ name, expected, got }) => `${name}: ${expected}, executed ${got}`),
  }
}

function flowsOf(
  inferred: RelationGraph,
  reference: ReferenceGraph,
  tools: ReadonlyMap<string, ToolNode>,
  named: Named,
): { provides: Comparison['provides']; disagreements: Disagreement[] } {
  const listed = reference.data_flow_edges.flatMap((flow) => {
    const [from, to] = [named(flow.from_tool), named(flow.to_tool)]
    return from === undefined || to === undefined
      ? []
      : [{ flow, from, key: keyOf(from, placeOf(flow), to, flow.to_parameter), tool: tools.get(to) }]
  })
  const provided = new Set(inferred.provides.map(claimOf))
  const compatible = new Map(inferred.compatible.map((relation) => [claimOf(relation), relation]))
  const asKey = listed.filter(({ flow }) => !CONTENT_TRANSFORMS.includes(flow.transform))
  const isKey = ({ flow, tool }: (typeof listed)[number]): boolean => !takesAnything(tool, flow.to_parameter)
  const refuted = asKey.filter((edge) => !isKey(edge))
  const keys = asKey.filter(isKey)
  const content = [...listed.filter(({ flow }) => CONTENT_TRANSFORMS.includes(flow.transform)), ...refuted]
  const missed = keys.filter(({ key }) => !provided.has(key))
  const found = content.filter(({ key }) => compatible.has(key) || provided.has(key))
  return {
    provides: {
      keyRecall: recall(keys.length - missed.length, keys.length),
      contentRecall: recall(found.length, content.length),
      unlisted: [...provided].filter((claim) => !listed.some(({ key }) => key === claim)).length,
      missed: missed.map(({ key }) => key),
    },
    disagreements: [
      ...refuted.map(({ key, flow, tool }) => takenForKey(key, flow, tool, compatible.get(key))),
      ...missed.flatMap(({ key, flow, from }) => neverFilled(key, flow, tools.get(from))),
    ],
  }
}

function takenForKey(
  key: string,
  flow: ReferenceFlow,
  tool: ToolNode | undefined,
  shown: CompatibleRelation | undefined,
): Disagreement {
  const parameter = tool?.parameters.find(({ name }) => name === flow.to_parameter)
  const { tried = 0, succeeded = 0 } = parameter?.random ?? {}
  return {
    relation: key,
    reference: `${flow.transform}: a value that ${flow.to_parameter} depends on`,
    execution: `${flow.to_parameter} is ${parameter?.kind ?? 'unknown'}: ${succeeded} of ${tried} random values were accepted in its place`,
    ...(shown ? { witness: shown.witness } : {}),
  }
}

/** A place that held no value in any result cannot have provided one: counted as missed all the same. */
function neverFilled(key: string, flow: ReferenceFlow, tool: ToolNode | undefined): Disagreement[] {
  const place = parsePointer(placeOf(flow).replace(/ key$/, '')).join('/')
  if (!tool || tool.outputs.some(({ path }) => parsePointer(path).join('/') === place)) return []
  return [
    {
      relation: key,
      reference: `${flow.transform}: ${flow.from_field} of ${tool.name} holds a value`,
      execution: `nothing was ever seen there, in ${tool.successes} successful calls`,
    },
  ]
}

function takesAnything(tool: ToolNode | undefined, name: string): boolean {
  const kind = tool?.parameters.find((parameter) => parameter.name === name)?.kind
  return kind === 'content' || kind === 'format' || kind === 'choice'
}

/** The reference's way to write a place, as a pattern: `cards.<card_id>[]` is `/cards/*` with `*` for key and index alike. */
function placeOf({ from_field, transform }: ReferenceFlow): string {
  const parts = from_field
    .replaceAll('[]', '.*')
    .split('.')
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('<') ? '*' : part))
  const key = parts.lastIndexOf('*')
  if (transform !== 'object_key') return `/${parts.join('/')}`
  const dynamic = from_field.includes('<') ? from_field.split('.').findIndex((part) => part.startsWith('<')) : -1
  return `/${(dynamic >= 0 ? parts.slice(0, dynamic + 1) : key >= 0 ? parts : [...parts, '*']).join('/')} key`
}

function claimOf({ from, path, transform, to, parameter }: ProvidesRelation | CompatibleRelation): string {
  return keyOf(from, transform === 'object_key' ? `${path} key` : path, to, parameter)
}

function keyOf(from: string, place: string, to: string, parameter: string): string {
  return `${from}${place} > ${to}.${parameter}`
}

function recall(found: number, all: number): number {
  return all === 0 ? 1 : Math.round((1000 * found) / all) / 1000
}
