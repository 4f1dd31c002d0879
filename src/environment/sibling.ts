import type { JsonSchema } from '../core/json.js'
import type { Sibling } from './conversation.js'

/** A sibling whose parameters are texts unless a type is named: `sibling('book_hotel', '...', { nights: 'integer' }, ['hotel'])`. */
export function sibling(
  name: string,
  description: string,
  parameters: { readonly [parameter: string]: 'string' | 'number' | 'integer' | 'boolean' },
  apart: readonly string[],
): Sibling {
  const schema: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(Object.entries(parameters).map(([parameter, type]) => [parameter, { type }])),
    required: Object.keys(parameters),
    additionalProperties: false,
  }
  return { name, description, parameters: schema, apart }
}
