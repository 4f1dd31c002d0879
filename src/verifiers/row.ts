import { digest } from '../core/digest.js'
import { type Json, sameJson } from '../core/json.js'
import type { Message } from '../core/message.js'
import { messageTool } from '../core/message.js'
import { planSignature } from '../core/signature.js'
import { targetOf } from '../core/trace.js'
import type { Preference } from '../core/preference.js'
import type { ToolResult } from '../core/tool.js'
import { renameMessage } from '../core/renaming.js'
import { messagesOf, messagesOfStep, type Step, type Trajectory, type Turn } from '../core/trajectory.js'
import type { At, Certificate, Discrepancy } from '../core/verdict.js'
import { createWorld, type Environment, remembering, withFaults, type World } from '../environment/index.js'
import { certificateOf, digestTurn } from './certificate.js'
import type { ActingTurn, Semantics, TaskTurn } from './context.js'
import { type PairVerdict, verifyPreference } from './preference.js'
import { actingOf, proveTask } from './prove.js'
import { valuesSaidBefore } from './said.js'
import { verifyRenaming } from './renaming.js'
import { verifyTwin } from './twin.js'
import type { TurnProof } from './turn.js'
import { untag } from '../core/number.js'
import { checkArguments } from '../environment/index.js'

/** A row verified from itself and the environments it names: no model, no network, no other row. */
export interface RowVerdict {
  readonly id: string
  readonly pass: boolean
  readonly reasons: readonly Discrepancy[]
  readonly certificate: Certificate
  /** The preference pairs given beside the row, each proved from it. */
  readonly pairs: readonly PairVerdict[]
}

/** Re-proves everything; the stored certificate is compared at the end and decides nothing by itself. */
export function verifyRow(
  row: Trajectory,
  environments: readonly Environment[],
  semantics: Semantics,
  pairs: readonly Preference[] = [],
): RowVerdict {
  try {
    return proveRow(row, environments, semantics, pairs)
  } catch (error) {
    // A tampered state can be one that no environment could be in; a row whose digest holds is our bug and must not hide.
    const { certificate, ...uncertified } = row
    const got = digest(uncertified as unknown as Json)
    if (got === certificate.row) throw error
    return {
      id: row.id,
      pass: false,
      reasons: [{ kind: 'digest-mismatch', turn: 0, expected: certificate.row, got }],
      certificate,
      pairs: pairs.map((pair) => verifyPreference(row, pair, undefined)),
    }
  }
}

function proveRow(
  row: Trajectory,
  environments: readonly Environment[],
  semantics: Semantics,
  pairs: readonly Preference[],
): RowVerdict {
  const { certificate: stored, ...uncertified } = row
  const reasons: Discrepancy[] = [...verifyMessages(row)]
  const proofs: TurnProof[] = []
  const contexts = new Map<number, ActingTurn>()
  if (row.turns.length === 0) reasons.push({ kind: 'unproved', turn: 0, about: 'a row without turns' })
  let world = remembering(createWorld(environments, row.initial as never))
  reasons.push(...verifyRenaming(row, world), ...verifyTools(row, world))
  row.turns.forEach((turn, k) => {
    const replayed = replayTurn(turn, k, world)
    reasons.push(...replayed.reasons, ...verifyClaims(turn, k), ...verifyTrace(turn, k, world))
    if (replayed.reasons.length === 0) {
      const context: TaskTurn = {
        ...semantics,
        turn: k,
        start: world,
        messages: messagesOf(row.system, row.turns.slice(0, k)),
        query: turn.query,
        task: turn.task,
        steps: turn.steps,
        ...(turn.blind ? { blind: turn.blind } : {}),
        ...(turn.blindAnswers ? { blindAnswers: turn.blindAnswers } : {}),
        saidBefore: valuesSaidBefore(semantics.lexicon, row.turns.slice(0, k)),
        before: row.turns.slice(0, k),
        turns: row.turns.length,
        tools: row.tools,
      }
      const acting = actingOf(context)
      if (acting && turn.task.expected.kind === 'act') contexts.set(k, acting)
      const proof = proveTask(context, turn.advancedTool)
      proofs.push(proof)
      reasons.push(...proof.reasons)
    }
    world = replayed.world
  })
  if (reasons.length === 0) reasons.push(...verifyTwin(row, environments))
  const certificate = certificateOf(uncertified, proofs)
  reasons.push(...compareCertificates(row.turns, stored, certificate, reasons.length > 0))
  return {
    id: row.id,
    pass: reasons.length === 0,
    reasons,
    certificate,
    pairs: pairs.map((pair) => verifyPreference(row, pair, contexts.get(pair.turn))),
  }
}

/** The tool list: every tool that is offered at some time, as its environment describes it, and siblings beside them. */
function verifyTools(row: Trajectory, world: World): Discrepancy[] {
  const own = row.renaming ? world.tools.map(messageTool) : row.tools
  const listed = new Map(own.map((tool) => [tool.function.name, tool]))
  const offered = new Set(row.turns.flatMap(({ task }) => task.offered))
  const wrong = world.tools.some((spec) => {
    const tool = listed.get(spec.name)
    return tool === undefined
      ? offered.has(spec.name)
      : !sameJson(tool as unknown as Json, messageTool(spec) as unknown as Json)
  })
  const missing = [...offered].some((name) => !listed.has(name))
  const unused = [...listed.keys()].some((name) => !offered.has(name))
  const error = (row.errorToolResponse === true) !== hasErrors(row)
  return [
    ...(wrong || missing || unused || listed.size !== row.tools.length
      ? [{ kind: 'message-mismatch', turn: 0, expected: 'the tools of the environments', got: 'other tools' } as const]
      : []),
    ...(error ? [{ kind: 'unproved', turn: 0, about: 'errorToolResponse' } as const] : []),
  ]
}

/** Does any accepted step hold an error result? */
export function hasErrors({ turns }: Pick<Trajectory, 'turns'>): boolean {
  return turns.some(({ steps }) => steps.some(({ results }) => results.some(({ error }) => error)))
}

/** What a turn says about itself, recomputed: its number, target and signature, which steps are hidden. */
function verifyClaims(turn: Turn, k: number): Discrepancy[] {
  const claim = (about: string): Discrepancy => ({ kind: 'unproved', turn: k, about })
  const { expected } = turn.task
  const number = turn.task.turn === k ? [] : [claim('the number of the turn')]
  if (!('trace' in expected) || !expected.trace) return number
  const { calls, goal, requests, target, signature } = expected.trace
  const hidden = calls.map((_, i) => !goal.calls.includes(i) && calls.some(({ needs }) => needs.includes(i)))
  return [
    ...number,
    ...(target === targetOf(requests, goal) ? [] : [claim('the target')]),
    ...(signature === planSignature(calls, goal.calls, k) ? [] : [claim('the plan signature')]),
    ...(turn.advancedTool && turn.advancedTool.signature !== signature ? [claim("the advanced tool's signature")] : []),
    ...(calls.some((call, i) => call.hidden !== hidden[i]) ? [claim('which steps are hidden')] : []),
  ]
}

/** Replays accepted steps and failed attempts from the start of the turn; results and end state must be as written. */
function replayTurn(turn: Turn, k: number, start: World): { world: World; reasons: Discrepancy[] } {
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

function verifyTrace(turn: Turn, k: number, start: World): Discrepancy[] {
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

/** The chat messages say what the turns say, message by message. */
function verifyMessages(row: Trajectory): Discrepancy[] {
  const expected = locatedMessages(row)
  const length = Math.max(expected.length, row.messages.length)
  for (let i = 0; i < length; i++) {
    const { message, where } = expected[i] ?? { message: undefined, where: { turn: Math.max(0, row.turns.length - 1) } }
    const got = row.messages[i]
    if (sameJson(message as unknown as Json, got as unknown as Json)) continue
    const call = where.call ?? differingCall(message, got)
    return [
      {
        kind: 'message-mismatch',
        ...where,
        ...(call === undefined ? {} : { call }),
        expected: JSON.stringify(message ?? null).slice(0, 160),
        got: JSON.stringify(got ?? null).slice(0, 160),
      },
    ]
  }
  return []
}

function differingCall(expected: Message | undefined, got: Message | undefined): number | undefined {
  if (expected?.role !== 'assistant' || got?.role !== 'assistant') return undefined
  const index =
    expected.tool_calls?.findIndex(
      (call, i) => !sameJson(call as unknown as Json, got.tool_calls?.[i] as unknown as Json),
    ) ?? -1
  return index < 0 ? undefined : index
}

function locatedMessages({ system, turns, renaming = [] }: Trajectory): { message: Message; where: At }[] {
  return [
    { message: { role: 'system', content: system }, where: { turn: 0 } },
    ...turns.flatMap(({ query, steps }, turn) => [
      { message: { role: 'user', content: query.text } as Message, where: { turn } },
      ...steps.flatMap((step, s) =>
        messagesOfStep(step).map((message, m) => ({
          message: renameMessage(message, renaming),
          where: m === 0 ? { turn, step: s } : { turn, step: s, call: m - 1 },
        })),
      ),
    ]),
  ]
}

/** Differences between the certificate as stored and as recomputed, by turn where a turn's digest tells. */
function compareCertificates(
  turns: readonly Turn[],
  stored: Certificate,
  computed: Certificate,
  explained: boolean,
): Discrepancy[] {
  if (sameJson(stored as unknown as Json, computed as unknown as Json)) return []
  const changed = turns.findIndex((turn, k) => stored.turns[k] !== digestTurn(turn))
  if (explained && changed < 0) return []
  return [
    {
      kind: 'digest-mismatch',
      turn: Math.max(0, changed),
      expected: changed < 0 ? 'the certificate as recomputed' : String(stored.turns[changed]),
      got: changed < 0 ? 'another certificate' : String(computed.turns[changed]),
    },
  ]
}
