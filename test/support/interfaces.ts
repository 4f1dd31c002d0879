import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Json } from '../../src/core/json.js'
import { environmentFrom, type Imported, readDocument } from '../../src/importers/openapi/index.js'

const ROOT = join(import.meta.dirname, '../..')

/** Documents of different habits: of our own making, as those of real services are. */
export const INTERFACES = {
  bikes: join(ROOT, 'examples/openapi/bikes.yaml'),
  tracker: join(ROOT, 'test/support/interfaces/tracker.json'),
  kennel: join(ROOT, 'test/support/interfaces/kennel.yaml'),
  clinic: join(ROOT, 'test/support/interfaces/clinic.yaml'),
} as const

export function imported(name: keyof typeof INTERFACES): Imported {
  return environmentFrom(readDocument(readFileSync(INTERFACES[name], 'utf8'), `${name}.yaml`))
}

/** A document with these paths, and schemas where they need some. */
export function documentOf(paths: Json, schemas: Json = {}): string {
  return JSON.stringify({ openapi: '3.1.0', info: { title: 'Probe', version: '1' }, paths, components: { schemas } })
}

export function importedFrom(paths: Json, schemas?: Json): Imported {
  return environmentFrom(readDocument(documentOf(paths, schemas), 'probe.json'))
}

/** A response or a body in JSON. */
export function json(schema: Json): Json {
  return { content: { 'application/json': { schema } } }
}
