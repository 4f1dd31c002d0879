import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { isObject, type Json, type JsonObject, type JsonSchema } from '../core/json.js'
import type { Pointer } from '../core/pointer.js'

export interface ArgumentError {
  readonly at: Pointer
  /** In our own words, so that rows never carry a library's. */
  readonly message: string
}

/** The schemas are those that `defineTool` makes: checking them and polishing their code costs more than it spares. */
const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  logger: false,
  validateSchema: false,
  code: { optimize: false },
})
const validators = new WeakMap<JsonSchema, ValidateFunction>()

/** What is wrong with the arguments (untagged) under a tool's parameter schema; empty when they are fine. */
export function checkArguments(schema: JsonSchema, args: Json): ArgumentError[] {
  let validate = validators.get(schema)
  if (!validate) {
    validate = ajv.compile({ additionalProperties: false, ...schema })
    validators.set(schema, validate)
  }
  return validate(args) ? [] : (validate.errors ?? []).map(inOurWords)
}

function inOurWords(error: ErrorObject): ArgumentError {
  const params = error.params as { [key: string]: Json }
  const messages: { [keyword: string]: string } = {
    required: `the required parameter '${String(params['missingProperty'])}' is missing`,
    additionalProperties: `there is no parameter '${String(params['additionalProperty'])}'`,
    type: `must be of type ${[params['type']].flat().join(' or ')}`,
    enum: `must be one of ${JSON.stringify(params['allowedValues'])}`,
    minimum: `must be at least ${String(params['limit'])}`,
    maximum: `must be at most ${String(params['limit'])}`,
  }
  return { at: error.instancePath, message: messages[error.keyword] ?? `does not satisfy '${error.keyword}'` }
}

const defaults = new WeakMap<JsonSchema, readonly (readonly [string, Json])[]>()

/** The arguments with the schema's documented defaults filled in, in the schema's parameter order. */
export function withDefaults(schema: JsonSchema, args: JsonObject): JsonObject {
  const known = defaults.get(schema) ?? defaultsOf(schema)
  defaults.set(schema, known)
  const missing = known.filter(([name]) => !Object.hasOwn(args, name))
  return missing.length === 0 ? args : { ...args, ...Object.fromEntries(missing) }
}

function defaultsOf({ properties }: JsonSchema): [string, Json][] {
  return Object.entries(isObject(properties) ? properties : {}).flatMap(([name, property]): [string, Json][] =>
    isObject(property) && property['default'] !== undefined ? [[name, property['default']]] : [],
  )
}
