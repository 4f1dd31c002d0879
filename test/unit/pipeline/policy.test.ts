import { describe, expect, it } from 'vitest'
import { earn, imagineReward, noveltyOf, type Policy, untrained } from '../../../src/core/policy.js'
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
import { deskRecipe, present } from '../../support/rows.js'

const accepted = (signature: string, difficulty: number, ...choices: string[]): ProposedTurn => ({
  choices,
  accepted: { signature, difficulty },
})
const refused = (...choices: string[]): ProposedTurn => ({ choices })

describe('the reward of a turn', () => {
  it('is nothing where it was turned down, else its difficulty and its novelty', () => {
    expect(rewardOf(untrained, refused('target:a'))).toBe(0)
    expect(rewardOf(untrained, accepted('plan', 5))).toBe(6)
    expect(rewardOf({ ...untrained, signatures: { plan: 1 } }, accepted('plan', 5))).toBe(6)
    expect(rewardOf({ ...untrained, signatures: { plan: 4 } }, accepted('plan', 5))).toBe(5.5)
  })

  it('takes novelty as it stood before the round', () => {
    const turns = Array.from({ length: 16 }, () => accepted('plan', 0, 'target:a'))
    const once = train(untrained, turns)
    expect(once.overall).toEqual({ plays: 16, total: 16, squares: 16 })
    expect(noveltyOf(once, 'plan')).toBe(0.25)
    expect(train(once, turns).overall.total).toBe(16 + 16 / 4)
  })
})

describe('train', () => {
  const turns = [
    accepted('p', 3, 'target:a', 'wishes:1'),
    refused('target:a', 'wishes:2'),
    accepted('q', 1, 'target:b', 'wishes:1'),
  ]

  it('credits every choice of a turn with its reward', () => {
    expect(train(untrained, turns)).toEqual({
      schema: 1,
      round: 1,
      overall: { plays: 3, total: 6, squares: 20 },
      choices: {
        'target:a': { plays: 2, total: 4, squares: 16 },
        'wishes:1': { plays: 2, total: 6, squares: 20 },
        'wishes:2': { plays: 1, total: 0, squares: 0 },
        'target:b': { plays: 1, total: 2, squares: 4 },
      },
      signatures: { p: 1, q: 1 },
    })
  })

  it('leaves the policy it learns from as it was, and gives plain JSON', () => {
    const once = train(untrained, turns)
    const text = JSON.stringify(once)
    expect(JSON.stringify(train(JSON.parse(text) as Policy, turns))).toBe(JSON.stringify(train(once, turns)))
    expect(JSON.stringify(once)).toBe(text)
    expect(untrained.overall.plays).toBe(0)
  })
})

describe('imagined rewards', () => {
  const learned: Policy = {
    ...untrained,
    overall: { plays: 200, total: 400, squares: 1200 },
    choices: { good: times(40, 5), decent: times(10, 3), poor: times(40, 1) },
  }
  const drawsOf = (choice: string): number[] =>
    Array.from({ length: 400 }, (_, i) => imagineReward(learned, choice, createRng(i)))
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)

  it('lie about what was earned, the closer the more often a choice was made', () => {
    expect(mean(drawsOf('good'))).toBeGreaterThan(4)
    expect(mean(drawsOf('poor'))).toBeLessThan(1.5)
    expect(Math.abs(mean(drawsOf('untried')) - 2)).toBeLessThan(0.3)
    expect(spread(drawsOf('untried'))).toBeGreaterThan(3 * spread(drawsOf('good')))
  })

  it('give an untried choice its chance against a decent one', () => {
    const decent = drawsOf('decent').toReversed()
    const wins = drawsOf('untried').filter((draw, i) => draw > present(decent[i])).length
    expect(wins).toBeGreaterThan(20)
    expect(wins).toBeLessThan(200)
  })
})

function times(count: number, reward: number): Policy['overall'] {
  let earnings: Policy['overall'] | undefined
  for (let i = 0; i < count; i++) earnings = earn(earnings, reward)
  return present(earnings)
}

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
