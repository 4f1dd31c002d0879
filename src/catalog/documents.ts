import { existsSync, readFileSync } from 'node:fs'
import { UsageError } from '../core/errors.js'
import { environmentFrom, type Imported, readDocument } from '../importers/openapi/index.js'

/** The environment that an OpenAPI document of the user's own describes; of `FILE#bikes,members` what is about these. */
export function importDocument(place: string): Imported {
  const [path = '', names = ''] = place.split('#')
  if (!existsSync(path))
    throw new UsageError('--openapi', `there is no file ${path}`, 'Give the path of an OpenAPI document, YAML or JSON.')
  const only = names.split(',').filter((name) => name !== '')
  return environmentFrom(readDocument(readFileSync(path, 'utf8'), path), only)
}
