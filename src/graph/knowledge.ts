import { isObject, type Json, type JsonObject, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { formatPointer, parsePointer, placesOf, type Pointer } from '../core/pointer.js'
import type { Source } from '../core/trace.js'
import type { Visible, VisibleCall } from '../core/visible.js'
import type { ApiGraph, GraphTool } from './graph.js'
import { lapsedBy } from './lapse.js'
import { placeAfter, type Located, locate } from './place.js'

/** A visible value of an entity type. */
export interface Atom {
  readonly entity: string
  readonly value: Json
  readonly source: Source
  readonly turn: number
  /** Position among all visible calls; facts stand at -1. */
  readonly order: number
  /** What describes it: the scalar leaves beside it, and for the one value a call is about, the call's arguments. */
  readonly fields: JsonObject
  /** `subject`: an argument, or the one value a result is about; `item`: one of many listed. */
  readonly role: 'fact' | 'subject' | 'item'
  /** Did the call itself show it? Not so for arguments and facts. */
  readonly shown: boolean
}

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

/** What a call was about. Its values came from somewhere: from what was visible of that type, else from the user's words. */
function argumentAtoms(
  tool: GraphTool,
  { turn, call }: VisibleCall,
  order: number,
  query: string | undefined,
  before: readonly Atom[],
): Atom[] {
  return tool.parameters.flatMap(({ name, entity }): Atom[] => {
    const value = call.arguments[name]
    if (entity === undefined || value === undefined || value === null) return []
    const plain = untag(value)
    const shown = before.find((atom) => atom.entity === entity && sameJson(atom.value, plain))
    return [
      {
        entity,
        value: plain,
        source: shown?.source ?? said(query, plain, turn),
        turn,
        order,
        fields: {},
        role: 'subject',
        shown: false,
      },
    ]
  })
}

/** The words of a message that say a value; all of it where it says it in another form; the user where it is yet to be written. */
function said(query: string | undefined, value: Json, turn: number): Source {
  if (query === undefined) return { from: 'user' }
  const start = query.indexOf(String(value))
  const span = start < 0 ? ([0, query.length] as const) : ([start, start + String(value).length] as const)
  return { from: 'message', turn, role: 'user', span }
}

/** What a result showed, and as what. */
interface Shown {
  readonly tool: GraphTool
  readonly made: VisibleCall
  readonly order: number
  readonly atoms: readonly Atom[]
}

const shown = new WeakMap<object, Shown>()

/** Remembered by the result's value: walks of a turn make the same calls from the same states, which give the same values. */
function resultAtoms(tool: GraphTool, made: VisibleCall, order: number): readonly Atom[] {
  if (tool.outputs.length === 0) return []
  const { value } = made.result
  if (!isObject(value)) return shownBy(tool, made, order)
  const before = shown.get(value)
  if (before?.tool === tool && before.order === order && isLike(before.made, made)) return before.atoms
  const atoms = shownBy(tool, made, order)
  shown.set(value, { tool, made, order, atoms })
  return atoms
}

function isLike(one: VisibleCall, other: VisibleCall): boolean {
  return one.turn === other.turn && one.index === other.index && sameJson(one.call.arguments, other.call.arguments)
}

function shownBy(tool: GraphTool, { turn, index, call, result }: VisibleCall, order: number): Atom[] {
  const value = untag(result.value)
  const described = new Map<Json, JsonObject>()
  return tool.outputs.flatMap((output) =>
    placesOf(value, output.path).flatMap((place): Atom[] => {
      const found = output.part === 'key' ? place.key : place.value
      if (found === null || isObject(found)) return []
      const beside = scalarsOf(output.part === 'key' ? place.value : place.holder, described)
      return [
        {
          entity: output.entity,
          value: found,
          source: {
            from: 'result',
            turn,
            call: index,
            path: place.pointer,
            ...(output.part === 'key' ? { part: 'key' } : {}),
          },
          turn,
          order,
          fields: output.collection ? beside : { ...(untag(call.arguments) as JsonObject), ...beside },
          role: output.collection ? 'item' : 'subject',
          shown: true,
        },
      ]
    }),
  )
}

/** The object that holds the found value: where its describing fields are. */
export function holderOf(path: Pointer, part: 'value' | 'key' | 'segment' | undefined): Pointer {
  return part === 'key' ? path : formatPointer(parsePointer(path).slice(0, -1))
}

/** The scalar fields of an object, made once for all that lies in it. */
function scalarsOf(holder: Json, made: Map<Json, JsonObject>): JsonObject {
  let fields = made.get(holder)
  if (!fields) {
    const entries = isObject(holder) ? Object.entries(holder) : []
    fields = Object.fromEntries(entries.filter(([, value]) => typeof value !== 'object'))
    made.set(holder, fields)
  }
  return fields
}
