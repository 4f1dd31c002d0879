import type { AdvancedTool } from '../../core/advanced-tool.js'
import type { Json } from '../../core/json.js'
import type { Trace } from '../../core/trace.js'

/** An advanced tool with the inputs that reproduce the trace it was made from. */
export interface Abstraction {
  readonly tool: AdvancedTool
  readonly inputs: { readonly [name: string]: Json }
}

/** The tooling agent [AT]: abstracts an execution trace into one composite tool. */
export interface ToolingAgent {
  abstract(trace: Trace, turn: number): Promise<Abstraction>
}
