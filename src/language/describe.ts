import { isObject } from '../core/json.js'
import type { ToolSpec } from '../core/tool.js'
import type { Phrases } from '../environment/index.js'
import { lowerFirst } from './discourse.js'

/** Phrases for a tool whose environment brings none, from its description and schema alone. */
export function describe({ name, description, parameters }: ToolSpec): Phrases {
  const properties = isObject(parameters['properties']) ? Object.keys(parameters['properties']) : []
  const required = Array.isArray(parameters['required']) ? (parameters['required'] as string[]) : []
  const wish = purpose(description === '' ? name.replaceAll('_', ' ') : description)
  const said = properties
    .filter((property) => required.includes(property))
    .map((property) => `the ${property.replaceAll('_', ' ')} <${property}>`)
  return {
    asks: [said.length === 0 ? wish : `${wish}, with ${said.join(' and ')}`],
    reports: ['That is done.', 'Done.'],
  }
}

/** Where a first clause goes on to say in which way: "list the tweets of an account, oldest first". */
const QUALIFIER = /, (?=(?:in|all|or|oldest|newest|its|up|upper|and|who|which|by|from|with|until)\b)/

/** The first clause of a description, as a verb phrase. */
export function purpose(description: string): string {
  const [sentence = ''] = description.split(/\.(?=\s|$)|[;:(]/)
  const clause = (sentence.split(QUALIFIER)[0] ?? '').trim().replaceAll(/[)|<>]/g, ' ')
  return lowerFirst(clause)
}
