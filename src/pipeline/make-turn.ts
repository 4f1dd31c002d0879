import { AgentFailure } from '../agents/index.js'
import type { HardQuery } from '../core/hard-query.js'
import { untag } from '../core/number.js'
import type { Rng } from '../core/random.js'
import type { Rejection } from '../core/run.js'
import type { Subject } from '../core/subject.js'
import { messagesOf, type Step, type Turn } from '../core/trajectory.js'
import type { Discrepancy } from '../core/verdict.js'
import { replay, withFaults } from '../environment/index.js'
import type { Rewritten } from '../families/index.js'
import { ModelError } from '../model/index.js'
import { refine } from '../phases/guided-chain/index.js'
import { synthesize, type Synthesis } from '../phases/tool-query-synthesis/index.js'
import {
  actingOf,
  competitorsOf,
  COMPETITORS,
  proveTask,
  type TaskTurn,
  type TurnProof,
  valuesSaidBefore,
  verifyGrounding,
  verifySpeech,
  wrongWaysThatPass,
} from '../verifiers/index.js'
import { attemptStats } from './attempt-stats.js'
import { type Draft, listed, toolsOf } from './draft.js'
import { objectionsTo } from './objections.js'
import { FALLIBLE } from './operators/operators.js'
import type { Recipe, Roles } from './recipe.js'

/** Why nothing came of a try at a turn. */
export type Refusal = Pick<Rejection, 'phase' | 'cause' | 'detail'>

/** How a turn is put, and what it is called. */
export interface Manner {
  readonly random: Rng
  readonly register: 'plain' | 'brisk' | 'warm'
  /** Messages may be harder to read than they need be. */
  readonly noisy?: boolean
  /** Makes call ids unique over the dataset. */
  readonly label: string
}

/** A turn with its proof, or why there is none. */
export type Made = ({ readonly turn: Turn; readonly proof: TurnProof } | { readonly refusal: Refusal }) & {
  readonly stats: { readonly [name: string]: number }
}

export function refused(phase: string, cause: Rejection['cause'], detail?: string): Refusal {
  return { phase, cause, ...(detail === undefined ? {} : { detail: detail.slice(0, 200) }) }
}

/** Phases II and III of a task, and the proof of the turn they make. */
export async function makeTurn(
  recipe: Recipe & { readonly roles: Roles },
  draft: Draft,
  { task, subject }: Rewritten,
  manner: Manner,
): Promise<Made> {
  const unsaid = unsaidTurn(draft, task)
  const turnOf = (query: HardQuery, steps: readonly Step[]): TaskTurn => ({ ...unsaid, query, steps })
  const [hopeless] = recipe.rolesAt ? hopelessWays(task, turnOf) : []
  if (hopeless) return { refusal: refused('verifiers', hopeless.kind, JSON.stringify(hopeless)), stats: {} }
  const synthesis = await unlessRefused('tool-query-synthesis', () =>
    write(recipe, draft, { task, subject }, manner, turnOf),
  )
  const trace = 'trace' in task.expected ? task.expected.trace : undefined
  if (!synthesis)
    return {
      refusal: refused('tool-query-synthesis', 'ambiguous', JSON.stringify(trace?.requests ?? subject)),
      stats: {},
    }
  if ('refusal' in synthesis) return { ...synthesis, stats: {} }
  const { advancedTool, hardQuery: query, objection } = synthesis
  if (objection)
    return { refusal: refused('tool-query-synthesis', objection.kind, JSON.stringify(objection)), stats: {} }
  const { kind, system, turns, world: start } = draft
  const refined = await unlessRefused('guided-chain', () =>
    refine(recipe.roles, {
      start,
      messages: [...messagesOf(system, turns), { role: 'user', content: query.text }],
      turn: task.turn,
      ...(trace ? { trace } : {}),
      expecting: {
        task,
        query,
        semantics: kind.semantics,
        tools: listed(start.tools, draft.siblings).filter(({ name }) => task.offered.includes(name)),
      },
      // Told what can be done, nobody would ask back or decline.
      ...(advancedTool && actingOf(turnOf(query, [])) ? { capability: advancedTool.hint } : {}),
      kmax: recipe.kmax,
      fallible: recipe.operators?.has('slips') ? FALLIBLE : 0,
      label: manner.label,
      random: manner.random.fork('refine'),
      ...(query.writer === 'model' ? { blind: true, ...unhindered(draft, task, query) } : {}),
      check: (steps) => {
        const context = turnOf(query, steps)
        const acting = actingOf(context)
        return [...verifySpeech(context), ...(acting ? verifyGrounding(acting) : [])]
      },
    }),
  )
  if ('refusal' in refined) return { ...refined, stats: {} }
  const { attempts, accepted: steps, blind, blindAnswers, unclear } = refined
  const stats = attemptStats(refined)
  if (!steps) {
    const [wished, reason] = [trace?.requests.map(({ tool }) => tool).join('+'), attempts.at(-1)?.verdict.reasons[0]]
    const detail = `${wished} ${JSON.stringify(unclear ?? reason ?? refined.tries.at(-1) ?? null)}`
    return { refusal: refused('guided-chain', unclear ? 'unclear-query' : 'attempts', detail), stats }
  }
  const tried = { ...(blind ? { blind } : {}), ...(blindAnswers ? { blindAnswers } : {}) }
  const proved = tagged({ ...turnOf(query, steps), ...tried }, draft)
  const proof = proveTask(proved, advancedTool)
  const [reason] = proof.reasons
  if (reason) return { refusal: refused('verifiers', reason.kind, JSON.stringify(reason)), stats }
  const world = withFaults(start.fork(), task.faults)
  replay(
    world,
    steps.flatMap(({ calls }) => calls),
  )
  const tool = advancedTool ? { advancedTool } : {}
  const turn = { task: proved.task, ...tool, query, attempts, ...tried, steps, end: world.digest() }
  return { turn, proof, stats }
}

/** Wrong ways through a turn that would pass whatever its words are: nobody is paid for words then. */
function hopelessWays(
  { expected }: Rewritten['task'],
  turnOf: (query: HardQuery, steps: readonly Step[]) => TaskTurn,
): readonly Discrepancy[] {
  if (expected.kind !== 'act') return []
  const values = expected.trace.requests.flatMap(({ arguments: args }) =>
    Object.values(args).flatMap((said) => (said.by === 'earlier' ? [] : [untag(said.value)].flat().map(String))),
  )
  const bare: HardQuery = { text: values.join('\n'), easy: '', mentions: [], spans: [], noise: [], writer: 'model' }
  const context = turnOf(bare, [])
  return wrongWaysThatPass({ ...context, trace: expected.trace }, context.before.at(-1)?.steps)
}

/** Where something stands in the way of what the words ask for: the conversation and the tools as they would be without it. */
function unhindered(
  { unruled, turns, siblings, world }: Draft,
  { expected }: Rewritten['task'],
  query: HardQuery,
): Pick<Parameters<typeof refine>[1], 'unhindered'> {
  if (expected.kind !== 'decline' || !expected.trace) return {}
  const messages = [...messagesOf(unruled, turns), { role: 'user' as const, content: query.text }]
  return { unhindered: { messages, tools: listed(world.tools, siblings) } }
}

/** Phase II: the message, and what is wrong with a model's wording of it. */
async function write(
  { roles }: { readonly roles: Roles },
  { kind, scenario, system, turns }: Draft,
  { task, subject }: { readonly task: Rewritten['task']; readonly subject: Subject },
  { random, register, noisy = false }: Manner,
  turnOf: (query: HardQuery, steps: readonly Step[]) => TaskTurn,
): Promise<Synthesis | undefined> {
  const trace = 'trace' in task.expected ? task.expected.trace : undefined
  const unsupported = subject.kind === 'unsupported' ? /^@(.*)\//.exec(subject.request.tool)?.[1] : undefined
  const about =
    unsupported ??
    kind.semantics.graph.tools.get(trace?.requests[0]?.tool ?? '')?.spec.environment ??
    kind.environments[0]?.ref.name ??
    ''
  return synthesize(roles, {
    trace,
    subject,
    turn: task.turn,
    messages: messagesOf(system, turns),
    situations: scenario.situations[about] ?? [],
    register,
    noisy,
    objections: (query) => objectionsTo(turnOf(query, []), subject),
    random: random.fork('synthesize'),
  })
}

/** All of a turn but its words and its steps. */
function unsaidTurn(draft: Draft, task: Rewritten['task']): Omit<TaskTurn, 'query' | 'steps'> {
  const { kind, system, turns, world: start } = draft
  return {
    ...kind.semantics,
    turn: task.turn,
    start,
    messages: messagesOf(system, turns),
    task,
    saidBefore: valuesSaidBefore(kind.semantics.lexicon, turns),
    before: turns,
    turns: draft.count,
    tools: toolsOf({ ...draft, turns: [...turns, { task }] }),
  }
}

/** With what only shows when the turn is made: enough competitors among the results. */
function tagged(context: TaskTurn, { families }: Draft): TaskTurn {
  if (!families.includes('long-context') || competitorsOf(context) < COMPETITORS) return context
  return { ...context, task: { ...context.task, families: [...context.task.families, 'long-context'] } }
}

/** Work that models do, or why nothing can be made of what they answered. */
async function unlessRefused<T>(phase: string, work: () => Promise<T>): Promise<T | { readonly refusal: Refusal }> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AgentFailure) return { refusal: refused(phase, error.failure, error.message) }
    if (error instanceof ModelError) return { refusal: refused(phase, 'model', error.message) }
    throw error
  }
}
