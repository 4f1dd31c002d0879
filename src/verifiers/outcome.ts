import { untag } from '../core/number.js'
import type { ToolCall, ToolResult } from '../core/tool.js'
import type { Step } from '../core/trajectory.js'
import type { Trace } from '../core/trace.js'
import type { Fault } from '../core/turn-task.js'
import { type Discrepancy, type Verdict, verdictOf } from '../core/verdict.js'
import { checkArguments, withFaults, type World } from '../environment/index.js'
import { differences } from './differences.js'
import { type Gold, goldOf, isMade, isRefused } from './gold.js'
import { negates, tells, tellsContent, unsupportedNumbers } from './told.js'

/** More calls than this over gold is not an answer but a search. */
export const SPARE_CALLS = 3

const verdicts = new WeakMap<readonly Step[], { readonly of: readonly unknown[]; readonly verdict: Verdict }>()

/**
 * Validation by outcome, not by spelling: the steps must leave the observed state that the trace leaves, and the final
 * answer must tell what the user wants to hear and claim no number that nothing visible shows. Remembered for the same
 * steps, since an attempt that passes is proved next.
 */
export function validate(
  turn: number,
  start: World,
  trace: Trace,
  steps: readonly Step[],
  visibleText: string,
  faults: readonly Fault[] = [],
): Verdict {
  const of = [turn, start, trace, visibleText, ...faults]
  const known = verdicts.get(steps)
  if (known?.of.length === of.length && known.of.every((part, i) => part === of[i])) return known.verdict
  const verdict = validated(turn, start, trace, steps, visibleText, faults)
  verdicts.set(steps, { of, verdict })
  return verdict
}

function validated(
  turn: number,
  start: World,
  trace: Trace,
  steps: readonly Step[],
  visibleText: string,
  faults: readonly Fault[],
): Verdict {
  const gold = goldOf(start, trace)
  const carried = execute(turn, withFaults(start.fork(), faults), steps)
  const shown = steps.flatMap(({ results }) => results.map(({ value }) => JSON.stringify(untag(value))))
  const answer = steps.at(-1)?.content ?? ''
  return verdictOf([
    ...carried.invalid,
    ...validateCalls(turn, gold, trace, carried),
    ...validateState(turn, gold, carried.world),
    ...validateCondition(turn, trace, steps),
    ...validateAnswer(turn, gold, answer, `${visibleText}\n${shown.join('\n')}`),
  ])
}

/** What steps came to. */
interface Carried {
  readonly world: World
  readonly calls: readonly ToolCall[]
  readonly results: readonly ToolResult[]
  /** Calls of tools that there are not, and with arguments that these do not take. */
  readonly invalid: readonly Discrepancy[]
}

/** Makes the calls of steps; moves the world. */
function execute(turn: number, world: World, steps: readonly Step[]): Carried {
  const calls: ToolCall[] = []
  const results: ToolResult[] = []
  const invalid: Discrepancy[] = []
  for (const [s, step] of steps.entries()) {
    for (const [c, call] of step.calls.entries()) {
      const spec = world.tools.find(({ name }) => name === call.name)
      if (!spec) {
        invalid.push({ kind: 'unknown-tool', turn, step: s, call: c })
        continue
      }
      const errors = checkArguments(spec.parameters, untag(call.arguments))
      if (errors.length > 0) invalid.push({ kind: 'invalid-arguments', turn, step: s, call: c, errors })
      calls.push(call)
      results.push(world.call(call))
    }
  }
  return { world, calls, results, invalid }
}

/** Every goal was called, what only a call can show was called so, what had to be refused was, and little else was tried. */
function validateCalls(
  turn: number,
  { unwitnessed, refusals }: Gold,
  trace: Trace,
  { calls, results }: Carried,
): Discrepancy[] {
  const missing = (tool: string, traceCall: number): Discrepancy => ({ kind: 'missing-call', turn, tool, traceCall })
  const uncalled = trace.goal.calls.flatMap((goal) => {
    const tool = trace.calls[goal]?.call.name ?? ''
    return calls.some(({ name }) => name === tool) ? [] : [missing(tool, goal)]
  })
  const unmade = unwitnessed.filter((owed) => !isMade(owed, calls))
  const unrefused = refusals.filter((owed) => !isRefused(owed, calls, results))
  return [
    ...(calls.length === 0 && trace.calls.length > 0 ? [{ kind: 'no-call', turn } as const] : []),
    ...(calls.length > trace.calls.length + SPARE_CALLS ? [{ kind: 'step-limit', turn } as const] : []),
    ...uncalled,
    ...unmade.map(({ tool, traceCall }) => missing(tool, traceCall)),
    ...unrefused.map(({ tool }) => missing(tool, trace.calls.length - 1)),
  ]
}

function validateState(turn: number, { world: owed }: Gold, world: World): Discrepancy[] {
  return world.sameAs(owed) ? [] : [{ kind: 'wrong-state', turn, paths: differences(owed.observe(), world.observe()) }]
}

/**
 * What hangs on something is not done before that is known, and where it was not done the answer says so.
 */
function validateCondition(turn: number, { requests, goal, calls }: Trace, steps: readonly Step[]): Discrepancy[] {
  const only = requests.at(-1)?.only
  if (!only) return []
  const [deciding, hanging] = [only.of, requests.length - 1].map((i) => goal.calls[i])
  const stepOf = (index: number | undefined): number =>
    steps.findIndex((step) => step.calls.some(({ name }) => name === calls[index ?? -1]?.call.name))
  if (hanging !== undefined)
    return stepOf(hanging) > stepOf(deciding) ? [] : [{ kind: 'wrong-order', turn, step: stepOf(hanging) }]
  const source = { from: 'result', turn, call: deciding ?? 0, path: only.at } as const
  return negates(steps.at(-1)?.content ?? '') ? [] : [{ kind: 'missing-answer', turn, source }]
}

function validateAnswer(turn: number, gold: Gold, answer: string, visibleText: string): Discrepancy[] {
  if (answer.trim() === '') return [{ kind: 'empty-answer', turn }]
  const missing = gold.answers
    .filter(({ value, content }) => !tells(answer, value) && !(content && tellsContent(answer, content)))
    .map(({ call, path }): Discrepancy => ({
      kind: 'missing-answer',
      turn,
      source: { from: 'result', turn, call, path },
    }))
  const invented = unsupportedNumbers(answer, visibleText).map((text): Discrepancy => ({
    kind: 'unsupported-claim',
    turn,
    where: 'answer',
    text,
  }))
  return [...missing, ...invented]
}
