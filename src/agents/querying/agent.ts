import type { AdvancedTool } from '../../core/advanced-tool.js'
import type { HardQuery } from '../../core/hard-query.js'
import type { Json } from '../../core/json.js'
import type { Message } from '../../core/message.js'
import type { Rng } from '../../core/random.js'

export interface QueryingInput {
  readonly tool: AdvancedTool
  readonly inputs: { readonly [name: string]: Json }
  /** 0 for the first message of a conversation. */
  readonly turn: number
  /** What the conversation has made visible so far. */
  readonly messages?: readonly Message[]
  /** Why this person is here; goes with a first message only. */
  readonly situations: readonly string[]
  readonly register: 'plain' | 'brisk' | 'warm'
  /** What was wrong with the wordings before, in order. */
  readonly objections?: readonly string[]
  readonly random: Rng
}

/** The querying agent [AQ]: sees only the advanced tool, the noise and the situation, and writes the hard query. */
export interface QueryingAgent {
  /** Undefined where no wording says it unmistakably. */
  write(input: QueryingInput): Promise<HardQuery | undefined>
}
