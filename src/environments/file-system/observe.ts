import type { Json, JsonObject } from '../../core/json.js'
import { mapOf, objectOf, type State } from './state.js'

/** The compared part: the tree by content, without sharing, parents or the working directory (SEMANTICS.md section 5). */
export function observe(state: State): Json {
  return { long_context: state.longContext, root: treeOf(state, state.root) }
}

function treeOf(state: State, id: number): JsonObject {
  const object = objectOf(state, id)
  if (object.type === 'file') return { type: 'file', name: object.name, content: object.content }
  const contents = Object.fromEntries(mapOf(state, object.map).map(([name, child]) => [name, treeOf(state, child)]))
  return { type: 'directory', name: object.name, contents }
}
