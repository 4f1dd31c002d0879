import { sameJson } from '../../core/json.js'
import type { VisibleCall } from '../../core/visible.js'
import type { ApiGraph, Atom, GraphTool, Knowledge } from '../../graph/index.js'

/** What a conversation has been about so far. */
export interface Past {
  readonly graph: ApiGraph
  readonly knowledge: Knowledge
  /** What earlier turns were asked for, as `turn:tool`: only such results were read out to the user. */
  readonly asked?: ReadonlySet<string>
}

/**
 * Would people say "that" and mean this thing, when they wish for this tool? Only of what the talk is still about: later wishes
 * of a message point at what its earlier ones were about, and figures are forgotten soon.
 */
export function isInMind(atom: Atom, tool: GraphTool, past: Past): boolean {
  const { graph, knowledge } = past
  if (!isKnown(atom, past)) return false
  const now = knowledge.calls.filter(({ turn }) => turn === knowledge.turn)
  const isNow = knowledge.atoms.some(
    ({ entity, value, turn }) => turn === knowledge.turn && entity === atom.entity && sameJson(value, atom.value),
  )
  if (isFigure(atom, graph)) return now.length > 0 ? isNow : atom.turn === knowledge.turn - 1
  const isOfSameKind = now.some(({ call }) => environmentOf(graph, call.name) === tool.spec.environment)
  return isNow || !isOfSameKind
}

/** Does the user know of it: as a thing with an identity of its own, or because it was read out? */
function isKnown(atom: Atom, past: Past): boolean {
  const { opaque, mentions } = past.graph.entity(atom.entity) ?? {}
  const hasIdentity = opaque === true || (mentions !== undefined && !isFigure(atom, past.graph))
  return hasIdentity || atom.source.from !== 'result' || isReadOut(atom, past)
}

/** A mere number: nobody thinks of it as a thing. */
function isFigure({ value, entity }: Atom, graph: ApiGraph): boolean {
  return typeof value === 'number' && graph.entity(entity)?.opaque !== true
}

function isReadOut({ source }: Atom, { graph, knowledge, asked }: Past): boolean {
  const call = callOf(source, knowledge)
  if (!call || source.from !== 'result' || !asked?.has(`${call.turn}:${call.call.name}`)) return false
  const answers = graph.tools.get(call.call.name)?.answers ?? []
  return answers.some((answer) => matches(answer, source.path) || matches(`${answer}/*`, source.path))
}

function matches(pattern: string, path: string): boolean {
  const [wanted, found] = [pattern.split('/'), path.split('/')]
  return wanted.length === found.length && wanted.every((part, i) => part === '*' || part === found[i])
}

/** The call whose result shows something. */
export function callOf(source: Atom['source'], { calls }: Knowledge): VisibleCall | undefined {
  if (source.from !== 'result') return undefined
  return calls.find(({ turn, index }) => turn === source.turn && index === source.call)
}

function environmentOf(graph: ApiGraph, name: string): string | undefined {
  return graph.tools.get(name)?.spec.environment
}
