import { describe, expect, it } from 'vitest'
import { beliefOf, believe, imagineGain, noveltyOf, type Policy, untrained } from '../../../src/core/policy.js'
import { createRng } from '../../../src/core/random.js'
import {
  type ItemResult,
  policyLine,
  type ProposedTurn,
  type Recipe,
  rewardOf,
  ROUND,
  runItems,
  synthesizeItem,
  train,
} from '../../../src/pipeline/index.js'
import { keeps } from '../../../src/pipeline/policy.js'
import { deskRecipe, present } from '../../support/rows.js'

const accepted = (signature: string, difficulty: number, ...choices: string[]): ProposedTurn => ({
  family: 'base',
  choices,
  accepted: { signature, difficulty },
})
const refused = (...choices: string[]): ProposedTurn => ({ family: 'base', choices })

describe('the reward of a turn', () => {
  it('is nothing where it was turned down, else its difficulty and its novelty', () => {
    expect(rewardOf(untrained, refused('target:a'))).toBe(0)
    expect(rewardOf(untrained, accepted('plan', 5))).toBe(6)
    expect(rewardOf({ ...untrained, signatures: { plan: 1 } }, accepted('plan', 5))).toBe(6)
    expect(rewardOf({ ...untrained, signatures: { plan: 4 } }, accepted('plan', 5))).toBe(5.5)
  })

  it('takes novelty as it stood before the round', () => {
    const turns = Array.from({ length: 16 }, () => accepted('plan', 0))
    const once = train(untrained, turns)
    expect(noveltyOf(once, 'plan')).toBe(0.25)
    expect(turns.map((turn) => rewardOf(once, turn))).toEqual(turns.map(() => 0.25))
    const paid = (policy: Policy): number => beliefOf(policy, 'family:base').mean
    expect(paid(train(once, turns))).toBeLessThan(paid(train({ ...once, signatures: {} }, turns)))
  })
})

describe('train', () => {
  const turns = [
    accepted('p', 3, 'target:a', 'trap:deep'),
    refused('target:a', 'trap:wishes'),
    accepted('q', 1, 'target:b', 'trap:deep'),
  ]

  it('credits every choice of an accepted turn, the tools alone where it was turned down, and its family apart from them', () => {
    const { choices, signatures, round } = train(untrained, turns)
    expect(signatures).toEqual({ p: 1, q: 1 })
    expect(round).toBe(1)
    expect(Object.fromEntries(Object.entries(choices).map(([choice, { plays }]) => [choice, plays]))).toEqual({
      'family:base': 3,
      'target:a': 2,
      'trap:deep': 2,
      'target:b': 1,
    })
    expect(train(untrained, [{ family: 'recall', choices: [] }]).choices).toEqual(
      believe(untrained, ['family:recall'], 0),
    )
  })

  it('leaves the policy it learns from as it was, and gives plain JSON', () => {
    const once = train(untrained, turns)
    const text = JSON.stringify(once)
    expect(JSON.stringify(train(JSON.parse(text) as Policy, turns))).toBe(JSON.stringify(train(once, turns)))
    expect(JSON.stringify(once)).toBe(text)
    expect(untrained.choices).toEqual({})
  })
})

describe('beliefs', () => {
  const after = (turns: number, choices: readonly string[], reward: (turn: number) => number): Policy => {
    let policy = untrained
    for (let turn = 0; turn < turns; turn++) policy = { ...policy, choices: believe(policy, choices, reward(turn)) }
    return policy
  }
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

  it('come to what a choice adds, whatever it is made together with', () => {
    let policy = untrained
    const gains = { a: 1, b: -1, c: 2, d: 0 }
    const pairs = [
      ['a', 'c'],
      ['b', 'd'],
      ['a', 'd'],
      ['b', 'c'],
    ] as const
    for (let turn = 0; turn < 800; turn++) {
      const pair = present(pairs[turn % 4])
      const reward = pair.reduce((sum, choice) => sum + gains[choice], 0)
      policy = { ...policy, choices: believe(policy, pair, reward) }
    }
    const gain = (choice: string): number => beliefOf(policy, choice).mean
    expect(gain('a') - gain('b')).toBeCloseTo(2, 1)
    expect(gain('c') - gain('d')).toBeCloseTo(2, 1)
  })

  it('grow surer with every turn, the more the fewer choices share it', () => {
    const variance = (turns: number, choices: readonly string[]): number =>
      beliefOf(
        after(turns, choices, () => 1),
        'a',
      ).variance
    expect(variance(1, ['a'])).toBeLessThan(beliefOf(untrained, 'a').variance)
    expect(variance(20, ['a'])).toBeLessThan(variance(5, ['a']))
    expect(variance(5, ['a'])).toBeLessThan(variance(5, ['a', 'b', 'c', 'd']))
  })

  it('are imagined about their mean, the closer the surer', () => {
    const drawsOf = (policy: Policy): number[] =>
      Array.from({ length: 400 }, (_, i) => imagineGain(policy, 'target:a', createRng(i)))
    const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)
    const known = after(200, ['target:a'], () => 3)
    expect(Math.abs(mean(drawsOf(known)) - 3)).toBeLessThan(0.2)
    expect(Math.abs(mean(drawsOf(untrained)))).toBeLessThan(0.2)
    expect(spread(drawsOf(untrained))).toBeGreaterThan(3 * spread(drawsOf(known)))
  })
})

describe('families under a policy', () => {
  const paying = (gain: number): Policy => ({
    ...untrained,
    choices: {
      'family:base': { plays: 50, mean: 4, variance: 0.05 },
      'family:recall': { plays: 50, mean: gain, variance: 0.05 },
    },
  })
  const kept = (gain: number): number =>
    Array.from({ length: 300 }, (_, i) => keeps(paying(gain), 'recall', createRng(i))).filter(Boolean).length

  it('are made as often as the mixture says where they pay, less often where not, and never left out', () => {
    expect(kept(5)).toBe(300)
    expect(kept(2.8)).toBeGreaterThan(180)
    expect(kept(2.8)).toBeLessThan(240)
    expect(kept(0)).toBeGreaterThan(90)
    expect(kept(0)).toBeLessThan(150)
  })
})

interface Run {
  readonly items: readonly ItemResult[]
  readonly policies: readonly Policy[]
}

async function run(recipe: Recipe, count: number, concurrency: number): Promise<Run> {
  const [items, policies]: [ItemResult[], Policy[]] = [[], []]
  await runItems(
    recipe,
    count,
    concurrency,
    (item) => {
      items.push(item)
      return Promise.resolve()
    },
    {
      onPolicy: (policy) => {
        policies.push(policy)
        return Promise.resolve()
      },
    },
  )
  return { items, policies }
}

describe('a run with the learned sampler', async () => {
  const recipe = deskRecipe(41, { sampler: 'learned', turns: [1, 2] })
  const count = ROUND + 8
  const one = await run(recipe, count, 1)

  it('starts every round with the policy that the rounds before left', () => {
    expect(one.policies).toHaveLength(2)
    expect(one.policies[0]).toEqual(untrained)
    expect(one.policies[1]).toEqual(
      train(
        untrained,
        one.items.slice(0, ROUND).flatMap(({ turns }) => turns),
      ),
    )
  })

  it('makes the same bytes and policies at any concurrency', async () => {
    const other = await run(recipe, count, 7)
    expect(JSON.stringify(other.policies)).toBe(JSON.stringify(one.policies))
    expect(JSON.stringify(other.items)).toBe(JSON.stringify(one.items))
  })

  it('lets an item see the policy of its round and nothing else', async () => {
    const index = ROUND + 3
    expect(JSON.stringify(await synthesizeItem(recipe, index, present(one.policies[1])))).toBe(
      JSON.stringify(one.items[index]),
    )
    expect(JSON.stringify(await synthesizeItem(recipe, index, untrained))).not.toBe(JSON.stringify(one.items[index]))
  })

  it('measures the difficulty of what it accepts', () => {
    const difficulties = one.items.flatMap(({ turns }) => turns.flatMap((turn) => turn.accepted?.difficulty ?? []))
    expect(difficulties.length).toBeGreaterThanOrEqual(count)
    expect(new Set(difficulties).size).toBeGreaterThan(2)
    expect(one.items.flatMap(({ turns }) => turns).filter(({ choices }) => choices.length === 0)).toEqual([])
  })

  it('writes policies whose signature counts add up over the lines', () => {
    const twice = train(
      present(one.policies[1]),
      one.items.slice(ROUND).flatMap(({ turns }) => turns),
    )
    const policies = [...one.policies, twice]
    const lines = policies.map((policy, round) => policyLine(policy, policies[round - 1]))
    expect(Object.assign({}, ...lines.map(({ signatures }) => signatures))).toEqual(twice.signatures)
    expect(Object.keys(present(lines[2]).signatures).length).toBeLessThan(Object.keys(twice.signatures).length)
    expect(present(lines[2]).choices).toEqual(twice.choices)
  })
})

describe('other samplers', () => {
  it('make no choices, and measure difficulty only when told to', async () => {
    const { turns } = await synthesizeItem(deskRecipe(41), 0)
    expect(turns.flatMap(({ choices }) => choices)).toEqual([])
    expect(turns.flatMap((turn) => turn.accepted?.difficulty ?? []).filter((difficulty) => difficulty > 0)).toEqual([])
    const measured = await synthesizeItem(deskRecipe(41, { measured: true }), 0)
    expect(measured.turns.some((turn) => (turn.accepted?.difficulty ?? 0) > 0)).toBe(true)
    expect(JSON.stringify(measured.row)).toBe(JSON.stringify((await synthesizeItem(deskRecipe(41), 0)).row))
  })

  it('can be random, with rows of its own', async () => {
    const wandering = await run(deskRecipe(41, { sampler: 'random', turns: [1, 2] }), 4, 2)
    expect(wandering.policies).toEqual([])
    expect(wandering.items.filter(({ row }) => row)).toHaveLength(4)
  })
})
