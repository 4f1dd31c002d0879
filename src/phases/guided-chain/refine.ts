import type { CritiquingAgent, ReasonedStep, ReasoningAgent } from '../../agents/index.js'
import { callId } from '../../core/call-id.js'
import type { Message } from '../../core/message.js'
import type { Rng } from '../../core/random.js'
import type { ToolCall } from '../../core/tool.js'
import { type Attempt, messagesOfStep, type Step } from '../../core/trajectory.js'
import type { Trace } from '../../core/trace.js'
import type { Discrepancy, Verdict } from '../../core/verdict.js'
import type { World } from '../../environment/index.js'
import { validate } from '../../verifiers/index.js'

export interface RefineInput {
  /** The world at the start of the turn; it is not moved. */
  readonly start: World
  /** The conversation up to and with the turn's user message. */
  readonly messages: readonly Message[]
  readonly turn: number
  readonly trace: Trace
  /** The advanced tool's capabilities, told from the second attempt on. */
  readonly capability: string
  /** Attempts after the first. */
  readonly kmax: number
  /** Makes call ids unique over the dataset. */
  readonly label: string
  readonly random: Rng
}

export interface Refined {
  /** Failed attempts, in order. */
  readonly attempts: readonly Attempt[]
  /** The first attempt that passed; absent when none did. */
  readonly accepted?: readonly Step[]
}

/** A turn that goes on longer than this is not going anywhere. */
const MAX_STEPS = 20

/** Phase III: reason, validate by outcome, critique, again; at most Kmax critiques. Only passing attempts become data. */
export async function refine(
  { reasoning, critiquing }: { readonly reasoning: ReasoningAgent; readonly critiquing: CritiquingAgent },
  input: RefineInput,
): Promise<Refined> {
  const attempts: Attempt[] = []
  const hints: string[] = []
  const visibleText = input.messages.map(({ content }) => content).join('\n')
  for (let attempt = 0; attempt <= input.kmax; attempt++) {
    const { steps, trouble } = await tryOnce(reasoning, input, attempt, hints)
    const verdict: Verdict =
      trouble.length > 0
        ? { pass: false, reasons: trouble }
        : validate(input.turn, input.start, input.trace, steps, visibleText)
    if (verdict.pass) return { attempts, accepted: steps }
    const hint = hints.at(-1)
    attempts.push({ steps, verdict, ...(hint === undefined ? {} : { hint }) })
    if (attempt < input.kmax) hints.push(await critiquing.critique(verdict.reasons))
  }
  return { attempts }
}

async function tryOnce(
  reasoning: ReasoningAgent,
  input: RefineInput,
  attempt: number,
  hints: readonly string[],
): Promise<{ steps: Step[]; trouble: Discrepancy[] }> {
  const world = input.start.fork()
  const messages = [...input.messages]
  const steps: Step[] = []
  const random = input.random.fork(`attempt${attempt}`)
  while (steps.length < MAX_STEPS) {
    const reasoned = await reasoning.step({
      messages,
      tools: world.tools,
      hints,
      attempt,
      random,
      ...(attempt > 0 ? { capability: input.capability } : {}),
    })
    const unknown = reasoned.calls.findIndex(({ name }) => !world.tools.some((tool) => tool.name === name))
    if (unknown >= 0)
      return { steps, trouble: [{ kind: 'unknown-tool', turn: input.turn, step: steps.length, call: unknown }] }
    const step = execute(world, reasoned, (i) => callId(`${input.label}:${input.turn}:${attempt}:${steps.length}:${i}`))
    steps.push(step)
    messages.push(...messagesOfStep(step))
    if (step.calls.length === 0) return { steps, trouble: [] }
  }
  return { steps, trouble: [{ kind: 'step-limit', turn: input.turn }] }
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
