import type { ReasonedStep, ReasoningAgent } from '../../agents/index.js'
import { callId } from '../../core/call-id.js'
import type { ToolCall } from '../../core/tool.js'
import { messagesOfStep, type Step } from '../../core/trajectory.js'
import type { Discrepancy, Verdict } from '../../core/verdict.js'
import type { World } from '../../environment/index.js'
import { validate } from '../../verifiers/index.js'
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
  const world = input.start.fork()
  const messages = [...input.messages]
  const steps: Step[] = []
  const random = input.random.fork(trial === 0 ? `attempt${attempt}` : `trial${trial}`)
  const place = trial === 0 ? String(attempt) : `blind${trial}`
  const failed = (reason: Discrepancy): Tried => ({ steps, verdict: { pass: false, reasons: [reason] } })
  while (steps.length < MAX_STEPS) {
    const reasoned = await reasoning.step({
      messages,
      tools: world.tools,
      hints,
      attempt,
      ...(trial === 0 ? {} : { trial }),
      random,
      ...(attempt > 0 ? { capability: input.capability } : {}),
    })
    const unknown = reasoned.calls.findIndex(({ name }) => !world.tools.some((tool) => tool.name === name))
    if (unknown >= 0) return failed({ kind: 'unknown-tool', turn: input.turn, step: steps.length, call: unknown })
    const step = execute(world, reasoned, (i) => callId(`${input.label}:${input.turn}:${place}:${steps.length}:${i}`))
    steps.push(step)
    messages.push(...messagesOfStep(step))
    if (step.calls.length === 0) return { steps, verdict: judge(input, steps) }
  }
  return failed({ kind: 'step-limit', turn: input.turn })
}

function judge(input: RefineInput, steps: readonly Step[]): Verdict {
  const visibleText = input.messages.map(({ content }) => content).join('\n')
  const verdict = validate(input.turn, input.start, input.trace, steps, visibleText)
  if (!verdict.pass) return verdict
  const reasons = input.check?.(steps) ?? []
  return { pass: reasons.length === 0, reasons }
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
