import type { AdvancedTool } from '../core/advanced-tool.js'
import { requestsOf } from '../core/advanced-tool.js'
import type { Lexicon } from '../language/index.js'
import { isObject, type Json, type JsonObject } from '../core/json.js'
import { untag } from '../core/number.js'
import type { Match, Reference, Request, Which } from '../core/reference.js'
import type { QueryingInput, ToolInput } from './querying/agent.js'

/** How the three registers are described to a model. */
export const VOICES: { readonly [register in QueryingInput['register']]: string } = {
  plain: 'matter of fact, a sentence or two',
  brisk: 'in a hurry, short, no courtesies',
  warm: 'friendly and a little chatty',
}

/** The advanced tool as its user sees it: what it does and what the user has in mind, not what it is made of. */
export function capabilityOf(lexicon: Lexicon, tool: AdvancedTool, inputs: ToolInput['inputs']): JsonObject {
  const wishes = requestsOf(tool, inputs).map((request, i): Json => {
    const asked = tool.requests[i]
    const meaningOf = (parameter: string): string | undefined => {
      const said = asked?.arguments[parameter]
      return said && said.by !== 'earlier' ? descriptionOf(tool, said.input) : undefined
    }
    return {
      wish: asked?.does || request.tool,
      goal: request.tool,
      values: sayingsOf(lexicon, request, meaningOf),
    }
  })
  return { name: tool.name, description: tool.description, wishes }
}

function descriptionOf({ inputs }: AdvancedTool, input: string): string | undefined {
  const properties = inputs['properties']
  const parameter = isObject(properties) ? properties[input] : undefined
  const description = isObject(parameter) ? parameter['description'] : undefined
  return typeof description === 'string' && description !== '' ? description : undefined
}

/** How a person has the values of a wish in mind, parameter by parameter. */
export function sayingsOf(
  lexicon: Lexicon,
  { tool, arguments: args }: Request,
  meaningOf: (parameter: string) => string | undefined = () => undefined,
): JsonObject {
  return Object.fromEntries(
    Object.entries(args).map(([parameter, reference]): [string, Json] => {
      if (reference.by === 'earlier') return [parameter, pointing(reference.which)]
      const value = untag(reference.value)
      if (reference.by === 'field')
        return [parameter, { [DESCRIBED]: reference.field, [MATCHES[reference.match]]: value }]
      const more = { 'in words': wordsFor(lexicon, tool, parameter, value), means: meaningOf(parameter) }
      return [parameter, { say: value, ...(JSON.parse(JSON.stringify(more)) as JsonObject) }]
    }),
  )
}

/** What people say for a value that stands for something: 'all the doors', 'words' for `w`. */
function wordsFor(lexicon: Lexicon, tool: string, parameter: string, value: Json): string | undefined {
  const entity = lexicon.entityOf(tool, parameter)
  const words = entity === undefined ? undefined : lexicon.entity(entity)?.words
  const [first] = words?.[typeof value === 'string' ? value : JSON.stringify(value)] ?? []
  return first === value ? undefined : first
}

const MATCHES: { readonly [match in Match]: string } = {
  equals: 'is',
  'ends-with': 'ends with',
  contains: 'contains',
}
const DESCRIBED = 'described by'
const EARLIER = 'the one under discussion'
const NEWEST = 'the one found out last'
const PLACE = 'number on the last list, -1 for its end'

function pointing(which: Which | undefined): Json {
  if (which === undefined) return EARLIER
  if (which === 'newest') return NEWEST
  return typeof which === 'number' ? { [PLACE]: which } : { 'the one with the': which.end, of: which.of }
}

/** The inverse of `sayingsOf`. */
export function referencesIn(sayings: JsonObject): Request['arguments'] {
  return Object.fromEntries(Object.entries(sayings).map(([parameter, said]) => [parameter, referenceIn(said)]))
}

function referenceIn(said: Json): Reference {
  if (!isObject(said)) return said === NEWEST ? { by: 'earlier', which: 'newest' } : { by: 'earlier' }
  if (said['say'] !== undefined) return { by: 'value', value: said['say'] }
  const [place, end] = [said[PLACE], said['the one with the']]
  if (place !== undefined) return { by: 'earlier', which: Number(place) }
  if (end !== undefined)
    return { by: 'earlier', which: { end: end === 'most' ? 'most' : 'least', of: String(said['of']) } }
  const [match, words] = Object.entries(MATCHES).find(([, key]) => said[key] !== undefined) ?? ['equals', 'is']
  return { by: 'field', field: String(said[DESCRIBED]), match: match as Match, value: said[words] ?? null }
}
