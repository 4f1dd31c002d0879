import { callId } from '../../core/call-id.js'
import type { Preference } from '../../core/preference.js'
import { type Rng, shuffle } from '../../core/random.js'
import { renameMessage } from '../../core/renaming.js'
import type { ToolCall } from '../../core/tool.js'
import { type Attempt, messagesOf, type Step, type Trajectory } from '../../core/trajectory.js'
import { type World, worldAfter } from '../../environment/index.js'
import {
  type ActingTurn,
  contextOf,
  isSame,
  messageOf,
  type OtherStep,
  type Slip,
  slipOf,
  valuesSaidBefore,
} from '../../verifiers/index.js'
import type { WorldKind } from '../recipe.js'
import { type Mistake, mistakesIn } from './slips.js'

/** Turns of a row of which a mistake is made on purpose, beside all failed attempts. */
const MISTAKEN_TURNS = 3

/** The preference pairs of a row: of every failed attempt the step at fault, and a mistake in some of its turns. */
export function preferencesOf(row: Trajectory, kind: WorldKind, world: World, random: Rng): Preference[] {
  const turns = actingTurns(row, kind, world)
  const mistaken = shuffle(random.fork('turns'), turns).slice(0, MISTAKEN_TURNS)
  return turns.flatMap(({ context, attempts }) => {
    const found = attempts.flatMap((attempt) => firstSlip(context, stepsAtFault(context, attempt), 'attempt'))
    const made = mistaken.some((other) => other.context === context)
      ? firstSlip(context, mistakesIn(context, kind.see, random.fork(`turn${context.turn}`)), 'mutant')
      : []
    return distinct([...found, ...made]).map((pair, i) => pairOf(row, context, pair, i))
  })
}

interface ActedTurn {
  readonly context: ActingTurn
  readonly attempts: readonly Attempt[]
}

function actingTurns({ system, turns }: Trajectory, { semantics }: WorldKind, initial: World): ActedTurn[] {
  let start = initial
  return turns.flatMap((made, turn): ActedTurn[] => {
    const { task, query, steps, attempts } = made
    const { expected, faults } = task
    const before = start
    start = worldAfter(before, [made])
    if (expected.kind !== 'act') return []
    const earlier = turns.slice(0, turn)
    const messages = messagesOf(system, earlier)
    const saidBefore = valuesSaidBefore(semantics.lexicon, earlier)
    const { trace } = expected
    return [
      { attempts, context: { ...semantics, turn, start: before, messages, saidBefore, query, trace, steps, faults } },
    ]
  })
}

/** Steps of an attempt that were taken where the accepted steps had made the same calls so far. */
function stepsAtFault({ steps: accepted }: ActingTurn, { steps }: Attempt): Mistake[] {
  const made = (of: readonly Step[], to: number): ToolCall[] => of.slice(0, to).flatMap(({ calls }) => calls)
  return steps.flatMap((step, i) => {
    const at = accepted.findIndex((_, k) => areSame(made(accepted, k), made(steps, i)))
    return at < 0 ? [] : [{ at, step }]
  })
}

function areSame(some: readonly ToolCall[], others: readonly ToolCall[]): boolean {
  return some.length === others.length && some.every((call) => others.some((other) => isSame(call, other)))
}

interface Found extends Mistake {
  readonly slip: Slip
  readonly origin: Preference['origin']
}

function firstSlip(context: ActingTurn, mistakes: readonly Mistake[], origin: Preference['origin']): Found[] {
  for (const mistake of mistakes) {
    const slip = slipOf(context, mistake.at, mistake.step)
    if (slip) return [{ ...mistake, slip, origin }]
  }
  return []
}

function distinct(found: readonly Found[]): Found[] {
  const spelled = ({ at, step: { content, calls } }: Found): string =>
    JSON.stringify([at, content, calls.map(({ name, arguments: args }) => [name, args])])
  return found.filter((one, i) => found.findIndex((other) => spelled(other) === spelled(one)) === i)
}

function pairOf(row: Trajectory, context: ActingTurn, { at, step, slip, origin }: Found, i: number): Preference {
  const id = `${row.id}.${context.turn}.${at}.${i}`
  const named: OtherStep = { ...step, calls: step.calls.map((call, c) => ({ ...call, id: callId(`${id}.${c}`) })) }
  const before = contextOf(context, at)
  return {
    schema: 1,
    id,
    row: row.id,
    index: row.index,
    turn: context.turn,
    step: at,
    context: before,
    origin,
    ...slip,
    chosen: row.messages[before] as Preference['chosen'],
    rejected: renameMessage(messageOf(named), row.renaming ?? []) as Preference['rejected'],
  }
}
