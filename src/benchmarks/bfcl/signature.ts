import { isArray, isObject, type Json, type JsonObject } from '../../core/json.js'
import type { ToolSpec } from '../../core/tool.js'
import type { CallExpression } from '../../text/index.js'
import { PythonError } from './python-error.js'

/** What binding needs of a tool: its parameters in the order of the code's signature (SEMANTICS appendix A). */
export interface Signature {
  readonly method: string
  readonly parameters: readonly Parameter[]
  readonly names: ReadonlySet<string>
}

interface Parameter {
  readonly name: string
  readonly required: boolean
  readonly default: Json | undefined
}

export function signatureOf(className: string, spec: ToolSpec): Signature {
  const properties = isObject(spec.parameters['properties']) ? spec.parameters['properties'] : {}
  const required = isArray(spec.parameters['required']) ? spec.parameters['required'] : []
  const parameters = Object.entries(properties).map(([name, schema]) => ({
    name,
    required: required.includes(name),
    default: isObject(schema) ? schema['default'] : undefined,
  }))
  return { method: `${className}.${spec.name}`, parameters, names: new Set(parameters.map(({ name }) => name)) }
}

/** Arguments by parameter name, defaults filled in; errors in CPython's order and words (SEMANTICS section 2). */
export function bindArguments(
  { method, parameters, names }: Signature,
  positional: readonly Json[],
  keywords: readonly { readonly name: string; readonly value: Json }[],
): JsonObject {
  const bound: { [parameter: string]: Json } = {}
  const inPlace = Math.min(positional.length, parameters.length)
  for (let i = 0; i < inPlace; i++) bound[(parameters[i] as Parameter).name] = positional[i] as Json
  for (const { name, value } of keywords) {
    if (!names.has(name)) throw unexpected(method, name)
    if (Object.hasOwn(bound, name)) throw new PythonError(`${method}() got multiple values for argument '${name}'`)
    bound[name] = value
  }
  if (positional.length > parameters.length) throw tooMany(method, parameters, positional.length)
  return withDefaults(method, parameters, bound)
}

/** The same for arguments that are all known by name. */
export function bindNamed({ method, parameters, names }: Signature, args: JsonObject): JsonObject {
  let given = 0
  for (const name in args) {
    if (!names.has(name)) throw unexpected(method, name)
    given += 1
  }
  if (given === parameters.length) return args
  const bound: { [parameter: string]: Json } = {}
  for (const name in args) bound[name] = args[name] as Json
  return withDefaults(method, parameters, bound)
}

/** The same for keyword arguments that are all literals, as nearly all are; undefined for other calls. */
export function bindLiterals(signature: Signature, { positional, keywords }: CallExpression): JsonObject | undefined {
  if (positional.length > 0) return undefined
  const bound: { [parameter: string]: Json } = {}
  for (const { name, value } of keywords) {
    if (value.kind !== 'literal') return undefined
    if (!signature.names.has(name)) throw unexpected(signature.method, name)
    bound[name] = value.value
  }
  return withDefaults(signature.method, signature.parameters, bound)
}

function unexpected(method: string, keyword: string): PythonError {
  return new PythonError(`${method}() got an unexpected keyword argument '${keyword}'`)
}

function withDefaults(
  method: string,
  parameters: readonly Parameter[],
  bound: { [parameter: string]: Json },
): JsonObject {
  let missing: string[] | undefined
  for (const parameter of parameters) {
    if (Object.hasOwn(bound, parameter.name)) continue
    if (parameter.required) (missing ??= []).push(`'${parameter.name}'`)
    else if (parameter.default !== undefined) bound[parameter.name] = parameter.default
  }
  if (!missing) return bound
  const plural = missing.length === 1 ? '' : 's'
  throw new PythonError(
    `${method}() missing ${missing.length} required positional argument${plural}: ${enumerated(missing)}`,
  )
}

function enumerated(names: readonly string[]): string {
  if (names.length <= 2) return names.join(' and ')
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`
}

/** Both counts include the instance itself. */
function tooMany(method: string, parameters: readonly Parameter[], given: number): PythonError {
  const most = parameters.length + 1
  const least = parameters.filter(({ required }) => required).length + 1
  const takes =
    least === most
      ? `${most} positional argument${most === 1 ? '' : 's'}`
      : `from ${least} to ${most} positional arguments`
  return new PythonError(`${method}() takes ${takes} but ${given + 1} were given`)
}
