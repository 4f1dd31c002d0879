import { existsSync, readFileSync } from 'node:fs'
import { UsageError } from '../core/errors.js'
import { environmentFrom, type Imported, readDocument } from '../importers/openapi/index.js'

/** The environment that an OpenAPI document of the user's own describes. */
export function importDocument(path: string): Imported {
  if (!existsSync(path))
    throw new UsageError('--openapi', `there is no file ${path}`, 'Give the path of an OpenAPI document, YAML or JSON.')
  return environmentFrom(readDocument(readFileSync(path, 'utf8'), path))
}
