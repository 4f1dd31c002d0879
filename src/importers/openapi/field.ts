import type { Json } from '../../core/json.js'
import { wordsOf } from './words.js'

/** What a value may be, as far as it is understood: the part of JSON Schema that interfaces are described with. */
export type Shape =
  | { readonly is: 'text'; readonly format?: string; readonly shortest?: number; readonly longest?: number }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | {
      readonly is: 'number'
      readonly whole: boolean
      readonly low?: number
      readonly high?: number
      readonly step?: number
    }
  | { readonly is: 'truth' }
  | { readonly is: 'list'; readonly of: Shape }
  | { readonly is: 'object'; readonly fields: readonly Field[] }

/** A property of an object, or a parameter of an operation. */
export interface Field {
  readonly name: string
  readonly shape: Shape
  readonly required: boolean
  /** Only the server sets it. */
  readonly readOnly: boolean
  /** It is sent and never shown. */
  readonly writeOnly: boolean
  readonly nullable: boolean
  readonly description?: string
  readonly default?: Json
  /** Values that the document gives. */
  readonly examples: readonly Json[]
}

/** Is it the same whatever the thing is? Nobody asks for it, and nobody is told. */
export function isConstant({ shape }: Field): boolean {
  return shape.is === 'choice' && shape.of.length === 1
}

/** Is it a moment in seconds since 1970, which the server sets? */
export function isTimestamp({ name, shape }: Field): boolean {
  return shape.is === 'number' && TIMESTAMP.test(wordsOf(name))
}

const TIMESTAMP = /(?:^| )(?:created|updated|modified|deleted|timestamp)$|^(?:created|updated|modified|deleted).* at$/
