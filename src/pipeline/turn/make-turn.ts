import type { Step, Turn } from '../../core/trajectory.js'
import { type World, worldAfter } from '../../environment/index.js'
import type { Rewritten } from '../../families/index.js'
import type { Refined } from '../../phases/guided-chain/index.js'
import { competitorsOf, COMPETITORS, proveTask, type TaskTurn, type TurnProof } from '../../verifiers/index.js'
import { attemptStats } from '../attempt-stats.js'
import type { Draft } from '../draft.js'
import type { Recipe, Roles } from '../recipe.js'
import { type Refused, refused } from './refusal.js'
import { solveTurn } from './solve-turn.js'
import { type Manner, unmadeTurn, type UnmadeTurn } from './unmade-turn.js'
import { type Worded, wordTurn } from './word-turn.js'

/** A turn with its proof. */
export interface Proved {
  readonly turn: Turn
  readonly proof: TurnProof
  /** The world as the turn leaves it. */
  readonly world: World
}

/** A turn with its proof, or why there is none; and what its attempts came to. */
export type Made = (Proved | Refused) & { readonly stats: { readonly [name: string]: number } }

/** Phases II and III of a task, and the proof of the turn they make. */
export async function makeTurn(
  recipe: Recipe & { readonly roles: Roles },
  draft: Draft,
  rewritten: Rewritten,
  manner: Manner,
): Promise<Made> {
  const unmade = unmadeTurn(draft, rewritten, manner)
  const worded = await wordTurn(recipe, unmade)
  if ('refusal' in worded) return { ...worded, stats: {} }
  const refined = await solveTurn(recipe, unmade, worded)
  if ('refusal' in refined) return { ...refined, stats: {} }
  const { accepted } = refined
  const made = accepted ? provedTurn(unmade, worded, refined, accepted) : unsolved(unmade, refined)
  return { ...made, stats: attemptStats(refined) }
}

/** No attempt passed, or the tries did not agree on what the words mean. */
function unsolved({ trace }: UnmadeTurn, { attempts, tries, unclear }: Refined): Refused {
  const wished = trace?.requests.map(({ tool }) => tool).join('+')
  const reason = attempts.at(-1)?.verdict.reasons[0]
  const detail = `${wished} ${JSON.stringify(unclear ?? reason ?? tries.at(-1) ?? null)}`
  return { refusal: refused('guided-chain', unclear ? 'unclear-query' : 'attempts', detail) }
}

/** The turn of the steps that were accepted, where every check of it holds. */
function provedTurn(
  { draft, turnWith }: UnmadeTurn,
  { advancedTool, hardQuery: query }: Worded,
  { attempts, blind, blindAnswers }: Refined,
  steps: readonly Step[],
): Proved | Refused {
  const tried = { ...(blind ? { blind } : {}), ...(blindAnswers ? { blindAnswers } : {}) }
  const context = tagged({ ...turnWith(query, steps), ...tried }, draft)
  const proof = proveTask(context, advancedTool)
  const [reason] = proof.reasons
  if (reason) return { refusal: refused('verifiers', reason.kind, JSON.stringify(reason)) }
  const { task } = context
  const world = worldAfter(context.start, [context])
  const tool = advancedTool ? { advancedTool } : {}
  return { turn: { task, ...tool, query, attempts, ...tried, steps, end: world.digest() }, proof, world }
}

/** With what only shows when the turn is made: enough competitors among the results. */
function tagged(context: TaskTurn, { families }: Draft): TaskTurn {
  if (!families.includes('long-context') || competitorsOf(context) < COMPETITORS) return context
  return { ...context, task: { ...context.task, families: [...context.task.families, 'long-context'] } }
}
