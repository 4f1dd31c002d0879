import { type Json, sameJson } from '../../core/json.js'
import { conditionsOf, minimalSetsOf } from './conditions.js'
import type { Findings } from './findings.js'
import type {
  AffectsRelation,
  Agreement,
  DisablesRelation,
  EnablesRelation,
  ErrorKind,
  Evidence,
  GraphEnvironment,
  Origin,
  OutputNode,
  ParameterNode,
  ProvidesRelation,
  ToolNode,
  ValuePool,
} from './relation-graph.js'
import { likelihoodOf, type Settled } from './settle.js'
import { leavesOf } from './shape.js'
import type { Study } from './study.js'
import type { Parameter, Tool } from './tools.js'

const ERRORS = 8
const POOLS = 8
const SETS = 8
/** How much less is believed where only results were seen. */
const RESULTS_ONLY = 0.75

export function environmentNode({ study }: Findings): GraphEnvironment {
  const { name, version, digest } = study.environment.ref
  return { name, version, digest, seen: study.seesState ? 'state' : 'results' }
}

export function toolNodes(findings: Findings): ToolNode[] {
  return findings.study.tools.map((tool) => toolNode(findings, tool))
}

export function enablesRelations({ study, settled, gates }: Findings): EnablesRelation[] {
  return settled.enables.map((relation) => ({
    ...ends(relation),
    agreement: agreementOf(study, relation),
    gate: gates.has(relation),
    ...proof(study, relation),
  }))
}

export function disablesRelations({ study, settled }: Findings): DisablesRelation[] {
  return settled.disables.map((relation) => ({
    ...ends(relation),
    agreement: agreementOf(study, relation),
    ...proof(study, relation),
  }))
}

export function affectsRelations({ settled }: Findings): AffectsRelation[] {
  return settled.affects.map((relation) => ({
    ...ends(relation),
    evidence: relation.evidence,
    witness: relation.witness,
  }))
}

export function providesRelations({ study, settled }: Findings): ProvidesRelation[] {
  return settled.provides.flatMap((relation) => {
    const { seen } = relation
    if (!('path' in seen)) return []
    const { path, transform, parameter } = seen
    return [{ from: seen.from.spec.name, path, transform, to: seen.to.spec.name, parameter, ...proof(study, relation) }]
  })
}

function ends({ seen }: Settled): { from: string; to: string } {
  return { from: seen.from.spec.name, to: seen.to.spec.name }
}

function proof(
  study: Study,
  { evidence, witness }: Settled,
): { evidence: Evidence; confidence: number; witness: Settled['witness'] } {
  return {
    evidence,
    confidence: Math.round(100 * likelihoodOf(evidence) * (study.seesState ? 1 : RESULTS_ONLY)) / 100,
    witness,
  }
}

/** Which parameters of the later call take a value of the earlier one, in the recipe that was followed. */
function agreementOf(study: Study, { recipe, seen }: Settled): Agreement[] {
  return [...recipe.call.links].flatMap(([index, keys]) => {
    const parameter = seen.to.parameters[index]
    const origins = keys.flatMap((key) => originOf(study, seen.from, key) ?? [])
    return parameter ? origins.slice(0, 2).map((origin) => ({ parameter: parameter.name, origin })) : []
  })
}

/** The origin that a key names, where it is an argument or a result of the tool. */
function originOf(study: Study, tool: Tool, key: string): Origin | undefined {
  const parameter = tool.parameters.find(({ index }) => key === `a${tool.index}.${index}`)
  if (parameter) return { from: 'argument', tool: tool.spec.name, parameter: parameter.name }
  const [, number, path = '', transform] = /^r(\d+)(.*):(\w+)$/.exec(key) ?? []
  if (number !== String(tool.index) || transform === undefined) return undefined
  return study.tools.includes(tool)
    ? { from: 'result', tool: tool.spec.name, path, transform: transform as 'identity' }
    : undefined
}

function toolNode(findings: Findings, tool: Tool): ToolNode {
  const { study, settled, alternatives, gates, effects } = findings
  const notes = study.notes[tool.index]
  const { calls = 0, successes = 0, draws = false, atStart = { tried: 0, succeeded: 0 } } = notes ?? {}
  const errors = errorsOf(study, tool)
  const enabled = settled.enables.filter(({ seen }) => seen.to === tool)
  return {
    environment: study.environment.ref.name,
    name: tool.spec.name,
    description: tool.spec.description,
    effect: effects[tool.index] ?? 'unknown',
    draws,
    reads: [...(notes?.reads ?? [])].toSorted(),
    writes: [...(notes?.writes ?? [])].toSorted(),
    calls,
    successes,
    atStart: { ...atStart },
    successRate: calls === 0 ? 0 : Math.round((1000 * successes) / calls) / 1000,
    errors: errors.slice(0, ERRORS),
    parameters: tool.parameters.map((parameter) => parameterNode(study, tool, parameter)),
    outputs: outputsOf(study, tool),
    prerequisites: conditionsOf(enabled, alternatives.get(tool.index) ?? new Map(), gates),
    minimalSets: minimalSetsOf(enabled).slice(0, SETS),
    ...(successes === 0 ? { deadEnd: whyDead(calls, errors) } : {}),
  }
}

/** Kinds of refusal by code and form of text, commonest first. */
function errorsOf({ refusals }: Study, { index }: Tool): ErrorKind[] {
  const kinds = new Map<string, ErrorKind>()
  for (const { code, form, count } of refusals[index]?.kinds.values() ?? []) {
    const shape = form.words.join(' ')
    const known = kinds.get(`${code}#${shape}`)?.count ?? 0
    if (count > 0) kinds.set(`${code}#${shape}`, { code, shape, count: known + count })
  }
  return [...kinds.values()].toSorted((a, b) => b.count - a.count)
}

function parameterNode(study: Study, tool: Tool, { index, name, required, type, closed }: Parameter): ParameterNode {
  const trial = study.notes[tool.index]?.trials[index]
  const { tried = 0, succeeded = 0 } = trial?.random ?? {}
  const found = [...(trial?.origins.values() ?? [])]
    .filter((origin) => origin.succeeded > 0)
    .toSorted((a, b) => b.succeeded / b.tried - a.succeeded / a.tried || b.succeeded - a.succeeded)
  const pools: ValuePool[] = closed
    ? [{ origin: { from: 'schema' }, tried, succeeded, examples: closed }]
    : found.slice(0, POOLS).map(({ origin, tried: times, succeeded: good, examples }) => ({
        origin,
        tried: times,
        succeeded: good,
        examples,
      }))
  return { name, required, type, kind: trial?.kind ?? 'unknown', random: { tried, succeeded }, pools }
}

/** Places of the tool's results that hold values, and whether these ever differ. */
export function outputsOf(study: Study, tool: Tool): OutputNode[] {
  const shape = study.resultShapes[tool.index]
  const results = study.notes[tool.index]?.results ?? []
  const outputs = new Map<string, { node: OutputNode; first: Json }>()
  for (const { pattern, part, value } of shape ? results.flatMap((result) => leavesOf(result, shape)) : []) {
    const key = `${part}${pattern}`
    const known = outputs.get(key)
    const type = Array.isArray(value) ? 'array' : typeof value
    if (!known) outputs.set(key, { node: { path: pattern, part, type, varies: false }, first: value })
    else if (!known.node.varies && !sameJson(known.first, value))
      outputs.set(key, { ...known, node: { ...known.node, varies: true } })
  }
  return [...outputs.values()].map(({ node }) => node)
}

function whyDead(calls: number, [commonest]: readonly ErrorKind[]): string {
  if (!commonest)
    return calls === 0 ? 'It was never called: the budget was used up before.' : `All ${calls} calls were refused.`
  const share = commonest.count === calls ? 'always' : `${commonest.count} times`
  const text = commonest.shape === '' ? '' : `: ${commonest.shape}`
  return `All ${calls} calls were refused, ${share} with ${commonest.code}${text}`
}
