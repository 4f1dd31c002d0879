import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../../core/errors.js'
import { isObject, type Json, type JsonObject } from '../../core/json.js'
import { parseAssignments, ParseError, parseTaggedJson } from '../../text/index.js'
import { readText } from './lines.js'

const FILE = 'constants.json'
const REMEDY = `Give it with --constants FILE, or put ${FILE} beside the data or one folder above.`

/** The long-context constants, read when a long-context record first asks for them (SEMANTICS section 3). */
export type Constants = () => JsonObject

/** Finds the constants by option, beside the data or one folder above, or in the directory of TURNSMITH_BFCL_DIR. */
export function constantsFor(directory: string, option?: string): Constants {
  let loaded: JsonObject | undefined
  return () => (loaded ??= loadConstants(option ?? find(directory)))
}

function find(directory: string): string {
  const folders = [directory, dirname(directory), join(directory, '..'), process.env['TURNSMITH_BFCL_DIR'] ?? directory]
  const found = folders.map((folder) => join(folder, FILE)).find((file) => existsSync(file))
  if (found === undefined) throw new UsageError(directory, `the long-context constants (${FILE}) are not there`, REMEDY)
  return found
}

/** From `constants.json`, or from the benchmark's own `long_context.py`, whose literals are read and not run. */
function loadConstants(file: string): JsonObject {
  const text = readText(file, REMEDY)
  if (file.endsWith('.py')) return fromPython(file, text)
  const document = fromJson(file, text)
  const extension = isObject(document) ? document['long_context'] : undefined
  if (!isObject(extension)) throw new UsageError(file, "has no 'long_context' object", REMEDY)
  return extension
}

function fromJson(file: string, text: string): Json {
  try {
    return parseTaggedJson(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new UsageError(file, 'is not JSON', REMEDY)
  }
}

function fromPython(file: string, text: string): JsonObject {
  try {
    return parseAssignments(text)
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    throw new UsageError(`${file} line ${error.line}`, 'is no assignment of a literal to a name', REMEDY)
  }
}
