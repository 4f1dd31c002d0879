import { create, type Patches } from 'mutative'
import { ToolError } from '../core/errors.js'
import type { Json, JsonObject } from '../core/json.js'
import { untag } from '../core/number.js'
import { formatPointer } from '../core/pointer.js'
import type { Access, ToolCall, ToolResult } from '../core/tool.js'
import { checkArguments, withDefaults } from './arguments.js'
import type { Environment } from './define.js'
import { createGenerator, type GeneratorState } from './generator.js'
import { recordReads } from './recording.js'

/** A call's outcome: what the caller sees, and the state after it. */
export interface Called {
  readonly value: Json
  readonly error?: { readonly code: string; readonly transient: boolean }
  readonly state: Json
}

/** Runs a tool on a state, arguments as given (see `world.call` for validation). The state is never changed in place. */
export function callTool(environment: Environment, name: string, args: JsonObject, state: Json, clock: string): Called {
  const { called } = execute(environment, name, args, state, clock, false)
  return called
}

/** The same, and which state paths it read and wrote. */
export function probeTool(
  environment: Environment,
  name: string,
  args: JsonObject,
  state: Json,
  clock: string,
): { called: Called; access: Access } {
  return execute(environment, name, args, state, clock, true)
}

/** Validates arguments against the schema, fills in defaults and runs. Invalid arguments are an error result, nothing runs. */
export function callChecked(
  environment: Environment,
  call: ToolCall,
  state: Json,
  clock: string,
): { result: ToolResult; state: Json } {
  const refused = refusal(environment, call)
  if (refused) return { result: refused, state }
  const called = callTool(environment, call.name, argumentsOf(environment, call), state, clock)
  return { result: resultOf(call, called), state: called.state }
}

export function argumentsOf(environment: Environment, call: ToolCall): JsonObject {
  return withDefaults(environment.spec(call.name)?.parameters ?? {}, call.arguments)
}

export function resultOf(call: ToolCall, called: Called): ToolResult {
  return { callId: call.id, value: called.value, ...(called.error ? { error: called.error } : {}) }
}

export function refusal(environment: Environment, call: ToolCall): ToolResult | undefined {
  const schema = environment.spec(call.name)?.parameters ?? {}
  const errors = checkArguments(schema, untag(call.arguments))
  if (errors.length === 0) return undefined
  const text = errors.map(({ at, message }) => (at === '' ? message : `${at.slice(1)} ${message}`)).join('; ')
  return {
    callId: call.id,
    value: { error: `Invalid arguments for ${call.name}: ${text}.` },
    error: { code: 'invalid-arguments', transient: false },
  }
}

function execute(
  environment: Environment,
  name: string,
  args: JsonObject,
  state: Json,
  clock: string,
  recording: boolean,
): { called: Called; access: Access } {
  const tool = environment.tool(name)
  if (!tool)
    throw new Error(
      `callTool: environment '${environment.ref.name}' has no tool '${name}'; check the name before calling.`,
    )
  const seen = recording ? recordReads(state) : undefined
  let drafted: { draft: Json; finish: () => readonly [Json, Patches | undefined] } | undefined
  const draft = (): Json => {
    if (!drafted) {
      const [made, finalize] = create(state as object, { enablePatches: recording })
      const finish = (): readonly [Json, Patches | undefined] => {
        const done = finalize() as unknown as Json | [Json, Patches]
        return recording ? (done as [Json, Patches]) : [done as Json, undefined]
      }
      drafted = { draft: made as Json, finish }
    }
    return drafted.draft
  }
  const before = (state as { generator?: GeneratorState }).generator
  let drawn = before?.drawn ?? 0
  let error: ToolError | undefined
  let value: Json
  try {
    const random = createGenerator(before ?? { seed: 0, drawn: 0 }, (n) => (drawn = n))
    value = tool.run({
      state: (seen?.proxy ?? state),
      draft: draft,
      args: args,
      random,
      clock,
    })
  } catch (thrown) {
    if (!(thrown instanceof ToolError)) throw thrown
    error = thrown
    value = thrown.value
  }
  const draws = drawn !== (before?.drawn ?? 0)
  if (draws) (draft() as { generator?: GeneratorState }).generator = { seed: before?.seed ?? 0, drawn }
  const [next, patches] = drafted?.finish() ?? [state, undefined]
  return {
    called: {
      value,
      ...(error ? { error: { code: error.code, transient: error.transient } } : {}),
      state: next,
    },
    access: {
      reads: seen?.reads() ?? [],
      writes: [...new Set((patches ?? []).map(({ path }) => formatPointer(path as (string | number)[])))]
        .filter((path) => !path.startsWith('/generator'))
        .toSorted(),
      draws,
    },
  }
}
