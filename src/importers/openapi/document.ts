import { parse } from 'yaml'
import { UsageError } from '../../core/errors.js'
import { isObject, type Json, type JsonObject } from '../../core/json.js'
import { at } from '../../core/pointer.js'
import type { Field } from './field.js'

/** An OpenAPI document, read and not yet understood. */
export interface OpenApiDocument {
  readonly root: JsonObject
  /** Where it was read from, for complaints. */
  readonly where: string
  /** Fields that are left out of what is simulated, by name, with the reason. */
  readonly unread: Map<string, string>
  /** Fields of the schemas that were read. */
  readonly fields: WeakMap<JsonObject, readonly Field[]>
}

/** Characters of the longest document that is read. */
const LONGEST = 8_000_000

/** References that lead to references to references: more than this is a circle. */
const LONGEST_CHAIN = 16

const REMEDY = 'Give an OpenAPI document of version 3.0, 3.1 or 3.2, in YAML or JSON.'

/** Reads a document in YAML or JSON (OpenAPI 3.0 to 3.2; earlier ones are refused). */
export function readDocument(text: string, where: string): OpenApiDocument {
  if (text.length > LONGEST) throw new UsageError(where, `the document is longer than ${LONGEST} characters`, REMEDY)
  const root = parsed(text, where)
  if (!isObject(root)) throw new UsageError(where, 'the file holds no document', REMEDY)
  if ('swagger' in root)
    throw new UsageError(where, 'this is Swagger 2.0', 'Convert it to OpenAPI 3 first (npx swagger2openapi).')
  if (!/^3\.[012]\./.test(String(root['openapi'])))
    throw new UsageError(where, `its version is ${JSON.stringify(root['openapi'] ?? null)}`, REMEDY)
  return { root, where, unread: new Map(), fields: new WeakMap() }
}

function parsed(text: string, where: string): Json {
  try {
    // Aliases are bounded, so that no short text unfolds into a long document.
    return parse(text, { maxAliasCount: 100, schema: 'core' }) as Json
  } catch (error) {
    const [what = ''] = String(error instanceof Error ? error.message : error).split('\n')
    throw new UsageError(where, `it is neither YAML nor JSON (${what.replace(/:$/, '')})`, REMEDY)
  }
}

/** What stands at the end of a node's references; the node itself where it is none. */
function resolved({ root, where }: Pick<OpenApiDocument, 'root' | 'where'>, node: Json | undefined): Json | undefined {
  let found = node
  for (let i = 0; isObject(found) && typeof found['$ref'] === 'string'; i++) {
    const reference = found['$ref']
    if (!reference.startsWith('#/'))
      throw new UsageError(where, `'${reference}' leads to another document`, 'Bundle the documents into one first.')
    found = i < LONGEST_CHAIN ? at(root, unescaped(reference)) : undefined
    if (found === undefined)
      throw new UsageError(where, `'${reference}' leads nowhere`, 'Mend the reference, or take it out.')
  }
  return found
}

/** The same, as an object; an empty one where there is none. */
export function objectAt(document: OpenApiDocument, node: Json | undefined): JsonObject {
  const found = resolved(document, node)
  return isObject(found) ? found : {}
}

/** The pointer of a reference within its document, which is written as a part of an address. */
function unescaped(reference: string): string {
  return reference
    .slice(1)
    .replaceAll(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
}
