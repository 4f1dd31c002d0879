import type { Digest } from './digest.js'
import type { Rng } from './random.js'

/** What the turns that a choice was part of have earned: how many they were, their rewards and the squares of these. */
export interface Earnings {
  readonly plays: number
  readonly total: number
  readonly squares: number
}

/** What the learned sampler goes by: fixed before a round of items starts, plain JSON. */
export interface Policy {
  readonly schema: 1
  /** Rounds it has learned from. */
  readonly round: number
  /** Of all proposed turns. */
  readonly overall: Earnings
  readonly choices: { readonly [choice: string]: Earnings }
  /** Accepted turns by plan signature. */
  readonly signatures: { readonly [signature: Digest]: number }
}

const nothing: Earnings = { plays: 0, total: 0, squares: 0 }

/** The policy of the first round. */
export const untrained: Policy = { schema: 1, round: 0, overall: nothing, choices: {}, signatures: {} }

/** How new a plan is to a policy: 1 / sqrt(accepted turns with it so far), 1 where there is none. */
export function noveltyOf({ signatures }: Policy, signature: Digest): number {
  return 1 / Math.sqrt(Math.max(1, signatures[signature] ?? 0))
}

/** The earnings with one more turn's reward. */
export function earn({ plays, total, squares }: Earnings = nothing, reward: number): Earnings {
  return { plays: plays + 1, total: total + reward, squares: squares + reward * reward }
}

/** Turns of average reward that an untried choice is believed to have seen, and the spread that is believed before any was seen. */
const BELIEVED = 2
const SPREAD = 4

/** Thompson sampling: a reward that a choice may well bring, drawn from what is believed after its plays; normal, roughly. */
export function imagineReward({ overall, choices }: Policy, choice: string, random: Rng): number {
  const { plays, total } = choices[choice] ?? nothing
  const average = overall.plays > 0 ? overall.total / overall.plays : 0
  const spread = overall.plays > 1 ? overall.squares / overall.plays - average * average : SPREAD
  const mean = (total + BELIEVED * average) / (plays + BELIEVED)
  return mean + Math.sqrt(Math.max(0, spread) / (plays + BELIEVED)) * normal(random)
}

/** Twelve even draws from [0, 1), less six: mean 0, variance 1, and no function whose last digit an engine may choose. */
function normal(random: Rng): number {
  let sum = 0
  for (let i = 0; i < 12; i++) sum += random.next(65_536)
  return sum / 65_536 - 6
}
