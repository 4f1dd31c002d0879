import { create, type Patches } from 'mutative'
import { ToolError } from '../core/errors.js'
import type { Json, JsonObject } from '../core/json.js'
import { untag } from '../core/number.js'
import { formatPointer, type Pointer } from '../core/pointer.js'
import type { Access, ToolCall, ToolResult } from '../core/tool.js'
import { checkArguments, withDefaults } from './arguments.js'
import type { Environment } from './define.js'
import type { ToolContext, ToolDefinition } from './definition.js'
import { createDraft, type Draft } from './draft.js'
import { Generator, type GeneratorState } from './generator.js'
import { recordReads } from './recording.js'

/** A call's outcome: what the caller sees, and the state after it. */
export interface Called {
  readonly value: Json
  readonly error?: { readonly code: string; readonly transient: boolean }
  readonly state: Json
}

/** Runs a tool on a state, arguments as given (see `world.call` for validation). The state is never changed in place. */
export function callTool(environment: Environment, name: string, args: JsonObject, state: Json, clock: string): Called {
  return runTool(toolOf(environment, name), args, state, clock)
}

/** The same of a tool at hand. */
export function runTool(tool: ToolDefinition<Json, JsonObject>, args: JsonObject, state: Json, clock: string): Called {
  return executed(tool, new Run(state, state, args, clock, createDraft))
}

/** The same, and which state paths it read and wrote. */
export function probeTool(
  environment: Environment,
  name: string,
  args: JsonObject,
  state: Json,
  clock: string,
): { called: Called; access: Access } {
  const seen = recordReads(state)
  const writes = recordWrites()
  const run = new Run(state, seen.proxy, args, clock, writes.draft)
  const called = executed(toolOf(environment, name), run)
  return { called, access: { reads: seen.reads(), writes: writes.paths(), draws: run.draws } }
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

function toolOf(environment: Environment, name: string): ToolDefinition<Json, JsonObject> {
  const tool = environment.tool(name)
  if (tool) return tool
  throw new Error(
    `callTool: environment '${environment.ref.name}' has no tool '${name}'; check the name before calling.`,
  )
}

function executed(tool: ToolDefinition<Json, JsonObject>, run: Run): Called {
  try {
    const value = tool.run(run)
    return { value, state: run.end() }
  } catch (thrown) {
    if (!(thrown instanceof ToolError)) throw thrown
    const { value, code, transient } = thrown
    return { value, error: { code, transient }, state: run.end() }
  }
}

/** What a tool works with while it runs; the draft and the generator are made on first use. */
class Run implements ToolContext<Json, JsonObject> {
  readonly state: Json
  readonly args: JsonObject
  readonly clock: string
  readonly draft: () => Json
  private readonly base: Json
  private drafted: Draft<Json> | undefined
  private generator: Generator | undefined

  constructor(base: Json, state: Json, args: JsonObject, clock: string, drafting: (base: Json) => Draft<Json>) {
    this.base = base
    this.state = state
    this.args = args
    this.clock = clock
    this.draft = () => (this.drafted ??= drafting(base)).root
  }

  get random(): Generator {
    return (this.generator ??= new Generator(this.position))
  }

  get draws(): boolean {
    return this.generator !== undefined && this.generator.drawn !== this.position.drawn
  }

  private get position(): GeneratorState {
    return (this.base as { generator?: GeneratorState }).generator ?? { seed: 0, drawn: 0 }
  }

  /** The state after the call, with the generator where the draws left it. */
  end(): Json {
    if (this.generator && this.draws)
      (this.draft() as { generator?: GeneratorState }).generator = {
        seed: this.position.seed,
        drawn: this.generator.drawn,
      }
    return this.drafted ? this.drafted.finish() : this.base
  }
}

/** While probing, drafts of the library, which tells the paths that were written. */
function recordWrites(): { readonly draft: (state: Json) => Draft<Json>; readonly paths: () => Pointer[] } {
  let patches: Patches = []
  return {
    draft: (state) => {
      const [root, finalize] = create(state as object, { enablePatches: true })
      return {
        root: root as Json,
        finish: () => {
          const [next, made] = finalize() as unknown as [Json, Patches]
          patches = made
          return next
        },
      }
    },
    paths: () => {
      const written = new Set(patches.map(({ path }) => formatPointer(path as (string | number)[])))
      return [...written].filter((path) => !path.startsWith('/generator')).toSorted()
    },
  }
}
