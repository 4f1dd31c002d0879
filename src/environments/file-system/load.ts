import { isArray, isObject, type Json, type JsonObject } from '../../core/json.js'
import { addDirectory, addFile, emptyState } from './edit.js'
import { entriesOf, type State } from './state.js'

/**
 * A published BFCL configuration as a state (SEMANTICS.md sections 3 and 5). Only the first root counts; without one the
 * root is empty and named `/`. In long context the extension's text and file names are added.
 */
export function load(
  config: JsonObject,
  options: { readonly longContext: boolean; readonly extension: JsonObject },
): State {
  const [name, root] = isObject(config['root']) ? (Object.entries(config['root'])[0] ?? []) : []
  const state = emptyState(name ?? '/', options.longContext)
  const bulk = options.longContext ? bulkOf(options.extension) : undefined
  if (name !== undefined) fill(state, state.root, root, bulk)
  return state
}

interface Bulk {
  readonly unextended: ReadonlySet<Json>
  readonly text: string
  readonly files: readonly string[]
}

function bulkOf(extension: JsonObject): Bulk {
  const list = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : [])
  const text = extension['FILE_CONTENT_EXTENSION']
  return {
    unextended: new Set(list(extension['FILES_TAIL_USED'])),
    text: typeof text === 'string' ? text : '',
    files: list(extension['POPULATE_FILE_EXTENSION']).map(String),
  }
}

function fill(state: State, id: number, node: Json | undefined, bulk: Bulk | undefined): void {
  const contents = isObject(node) && isObject(node['contents']) ? node['contents'] : {}
  let leaf = true
  for (const [name, child] of Object.entries(contents)) {
    if (!isObject(child)) continue
    if (child['type'] === 'directory') {
      leaf = false
      fill(state, addDirectory(state, id, name), child, bulk)
    } else {
      const text = typeof child['content'] === 'string' ? child['content'] : ''
      addFile(state, id, name, bulk && !bulk.unextended.has(name) ? text + bulk.text : text)
    }
  }
  if (bulk && leaf) for (const name of bulk.files) addMissing(state, id, name)
}

function addMissing(state: State, id: number, name: string): void {
  if (!entriesOf(state, id).some(([key]) => key === name)) addFile(state, id, name, '')
}
