import type { Digest } from '../core/digest.js'
import type { FamilyName } from '../core/family.js'
import { beliefOf, believe, imagineGain, noveltyOf, type Policy } from '../core/policy.js'
import { chance, type Rng } from '../core/random.js'

/** What became of one proposed turn, as a policy learns from it. */
export interface ProposedTurn {
  /** The family that was tried. */
  readonly family: FamilyName
  /** What a policy chose on the way to its trace; none for other samplers. */
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

/**
 * The policy after one more round: its proposed turns in index order, novelty as it stood before the round. The family of a turn
 * and the choices that led to its trace were decided apart, and learn from its reward apart. That a turn was turned down says nothing of
 * how hard its traps would have been: only its tools answer for that.
 */
export function train(policy: Policy, turns: readonly ProposedTurn[]): Policy {
  let { choices } = policy
  const signatures: { [signature: Digest]: number } = { ...policy.signatures }
  for (const turn of turns) {
    const reward = rewardOf(policy, turn)
    choices = believe({ choices }, [familyChoice(turn.family)], reward)
    const answering = turn.accepted ? turn.choices : turn.choices.filter((choice) => !choice.startsWith('trap:'))
    choices = believe({ choices }, turn.choices, reward, answering)
    if (turn.accepted) signatures[turn.accepted.signature] = (signatures[turn.accepted.signature] ?? 0) + 1
  }
  return { ...policy, round: policy.round + 1, choices, signatures }
}

/** Percent of a family's turns that are made however little they pay: rows of every family stay among the rest. */
const LEAST_KEPT = 40

/** Does a policy make a turn of this family where the mixture has one? The less often, the less it pays beside ordinary turns. */
export function keeps(policy: Policy, family: FamilyName, random: Rng): boolean {
  const own = imagineGain(policy, familyChoice(family), random.fork('gain'))
  const ordinary = Math.max(1, beliefOf(policy, familyChoice('base')).mean)
  return chance(random.fork('keep'), Math.max(LEAST_KEPT, Math.round((100 * own) / ordinary)), 100)
}

function familyChoice(family: FamilyName): string {
  return `family:${family}`
}

/** One line of `policies.jsonl`: the policy of a round, signature counts as far as the round before changed them. */
export function policyLine(policy: Policy, before: Policy | undefined): Policy {
  const changed = Object.entries(policy.signatures).filter(
    ([signature, count]) => before?.signatures[signature] !== count,
  )
  return { ...policy, signatures: Object.fromEntries(changed) }
}
