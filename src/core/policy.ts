import type { Digest } from './digest.js'
import type { Rng } from './random.js'

/** What is believed of a choice: how much it adds to the reward of a turn, how unsure that is, after how many turns. */
export interface Belief {
  readonly plays: number
  readonly mean: number
  readonly variance: number
}

/** What the learned sampler goes by: fixed before a round of items starts, plain JSON. */
export interface Policy {
  readonly schema: 2
  /** Rounds it has learned from. */
  readonly round: number
  readonly choices: { readonly [choice: string]: Belief }
  /** Accepted turns by plan signature. */
  readonly signatures: { readonly [signature: Digest]: number }
}

/** The policy of the first round. */
export const untrained: Policy = { schema: 2, round: 0, choices: {}, signatures: {} }

/**
 * What is believed before anything was seen: a trap of the ladder catches its solver more often than not, a family pays like a
 * middling turn, and tools do not differ, or by half a point (0.5 is what they were seen to differ by once they were asked for often).
 * Links, of which call needs which, are counted and believed to add nothing, for certain.
 */
const FIRST_BELIEFS: { readonly [kind: string]: Belief } = {
  trap: { plays: 0, mean: 0.7, variance: 0.7 },
  family: { plays: 0, mean: 3, variance: 2 },
  link: { plays: 0, mean: 0, variance: 0 },
}
const NOTHING_KNOWN: Belief = { plays: 0, mean: 0, variance: 0.3 }

/** The variance of rewards that choices do not explain. */
const NOISE = 2

/** How new a plan is to a policy: 1 / sqrt(accepted turns with it so far), 1 where there is none. */
export function noveltyOf({ signatures }: Policy, signature: Digest): number {
  return 1 / Math.sqrt(Math.max(1, signatures[signature] ?? 0))
}

/** What a policy believes of a choice, named `kind:value`. */
export function beliefOf({ choices }: Pick<Policy, 'choices'>, choice: string): Belief {
  return choices[choice] ?? FIRST_BELIEFS[choice.split(':')[0] ?? ''] ?? NOTHING_KNOWN
}

/**
 * The beliefs after a turn with these choices, whose gains add up to its reward: what it paid more or less than expected goes to
 * each of those that answer for it by how unsure of it one was (a Kalman filter whose choices are taken to be independent).
 */
export function believe(
  policy: Pick<Policy, 'choices'>,
  choices: readonly string[],
  reward: number,
  answering: readonly string[] = choices,
): Policy['choices'] {
  const before = choices.map((choice) => beliefOf(policy, choice))
  const expected = before.reduce((sum, { mean }) => sum + mean, 0)
  const unsure = before.reduce((sum, { variance }) => sum + variance, NOISE)
  const after = answering.map((choice): [string, Belief] => {
    const { plays, mean, variance } = beliefOf(policy, choice)
    const share = variance / unsure
    return [
      choice,
      { plays: plays + 1, mean: mean + share * (reward - expected), variance: variance - share * variance },
    ]
  })
  return { ...policy.choices, ...Object.fromEntries(after) }
}

/** Thompson sampling: a gain that a choice may well bring, drawn from what is believed of it; normal, roughly. */
export function imagineGain(policy: Pick<Policy, 'choices'>, choice: string, random: Rng): number {
  const { mean, variance } = beliefOf(policy, choice)
  return mean + Math.sqrt(variance) * normal(random)
}

/** Twelve even draws from [0, 1), less six: mean 0, variance 1, and no function whose last digit an engine may choose. */
function normal(random: Rng): number {
  let sum = 0
  for (let i = 0; i < 12; i++) sum += random.next(65_536)
  return sum / 65_536 - 6
}
