import type { Digest } from '../core/digest.js'
import { earn, type Earnings, noveltyOf, type Policy } from '../core/policy.js'

/** What became of one proposed turn, as a policy learns from it. */
export interface ProposedTurn {
  /** What a policy chose on the way to it; none for other samplers. */
  readonly choices: readonly string[]
  /** The plan and the difficulty of an accepted turn; absent where the turn was turned down. */
  readonly accepted?: { readonly signature: Digest; readonly difficulty: number }
}

/** The file of a run directory that holds the policies of its rounds, one a line. */
export const POLICIES = 'policies.jsonl'

/** Items of one round: all of them see the policy that the rounds before left, none sees another item of its round. */
export const ROUND = 25

/** Reward of a proposed turn: accepted x (difficulty + novelty). */
export function rewardOf(policy: Policy, { accepted }: ProposedTurn): number {
  return accepted ? accepted.difficulty + noveltyOf(policy, accepted.signature) : 0
}

/** The policy after one more round: its proposed turns in index order, novelty as it stood before the round. */
export function train(policy: Policy, turns: readonly ProposedTurn[]): Policy {
  let overall = policy.overall
  const choices: { [choice: string]: Earnings } = { ...policy.choices }
  const signatures: { [signature: Digest]: number } = { ...policy.signatures }
  for (const turn of turns) {
    const reward = rewardOf(policy, turn)
    overall = earn(overall, reward)
    for (const choice of turn.choices) choices[choice] = earn(choices[choice], reward)
    if (turn.accepted) signatures[turn.accepted.signature] = (signatures[turn.accepted.signature] ?? 0) + 1
  }
  return { schema: 1, round: policy.round + 1, overall, choices, signatures }
}

/** One line of `policies.jsonl`: the policy of a round, signature counts as far as the round before changed them. */
export function policyLine(policy: Policy, before: Policy | undefined): Policy {
  const changed = Object.entries(policy.signatures).filter(
    ([signature, count]) => before?.signatures[signature] !== count,
  )
  return { ...policy, signatures: Object.fromEntries(changed) }
}
