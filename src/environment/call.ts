import { create, type Patches } from 'mutative'
import { ToolError } from '../core/errors.js'
import type { Json, JsonObject } from '../core/json.js'
import { untag } from '../core/number.js'
import { formatPointer, type Pointer } from '../core/pointer.js'
import type { Access, ToolCall, ToolResult } from '../core/tool.js'
import { checkArguments, withDefaults } from './arguments.js'
import type { Environment } from './define.js'
import type { ToolContext } from './definition.js'
import { createDraft } from './draft.js'
import { createGenerator, type Generator, type GeneratorState } from './generator.js'
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
  const run = new Run(state, seen?.proxy ?? state, args, clock, recording)
  let error: ToolError | undefined
  let value: Json
  try {
    value = tool.run(run)
  } catch (thrown) {
    if (!(thrown instanceof ToolError)) throw thrown
    error = thrown
    value = thrown.value
  }
  const { next, draws, writes } = run.end()
  const called = error
    ? { value, error: { code: error.code, transient: error.transient }, state: next }
    : { value, state: next }
  return { called, access: recording ? { reads: seen?.reads() ?? [], writes, draws } : NONE }
}

/** What a tool works with while it runs; the draft and the generator are made on first use. */
class Run implements ToolContext<Json, JsonObject> {
  readonly state: Json
  readonly args: JsonObject
  readonly clock: string
  private readonly base: Json
  private readonly recording: boolean
  private drafted: Drafted | undefined
  private generator: Generator | undefined
  private drawn = -1

  constructor(base: Json, state: Json, args: JsonObject, clock: string, recording: boolean) {
    this.base = base
    this.state = state
    this.args = args
    this.clock = clock
    this.recording = recording
  }

  readonly draft = (): Json =>
    (this.drafted ??= this.recording ? recordedDraft(this.base) : createDraft(this.base)).root

  get random(): Generator {
    return (this.generator ??= createGenerator(this.position, (drawn) => (this.drawn = drawn)))
  }

  private get position(): GeneratorState {
    return (this.base as { generator?: GeneratorState }).generator ?? { seed: 0, drawn: 0 }
  }

  /** The state after the call, with the generator where the draws left it. */
  end(): { next: Json; draws: boolean; writes: Pointer[] } {
    const draws = this.drawn >= 0
    if (draws)
      (this.draft() as { generator?: GeneratorState }).generator = { seed: this.position.seed, drawn: this.drawn }
    const next = this.drafted ? this.drafted.finish() : this.base
    return { next, draws, writes: this.drafted?.writes?.() ?? [] }
  }
}

const NONE: Access = { reads: [], writes: [], draws: false }

interface Drafted {
  readonly root: Json
  readonly finish: () => Json
  readonly writes?: () => Pointer[]
}

/** While probing, a draft of the library, which tells the paths that were written. */
function recordedDraft(state: Json): Drafted {
  const [root, finalize] = create(state as object, { enablePatches: true })
  let patches: Patches = []
  return {
    root: root as Json,
    finish: () => {
      const [next, made] = finalize() as unknown as [Json, Patches]
      patches = made
      return next
    },
    writes: () => {
      const written = new Set(patches.map(({ path }) => formatPointer(path as (string | number)[])))
      return [...written].filter((path) => !path.startsWith('/generator')).toSorted()
    },
  }
}
