import type { AdvancedTool } from '../../core/advanced-tool.js'
import type { HardQuery } from '../../core/hard-query.js'
import type { Json } from '../../core/json.js'
import type { Message } from '../../core/message.js'
import type { Rng } from '../../core/random.js'
import type { Subject } from '../../core/subject.js'

interface Manner {
  /** 0 for the first message of a conversation. */
  readonly turn: number
  /** What the conversation has made visible so far. */
  readonly messages?: readonly Message[]
  /** Why this person is here; goes with a first message only. */
  readonly situations: readonly string[]
  readonly register: 'plain' | 'brisk' | 'warm'
  /** Messages may be harder to read than they need be. */
  readonly noisy?: boolean
  /** What was wrong with the wordings before, in order. */
  readonly objections?: readonly string[]
  readonly random: Rng
}

/** Messages that have no advanced tool behind them. */
export type BareSubject = Extract<Subject, { kind: 'unsupported' | 'recall' }>

/** What an ordinary message is written from. */
export interface ToolInput extends Manner {
  /** All of the requests, where absent. */
  readonly subject?: Exclude<Subject, BareSubject>
  readonly tool: AdvancedTool
  readonly inputs: { readonly [name: string]: Json }
}

export type QueryingInput = ToolInput | (Manner & { readonly subject: BareSubject; readonly tool?: undefined })

/** The querying agent [AQ]: sees only the advanced tool, the noise, the situation and what was said before, and writes the hard query. */
export interface QueryingAgent {
  /** Undefined where no wording says it unmistakably. */
  write(input: QueryingInput): Promise<HardQuery | undefined>
}
