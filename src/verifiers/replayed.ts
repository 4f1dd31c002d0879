import { type Json, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import type { ToolResult } from '../core/tool.js'
import type { Step, Turn } from '../core/trajectory.js'
import type { At, Discrepancy } from '../core/verdict.js'
import { checkArguments, withFaults, type World } from '../environment/index.js'

/** Replays accepted steps and failed attempts from the start of the turn; results and end state must be as written. */
export function replayTurn(turn: Turn, k: number, start: World): { world: World; reasons: Discrepancy[] } {
  const { faults } = turn.task
  const accepted = replaySteps(turn.steps, k, withFaults(start, faults))
  // A failed attempt may be wrong in any way; what it is said to have shown must be so.
  const attempts = turn.attempts
    .flatMap(({ steps }) => replaySteps(steps, k, withFaults(start, faults)).reasons)
    .filter(({ kind }) => kind !== 'invalid-arguments')
  const got = accepted.world.digest()
  const end: Discrepancy[] = got === turn.end ? [] : [{ kind: 'digest-mismatch', turn: k, expected: turn.end, got }]
  return {
    world: accepted.world,
    reasons: [...accepted.reasons, ...attempts, ...(accepted.reasons.length > 0 ? [] : end)],
  }
}

function replaySteps(steps: readonly Step[], turn: number, start: World): { world: World; reasons: Discrepancy[] } {
  const world = start.fork()
  const reasons: Discrepancy[] = []
  for (const [s, step] of steps.entries()) {
    for (const [c, call] of step.calls.entries()) {
      const where = { turn, step: s, call: c }
      const spec = world.tools.find(({ name }) => name === call.name)
      const errors = spec ? checkArguments(spec.parameters, untag(call.arguments)) : []
      if (!spec) reasons.push({ kind: 'unknown-tool', ...where })
      else if (errors.length > 0) reasons.push({ kind: 'invalid-arguments', ...where, errors })
      if (!spec) continue
      const result = world.call(call)
      if (!sameJson(result as unknown as Json, step.results[c] as unknown as Json))
        reasons.push(mismatch(where, step.results[c], result))
    }
    if (step.results.length !== step.calls.length)
      reasons.push({
        kind: 'result-mismatch',
        turn,
        step: s,
        expected: `${step.calls.length} results`,
        got: `${step.results.length}`,
      })
  }
  return { world, reasons }
}

/** The calls of the trace, made again: results and states are as written. */
export function verifyTrace(turn: Turn, k: number, start: World): Discrepancy[] {
  const { expected } = turn.task
  if (!('trace' in expected) || !expected.trace) return []
  const { trace } = expected
  const world = start.fork()
  const reasons: Discrepancy[] = []
  const begin = world.digest()
  if (begin !== trace.start) reasons.push({ kind: 'digest-mismatch', turn: k, expected: trace.start, got: begin })
  trace.calls.forEach(({ call, result }, c) => {
    const got = world.tools.some(({ name }) => name === call.name) ? world.call(call) : undefined
    if (!sameJson(got as unknown as Json, result as unknown as Json))
      reasons.push(mismatch({ turn: k, call: c }, result, got))
  })
  const end = world.digest()
  if (end !== trace.end) reasons.push({ kind: 'digest-mismatch', turn: k, expected: trace.end, got: end })
  return reasons
}

function mismatch(where: At, written: ToolResult | undefined, got: ToolResult | undefined): Discrepancy {
  return {
    kind: 'result-mismatch',
    ...where,
    expected: JSON.stringify(written ?? null).slice(0, 160),
    got: JSON.stringify(got ?? null).slice(0, 160),
  }
}
