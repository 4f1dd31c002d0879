import { callId } from '../core/call-id.js'
import type { Json, JsonObject } from '../core/json.js'
import { untag } from '../core/number.js'
import type { ToolCall } from '../core/tool.js'
import { resultText, type Step } from '../core/trajectory.js'
import type { Discrepancy } from '../core/verdict.js'
import type { World } from '../environment/index.js'
import { RequestRefusal } from './refusal.js'
import type { Task } from './task.js'

/** What a call shows: its value, and the same as the text of a tool message. */
export interface Shown {
  readonly value: Json
  readonly text: string
  /** Why it failed: what the tool refuses, arguments that it does not take, or that there is no such tool. */
  readonly error?: string
}

/** What became of a session: 1 where its steps did what was asked, 0 where not, null where nothing was asked. */
export interface Outcome {
  readonly reward: 0 | 1 | null
  readonly reasons: readonly Discrepancy[]
}

/** More calls than this lead nowhere: the session is over. */
export const MOST_CALLS = 50

/** One try at a task: calls one after another in a world of its own, then the answer, which ends it. */
export class Session {
  readonly id: string
  readonly task: Task
  private readonly world: World
  private readonly steps: Step[] = []
  private became: Outcome | undefined

  constructor(id: string, task: Task) {
    this.id = id
    this.task = task
    this.world = task.start()
  }

  /** Undefined while it goes on. */
  get outcome(): Outcome | undefined {
    return this.became
  }

  /** Calls made so far. */
  get calls(): number {
    return this.steps.length
  }

  /** Makes one call, by the names that the task shows. */
  call(name: string, args: JsonObject): Shown {
    this.refuseWhenOver()
    const [own, restored] = this.task.restore(name, args)
    const call: ToolCall = { id: callId(`${this.task.id}:${this.steps.length}`), name: own, arguments: restored }
    const isOffered = this.task.tools.some((tool) => tool.function.name === name)
    const { value, error } =
      isOffered && this.world.tools.some((tool) => tool.name === own)
        ? this.world.call(call)
        : { value: { error: `There is no tool '${name}'.` }, error: { code: 'unknown-tool', transient: false } }
    this.steps.push({
      content: '',
      calls: [call],
      results: [{ callId: call.id, value, ...(error ? { error } : {}) }],
    })
    if (this.steps.length >= MOST_CALLS)
      this.became = { reward: 0, reasons: [{ kind: 'step-limit', turn: this.task.turn }] }
    return { value: untag(value), text: resultText(value), ...(error ? { error: error.code } : {}) }
  }

  /** What the assistant says to the user at the end; judged with all calls before it. */
  answer(content: string): Outcome {
    this.refuseWhenOver()
    const verdict = this.task.judge([...this.steps, { content, calls: [], results: [] }])
    this.became = verdict ? { reward: verdict.pass ? 1 : 0, reasons: verdict.reasons } : { reward: null, reasons: [] }
    return this.became
  }

  private refuseWhenOver(): void {
    if (this.became) throw new RequestRefusal('over', `Session ${this.id} is over; start another one.`)
  }
}
