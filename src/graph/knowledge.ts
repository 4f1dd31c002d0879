import { sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import type { Visible, VisibleCall } from '../core/visible.js'
import { argumentAtoms, type Atom, resultAtoms } from './atoms.js'
import type { ApiGraph, GraphTool } from './graph.js'
import { lapsedBy } from './lapse.js'
import { placeAfter, type Located, locate } from './place.js'

/** What an assistant knows at some point of a conversation. */
export interface Knowledge {
  readonly turn: number
  /** User messages so far, by turn. */
  readonly queries: readonly string[]
  readonly atoms: readonly Atom[]
  readonly conditions: ReadonlySet<string>
  /** Session conditions known not to hold; others that are not among `conditions` are not known. */
  readonly lacking: ReadonlySet<string>
  /** Current place by environment. */
  readonly places: ReadonlyMap<string, string>
  readonly located: Located
  readonly calls: readonly VisibleCall[]
  /** Calls that listed all there is of something, by position. */
  readonly whole: ReadonlyMap<number, WholeList>
}

/** A list of all there is: of which environment, and the last turn for which it is true, where something has changed since. */
interface WholeList {
  readonly environment: string
  readonly until?: number
}

/** What is known from what is visible. */
export function knowledgeOf(graph: ApiGraph, visible: Visible): Knowledge {
  const { turn, queries } = visible
  return { ...known(graph, visible, visible.calls), turn, queries }
}

const remembered = new WeakMap<
  VisibleCall,
  { readonly graph: ApiGraph; readonly visible: Visible; readonly knowledge: Knowledge }
>()

/** Call by call, and remembered by the last one, since a conversation is looked at again with every step that is added. */
function known(graph: ApiGraph, visible: Visible, calls: readonly VisibleCall[]): Knowledge {
  const last = calls.at(-1)
  if (!last) return toldBy(visible)
  const before = remembered.get(last)
  if (before?.graph === graph && isContinued(before.visible, visible, before.knowledge.calls, calls))
    return before.knowledge
  const { queries } = visible
  const knowledge = learn(graph, { ...known(graph, visible, calls.slice(0, -1)), queries }, [last])
  remembered.set(last, { graph, visible, knowledge })
  return knowledge
}

/** Did the same briefing, the same messages and the same calls lead there? */
function isContinued(
  before: Visible,
  now: Visible,
  made: readonly VisibleCall[],
  calls: readonly VisibleCall[],
): boolean {
  return (
    before.facts === now.facts &&
    before.conditions === now.conditions &&
    before.places === now.places &&
    made.length === calls.length &&
    made.every((call, i) => call === calls[i] && before.queries[call.turn] === now.queries[call.turn])
  )
}

function toldBy(visible: Visible): Knowledge {
  const told = visible.facts.map(({ entity, value, span }): Atom => ({
    entity,
    value,
    source: { from: 'message', turn: 0, role: 'system', span },
    turn: -1,
    order: -1,
    fields: {},
    role: 'fact',
    shown: false,
  }))
  return {
    turn: visible.turn,
    queries: visible.queries,
    atoms: told,
    conditions: new Set(visible.conditions),
    lacking: new Set(visible.denied),
    places: new Map(Object.entries(visible.places)),
    located: new Map(),
    calls: [],
    whole: new Map(),
  }
}

/** What is known after more calls; the knowledge given stays as it was. */
export function learn(graph: ApiGraph, knowledge: Knowledge, made: readonly VisibleCall[]): Knowledge {
  const atoms = [...knowledge.atoms]
  // Most calls change none of these, so they are copied with a change.
  let { conditions, lacking, places, located, whole } = knowledge
  const tell = (condition: string, holds: boolean | undefined): void => {
    conditions = withIf(conditions, condition, holds === true)
    lacking = withIf(lacking, condition, holds === false)
  }
  made.forEach((call, i) => {
    const tool = graph.tools.get(call.call.name)
    if (!tool) return
    if (call.result.error) {
      const gone = lapsedBy(graph, tool.spec.name, call.result.value)
      if (gone !== undefined) conditions = withIf(conditions, gone, false)
      return
    }
    const order = knowledge.calls.length + i
    atoms.push(
      ...argumentAtoms(tool, call, order, knowledge.queries[call.turn], atoms),
      ...resultAtoms(tool, call, order),
    )
    whole = keptWhole(whole, graph, tool, call, order)
    for (const condition of tool.revokes) tell(condition, false)
    for (const established of tool.establishes) {
      const matches = Object.entries(established.arguments).every(([name, value]) =>
        sameJson(untag(call.call.arguments[name] ?? null), value),
      )
      tell(established.condition, matches ? true : undefined)
    }
    const environment = tool.spec.environment
    const declared = graph.places(environment)
    if (!declared) return
    const here = places.get(environment) ?? '/'
    located = new Map(located)
    locate(located, declared, tool, call, here)
    places = new Map(places).set(environment, placeAfter(declared, call.call, here))
  })
  return { ...knowledge, atoms, conditions, lacking, places, located, whole, calls: [...knowledge.calls, ...made] }
}

/** The set with the item, or without it. */
function withIf(set: ReadonlySet<string>, item: string, isIn: boolean): ReadonlySet<string> {
  if (set.has(item) === isIn) return set
  const copy = new Set(set)
  if (isIn) copy.add(item)
  else copy.delete(item)
  return copy
}

/**
 * A reading call that says nothing but what tools know (a token) lists all there is. What a message changes itself changes
 * nothing about what its words mean.
 */
function keptWhole(
  whole: Knowledge['whole'],
  graph: ApiGraph,
  { spec, parameters, outputs }: GraphTool,
  { turn, call }: VisibleCall,
  order: number,
): Knowledge['whole'] {
  const { environment, effect } = spec
  if (effect === 'write' || effect === 'draws')
    return new Map(
      [...whole].map(([listed, list]) =>
        list.environment === environment && list.until === undefined
          ? [listed, { environment, until: turn }]
          : [listed, list],
      ),
    )
  const isSaid = ({ name, entity = '' }: GraphTool['parameters'][number]): boolean =>
    Object.hasOwn(call.arguments, name) && graph.entity(entity)?.opaque !== true
  const lists = effect === 'read' && outputs.some(({ collection }) => collection)
  return lists && !parameters.some(isSaid) ? new Map(whole).set(order, { environment }) : whole
}
