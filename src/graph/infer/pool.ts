import type { Json } from '../../core/json.js'
import type { Pointer } from '../../core/pointer.js'
import type { Origin } from './relation-graph.js'
import type { Parameter } from './tools.js'

/** A value at hand and where exactly it lies, so that values of one record can be taken together. */
export interface Valued {
  readonly value: Json
  readonly holder: string
  /** Index of the call whose result holds it, and the place there. */
  readonly call?: number
  readonly place?: Pointer
}

/** Values of one origin. The key names the origin without names of tools or fields deciding anything. */
export interface Domain {
  readonly key: string
  readonly origin: Origin
  readonly values: readonly Valued[]
}

export type Pool = ReadonlyMap<string, Domain>

const MOST = 64

/** The pool with more values of an origin; the newest come last, the oldest are forgotten first. */
export function addTo(pool: Map<string, Domain>, key: string, origin: Origin, values: readonly Valued[]): void {
  if (values.length === 0) return
  const newest = new Map((pool.get(key)?.values ?? []).map((valued) => [valued.value, valued]))
  for (const valued of values) {
    newest.delete(valued.value)
    newest.set(valued.value, valued)
  }
  pool.set(key, { key, origin, values: [...newest.values()].slice(-MOST) })
}

/** Could the parameter take the value, by type and bounds? */
export function fits({ type, schema, closed }: Parameter, value: Json): boolean {
  if (closed) return closed.includes(value)
  switch (type) {
    case 'string':
      return typeof value === 'string'
    case 'integer':
      return Number.isSafeInteger(value) && withinBounds(schema, value as number)
    case 'number':
      return typeof value === 'number' && withinBounds(schema, value)
    case 'any':
      return typeof value !== 'object'
    default:
      return false
  }
}

function withinBounds(schema: Parameter['schema'], value: number): boolean {
  const { minimum, maximum } = schema as { minimum?: Json; maximum?: Json }
  return (typeof minimum !== 'number' || value >= minimum) && (typeof maximum !== 'number' || value <= maximum)
}
