import type { AdvancedTool } from '../../core/advanced-tool.js'
import type { HardQuery } from '../../core/hard-query.js'
import type { Rng } from '../../core/random.js'
import type { Trace } from '../../core/trace.js'
import type { QueryingAgent, ToolingAgent } from '../../agents/index.js'

export interface SynthesisInput {
  readonly trace: Trace
  readonly turn: number
  readonly situations: readonly string[]
  readonly register: 'plain' | 'brisk' | 'warm'
  readonly random: Rng
}

/** Phase II: trace -> advanced tool -> hard query. Undefined where no wording says it unmistakably. */
export async function synthesize(
  { tooling, querying }: { readonly tooling: ToolingAgent; readonly querying: QueryingAgent },
  { trace, turn, ...noise }: SynthesisInput,
): Promise<{ advancedTool: AdvancedTool; hardQuery: HardQuery } | undefined> {
  const { tool, inputs } = await tooling.abstract(trace, turn)
  const hardQuery = await querying.write({ tool, inputs, turn, ...noise })
  return hardQuery && { advancedTool: tool, hardQuery }
}
