import type { AdvancedTool } from '../../core/advanced-tool.js'
import type { HardQuery } from '../../core/hard-query.js'
import type { Message } from '../../core/message.js'
import type { Rng } from '../../core/random.js'
import type { Subject } from '../../core/subject.js'
import type { Trace } from '../../core/trace.js'
import type { Discrepancy } from '../../core/verdict.js'
import type { QueryingAgent, ToolingAgent, UserAgent } from '../../agents/index.js'

/** Something wrong with a query: what it is, and how its writer may be told. */
export interface Objection {
  readonly reason: Discrepancy
  readonly words: string
}

export interface SynthesisInput {
  /** Absent where nothing could be carried out. */
  readonly trace?: Trace | undefined
  /** What the message is about; all of the trace's requests where absent. */
  readonly subject?: Subject
  readonly turn: number
  /** The conversation before the turn. */
  readonly messages?: readonly Message[]
  readonly situations: readonly string[]
  readonly register: 'plain' | 'brisk' | 'warm'
  /** Messages may be harder to read than they need be. */
  readonly noisy?: boolean
  /** What is wrong with a wording: its writer is told and asked again. */
  readonly objections?: (query: HardQuery) => readonly Objection[]
  readonly random: Rng
}

export interface Synthesis {
  /** Absent where nothing could be carried out. */
  readonly advancedTool?: AdvancedTool
  readonly hardQuery: HardQuery
  /** What is still wrong with the last wording. */
  readonly objection?: Discrepancy
}

interface SynthesisRoles {
  readonly tooling: ToolingAgent
  readonly querying: QueryingAgent
  /** Answers what the assistant asks back or could not do; the querying agent where absent. */
  readonly user?: UserAgent
}

/** Wordings that are asked for before a trace is given up. */
const WORDINGS = 3

/** Phase II: trace -> advanced tool -> hard query. Undefined where no wording says it unmistakably. */
export async function synthesize(
  { tooling, querying, user }: SynthesisRoles,
  { trace, subject = { kind: 'requests' }, objections = () => [], ...manner }: SynthesisInput,
): Promise<Synthesis | undefined> {
  if (subject.kind === 'unsupported' || subject.kind === 'recall')
    return await untilUnobjected(objections, (told) => querying.write({ subject, ...manner, ...told }))
  if (!trace) return undefined
  const { tool, inputs } = await tooling.abstract(trace, manner.turn)
  const written = await untilUnobjected(objections, (told) => {
    const asked = { tool, inputs, ...manner, ...told }
    return user && (subject.kind === 'reply' || subject.kind === 'retry')
      ? user.reply({ ...asked, subject })
      : querying.write({ ...asked, subject })
  })
  return written && { advancedTool: tool, ...written }
}

/** Asks for a wording until there is nothing to object to; the last one with what is wrong with it where there always is. */
async function untilUnobjected(
  objections: NonNullable<SynthesisInput['objections']>,
  write: (told: { readonly objections?: readonly string[] }) => Promise<HardQuery | undefined>,
): Promise<Synthesis | undefined> {
  const told: string[] = []
  let last: Synthesis | undefined
  for (let wording = 0; wording < WORDINGS; wording++) {
    const hardQuery = await write(wording > 0 ? { objections: told } : {})
    if (!hardQuery) return undefined
    const [objection] = objections(hardQuery)
    if (!objection) return { hardQuery }
    told.push(objection.words)
    last = { hardQuery, objection: objection.reason }
  }
  return last
}
