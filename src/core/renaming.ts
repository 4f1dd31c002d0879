import { isArray, isObject, type Json, type JsonObject } from './json.js'
import { type Message, messageTool, type MessageTool } from './message.js'
import type { ToolSpec } from './tool.js'
import { reword, type Wording } from './wording.js'

/** One tool under other names than its environment has for it. */
export interface RenamedTool {
  readonly name: string
  readonly as: string
  /** Other names of its parameters; those that are not here keep theirs. */
  readonly parameters: { readonly [parameter: string]: string }
  readonly wording: Wording
}

/** How a row shows its tools, in the order it shows them. What it says of turns and proofs keeps the environments' own names. */
export type Renaming = readonly RenamedTool[]

/** The tools as a row shows them; tools that the renaming leaves out are left out. */
export function renameTools(tools: readonly ToolSpec[], renaming: Renaming): MessageTool[] {
  const identifiers = identifiersOf(renaming)
  return renaming.flatMap(({ name, as, parameters, wording }): MessageTool[] => {
    const spec = tools.find((tool) => tool.name === name)
    if (!spec) return []
    const { function: shown } = messageTool(spec)
    const description = renameIn(reword(shown.description, wording, spec.environment), identifiers)
    const schema = renameSchema(shown.parameters, parameters, identifiers)
    return [{ type: 'function', function: { name: as, description, parameters: schema } }]
  })
}

/** A message with its calls under the names that the row shows. */
export function renameMessage(message: Message, renaming: Renaming): Message {
  const byName = new Map(renaming.map((tool) => [tool.name, tool]))
  return withCalls(message, (name, args) => {
    const tool = byName.get(name)
    return tool ? [tool.as, renameKeys(args, tool.parameters)] : [name, args]
  })
}

/** A message with its calls under the environments' own names: the inverse of `renameMessage`. */
export function restoreMessage(message: Message, renaming: Renaming): Message {
  return withCalls(message, (name, args) => restoreCall(name, args, renaming))
}

/** The name and the arguments of a call as its environment has them; those of a tool that nothing renames as they are. */
export function restoreCall(name: string, args: JsonObject, renaming: Renaming): [string, JsonObject] {
  const tool = renaming.find(({ as }) => as === name)
  if (!tool) return [name, args]
  const own = Object.fromEntries(Object.entries(tool.parameters).map(([parameter, as]) => [as, parameter]))
  return [tool.name, renameKeys(args, own)]
}

function withCalls(message: Message, change: (name: string, args: JsonObject) => [string, JsonObject]): Message {
  if (message.role === 'tool') return { ...message, name: change(message.name, {})[0] }
  if (message.role !== 'assistant' || !message.tool_calls) return message
  const calls = message.tool_calls.map((call) => {
    const [name, args] = change(call.function.name, call.function.arguments)
    return { ...call, function: { name, arguments: args } }
  })
  return { ...message, tool_calls: calls }
}

function renameKeys(args: JsonObject, names: { readonly [name: string]: string }): JsonObject {
  return Object.fromEntries(Object.entries(args).map(([key, value]) => [names[key] ?? key, value]))
}

function renameSchema(
  schema: JsonObject,
  names: RenamedTool['parameters'],
  identifiers: ReadonlyMap<string, string>,
): JsonObject {
  const described = renameDescriptions(schema, identifiers) as JsonObject
  const { properties, required } = described
  return {
    ...described,
    ...(isObject(properties) ? { properties: renameKeys(properties, names) } : {}),
    ...(isArray(required) ? { required: required.map((key) => names[String(key)] ?? key) } : {}),
  }
}

function renameDescriptions(schema: Json, identifiers: ReadonlyMap<string, string>): Json {
  if (isArray(schema)) return schema.map((item) => renameDescriptions(item, identifiers))
  if (!isObject(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'description' && typeof value === 'string'
        ? renameIn(value, identifiers)
        : renameDescriptions(value, identifiers),
    ]),
  )
}

/** Names of more than one word, which a text can only mean as names, with what they are called now. */
function identifiersOf(renaming: Renaming): ReadonlyMap<string, string> {
  const all = renaming.flatMap(({ name, as, parameters }) => [[name, as] as const, ...Object.entries(parameters)])
  return new Map(all.filter(([name]) => isMultiWord(name)))
}

/** Is a name one that no sentence holds by chance? */
export function isMultiWord(name: string): boolean {
  return /_|[a-z][A-Z]/.test(name)
}

function renameIn(text: string, identifiers: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\b\w+\b/g, (word) => identifiers.get(word) ?? word)
}
