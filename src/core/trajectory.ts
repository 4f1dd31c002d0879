import type { AdvancedTool } from './advanced-tool.js'
import type { Digest } from './digest.js'
import type { HardQuery } from './hard-query.js'
import type { Json } from './json.js'
import { type Message, type MessageTool } from './message.js'
import type { Renaming } from './renaming.js'
import type { ToolCall, ToolResult } from './tool.js'
import type { TurnTask } from './turn-task.js'
import type { Twin } from './twin.js'
import type { Certificate, Verdict } from './verdict.js'
import { untag } from './number.js'

/** One assistant message inside a turn. */
export interface Step {
  readonly reasoning?: string
  readonly content: string
  readonly calls: readonly ToolCall[]
  readonly results: readonly ToolResult[]
  /** An erring step stays in the conversation but is not to be learned. */
  readonly train?: false
}

/** One try of the reasoning agent; `hint` is the critique it was given, absent at the first. */
export interface Attempt {
  readonly steps: readonly Step[]
  readonly verdict: Verdict
  readonly hint?: string
}

/** One user message and all up to the final answer. The next turn starts from the state the accepted steps left. */
export interface Turn {
  readonly task: TurnTask
  readonly advancedTool?: AdvancedTool
  readonly query: HardQuery
  /** Failed attempts; the accepted one is `steps`. */
  readonly attempts: readonly Attempt[]
  /** Where a model wrote the query: the calls of each try that had nothing but its words. */
  readonly blind?: readonly (readonly ToolCall[])[]
  /** What each of these tries said at its end, where nothing was to be carried out and that is what it came to. */
  readonly blindAnswers?: readonly string[]
  readonly steps: readonly Step[]
  /** Observed state after the accepted steps. */
  readonly end: Digest
}

export interface SnapshotRecord {
  readonly environments: readonly {
    readonly name: string
    readonly version: number
    readonly digest: Digest
    readonly source: string
    readonly benchmark?: string
  }[]
  readonly state: { readonly [environment: string]: Json }
  readonly clock: string
}

/** N finished turns in one environment run: the unit of the dataset [Traj]. */
export interface Trajectory {
  readonly schema: 1
  readonly id: string
  readonly index: number
  readonly candidate: number
  readonly initial: SnapshotRecord
  readonly system: string
  /** Where `messages` and `tools` show the tools under other names than turns and environments have for them. */
  readonly renaming?: Renaming
  /** Where the row is the twin of another. */
  readonly twin?: Twin
  readonly messages: readonly Message[]
  readonly tools: readonly MessageTool[]
  /** An accepted step got an error result. */
  readonly errorToolResponse?: true
  readonly turns: readonly Turn[]
  readonly certificate: Certificate
}

/** The chat messages of finished turns: what `messages` of a row must equal. */
export function messagesOf(
  system: string,
  turns: readonly { readonly query: { readonly text: string }; readonly steps: readonly Step[] }[],
): Message[] {
  return [
    { role: 'system', content: system },
    ...turns.flatMap(({ query, steps }): Message[] => [
      { role: 'user', content: query.text },
      ...steps.flatMap(messagesOfStep),
    ]),
  ]
}

const stepMessages = new WeakMap<Step, readonly Message[]>()

/** The chat messages of a step; the same ones each time, so that a conversation can be told by its messages. */
export function messagesOfStep(step: Step): readonly Message[] {
  const known = stepMessages.get(step) ?? writeStep(step)
  stepMessages.set(step, known)
  return known
}

function writeStep(step: Step): Message[] {
  const assistant: Message = {
    role: 'assistant',
    content: step.content,
    ...(step.reasoning === undefined ? {} : { reasoning_content: step.reasoning }),
    ...(step.train === false ? { train: false as const } : {}),
    ...(step.calls.length === 0
      ? {}
      : {
          tool_calls: step.calls.map(({ id, name, arguments: args }) => ({
            id,
            type: 'function' as const,
            function: { name, arguments: untag(args) as ToolCall['arguments'] },
          })),
        }),
  }
  const names = new Map(step.calls.map(({ id, name }) => [id, name]))
  const tools = step.results.map(({ callId, value }): Message => ({
    role: 'tool',
    tool_call_id: callId,
    name: names.get(callId) ?? '',
    content: resultText(value),
  }))
  return [assistant, ...tools]
}

/** A result as the text of a tool message: JSON, or the bare text of a textual result. */
export function resultText(value: Json): string {
  const plain = untag(value)
  return typeof plain === 'string' ? plain : JSON.stringify(plain)
}
