import { digest } from '../core/digest.js'
import { type Json, sameJson } from '../core/json.js'
import { messageTool } from '../core/message.js'
import type { Preference } from '../core/preference.js'
import { planSignature } from '../core/signature.js'
import { targetOf } from '../core/trace.js'
import type { Trajectory, Turn } from '../core/trajectory.js'
import type { Certificate, Discrepancy } from '../core/verdict.js'
import { createWorld, type Environment, remembering, type World } from '../environment/index.js'
import { certificateOf, digestTurn } from './certificate.js'
import type { ActingTurn, Semantics, TaskTurn } from './context.js'
import { verifyMessages } from './messages.js'
import { type PairVerdict, verifyPreference } from './preference.js'
import { actingOf, proveTask } from './prove.js'
import { verifyRenaming } from './renaming.js'
import { replayTurn, verifyTrace } from './replayed.js'
import type { TurnProof } from './turn.js'
import { verifyTwin } from './twin.js'
import { unsaidTurn } from './unsaid-turn.js'

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
  const start = remembering(createWorld(environments, row.initial as never))
  const { reasons: ofTurns, proofs, acting } = proveTurns(row, start, semantics)
  const reasons: Discrepancy[] = [
    ...verifyMessages(row),
    ...(row.turns.length === 0 ? [{ kind: 'unproved', turn: 0, about: 'a row without turns' } as const] : []),
    ...verifyRenaming(row, start),
    ...verifyTools(row, start),
    ...ofTurns,
  ]
  if (reasons.length === 0) reasons.push(...verifyTwin(row, environments))
  const certificate = certificateOf(uncertified, proofs)
  reasons.push(...compareCertificates(row.turns, stored, certificate, reasons.length > 0))
  return {
    id: row.id,
    pass: reasons.length === 0,
    reasons,
    certificate,
    pairs: pairs.map((pair) => verifyPreference(row, pair, acting.get(pair.turn))),
  }
}

/** What was proved of a row's turns, and what is wrong with them. */
interface ProvedTurns {
  readonly reasons: readonly Discrepancy[]
  readonly proofs: readonly TurnProof[]
  /** The turns in which something is to be carried out, by number. */
  readonly acting: ReadonlyMap<number, ActingTurn>
}

/** Replays turn after turn from the start of the row, and proves those that are replayed as they are written. */
function proveTurns(row: Trajectory, start: World, semantics: Semantics): ProvedTurns {
  const reasons: Discrepancy[] = []
  const proofs: TurnProof[] = []
  const acting = new Map<number, ActingTurn>()
  let world = start
  row.turns.forEach((turn, k) => {
    const replayed = replayTurn(turn, k, world)
    reasons.push(...replayed.reasons, ...verifyClaims(turn, k), ...verifyTrace(turn, k, world))
    if (replayed.reasons.length === 0) {
      const context = contextOf(row, k, turn, world, semantics)
      const asActing = actingOf(context)
      if (asActing && turn.task.expected.kind === 'act') acting.set(k, asActing)
      const proof = proveTask(context, turn.advancedTool)
      proofs.push(proof)
      reasons.push(...proof.reasons)
    }
    world = replayed.world
  })
  return { reasons, proofs, acting }
}

/** Turn `k` as its verifiers look at it. */
function contextOf(
  { system, turns, tools }: Trajectory,
  k: number,
  { task, query, steps, blind, blindAnswers }: Turn,
  start: World,
  semantics: Semantics,
): TaskTurn {
  const standing = { system, tools, before: turns.slice(0, k), count: turns.length, start }
  return {
    ...unsaidTurn(semantics, standing, task),
    query,
    steps,
    ...(blind ? { blind } : {}),
    ...(blindAnswers ? { blindAnswers } : {}),
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
