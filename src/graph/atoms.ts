import { isObject, type Json, type JsonObject, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { formatPointer, parsePointer, placesOf, type Pointer } from '../core/pointer.js'
import type { Source } from '../core/trace.js'
import type { VisibleCall } from '../core/visible.js'
import type { GraphTool } from './graph.js'

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

/** What a call was about. Its values came from somewhere: from what was visible of that type, else from the user's words. */
export function argumentAtoms(
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

/** What a call showed. Remembered by the result's value: walks of a turn make the same calls from the same states, which give the same values. */
export function resultAtoms(tool: GraphTool, made: VisibleCall, order: number): readonly Atom[] {
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
  // Of the things on a list, what their links lead to is no item, and nothing there describes it.
  const outputs = tool.outputs.filter(({ link, collection }) => !(link && collection))
  return outputs.flatMap((output) =>
    placesOf(value, output.path).flatMap((place): Atom[] => {
      const found = output.part === 'key' ? place.key : place.value
      if (found === null || isObject(found)) return []
      const beside = output.link ? {} : scalarsOf(output.part === 'key' ? place.value : place.holder, described)
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
          fields: output.collection || output.link ? beside : { ...(untag(call.arguments) as JsonObject), ...beside },
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
