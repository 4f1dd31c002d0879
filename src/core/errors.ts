import type { Json } from './json.js'

/**
 * How things fail, in one place.
 *
 * - `ToolError`: the caller asked for something the environment refuses. It becomes a tool result that the model sees;
 *   state written before it was thrown stays written.
 * - `UsageError`: a person gave a wrong command, file or option. The command line prints one line and the remedy, exit 2.
 * - Rejections (`Rejection`) are data: a candidate that failed is recorded with a cause from a closed list.
 * - Anything else is a bug and stops the run with a stack trace. There are no catch-alls.
 */
export class ToolError extends Error {
  override readonly name = 'ToolError'
  readonly code: string
  /** What the caller sees as the tool's result. */
  readonly value: Json
  /** Would the same call succeed when made again? */
  readonly transient: boolean

  constructor(code: string, value: Json, options: { transient?: boolean } = {}) {
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0 // An answer, not a fault: a trace that nobody reads would cost more than the call.
    super(code)
    Error.stackTraceLimit = stackTraceLimit
    this.code = code
    this.value = value
    this.transient = options.transient ?? false
  }
}

export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** Where it went wrong: an option, a file, a row. */
  readonly where: string
  readonly what: string
  readonly remedy: string

  constructor(where: string, what: string, remedy: string) {
    super(`${where}: ${what}. ${remedy}`)
    this.where = where
    this.what = what
    this.remedy = remedy
  }
}

export class UnknownToolError extends Error {
  override readonly name = 'UnknownToolError'
  readonly toolName: string
  readonly availableTools: readonly string[]

  constructor(toolName: string, availableTools: readonly string[]) {
    super(`No tool is named '${toolName}'. Available: ${availableTools.join(', ')}.`)
    this.toolName = toolName
    this.availableTools = availableTools
  }
}
