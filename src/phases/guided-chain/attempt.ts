import type { ReasonedStep, ReasoningAgent } from '../../agents/index.js'
import { callId } from '../../core/call-id.js'
import type { ToolCall } from '../../core/tool.js'
import { messagesOfStep, type Step } from '../../core/trajectory.js'
import type { Discrepancy, Verdict } from '../../core/verdict.js'
import { withFaults, type World } from '../../environment/index.js'
import { conversationText, SPARE_CALLS, validate, validateTask } from '../../verifiers/index.js'
import type { RefineInput } from './refine-input.js'

/** A turn that goes on longer than this is not going anywhere. */
const MAX_STEPS = 20

/** Which try this is, and what it is told beside the conversation. */
export interface Try {
  readonly attempt: number
  /** Of tries without a hint: which one; 0 is attempt 0. */
  readonly trial: number
  readonly hints: readonly string[]
}

/** The steps of one try, and whether they did what was asked. */
export interface Tried {
  readonly steps: readonly Step[]
  readonly verdict: Verdict
}

/** One try of the reasoning agent, step by step on a fork of the world before the turn, validated by outcome. */
export async function attemptTurn(
  reasoning: ReasoningAgent,
  input: RefineInput,
  { attempt, trial, hints }: Try,
): Promise<Tried> {
  const { expecting } = input
  const world = withFaults(input.start.fork(), expecting?.task.faults ?? [])
  const messages = [...input.messages]
  const steps: Step[] = []
  const random = input.random.fork(trial === 0 ? `attempt${attempt}` : `trial${trial}`)
  const place = trial === 0 ? String(attempt) : `blind${trial}`
  const most = (input.trace?.calls.length ?? 0) + (expecting?.task.faults.length ?? 0) + SPARE_CALLS
  const failed = (reason: Discrepancy): Tried => ({ steps, verdict: { pass: false, reasons: [reason] } })
  while (steps.length < MAX_STEPS) {
    const reasoned = await reasoning.step({
      messages,
      tools: expecting?.tools ?? world.tools,
      hints,
      attempt,
      fallible: input.fallible ?? 0,
      ...(trial === 0 ? {} : { trial }),
      random,
      ...(attempt > 0 && input.capability !== undefined ? { capability: input.capability } : {}),
    })
    const unknown = reasoned.calls.findIndex(({ name }) => !world.tools.some((tool) => tool.name === name))
    if (unknown >= 0) return failed({ kind: 'unknown-tool', turn: input.turn, step: steps.length, call: unknown })
    const step = execute(world, reasoned, (i) => callId(`${input.label}:${input.turn}:${place}:${steps.length}:${i}`))
    steps.push(step)
    messages.push(...messagesOfStep(step))
    if (step.calls.length === 0) return { steps, verdict: judge(input, steps) }
    // Nothing that comes now can make it right: no more is asked, and no more is paid.
    if (steps.flatMap(({ calls }) => calls).length > most) break
  }
  return failed({ kind: 'step-limit', turn: input.turn })
}

function judge(input: RefineInput, steps: readonly Step[]): Verdict {
  const verdict = verdictOn(input, steps)
  if (!verdict.pass) return verdict
  const reasons = input.check?.(steps) ?? []
  return { pass: reasons.length === 0, reasons }
}

function verdictOn({ messages, turn, start, trace, expecting }: RefineInput, steps: readonly Step[]): Verdict {
  if (expecting) {
    const { task, query, semantics } = expecting
    return validateTask({ ...semantics, turn, start, messages: messages.slice(0, -1), query, task, steps })
  }
  if (!trace) throw new Error('refine: a turn without a trace must say what it expects.')
  return validate(turn, start, trace, steps, conversationText(messages))
}

function execute(world: World, { reasoning, content, calls }: ReasonedStep, id: (i: number) => string): Step {
  const made = calls.map((call, i): ToolCall => ({ id: id(i), ...call }))
  return {
    ...(reasoning === undefined ? {} : { reasoning }),
    content,
    calls: made,
    results: made.map((call) => world.call(call)),
  }
}
