import { describe, expect, it } from 'vitest'
import { worldKind } from '../../../src/catalog/worlds.js'
import type { Trajectory } from '../../../src/core/trajectory.js'
import { replay, withFaults } from '../../../src/environment/index.js'
import { createWorld } from '../../../src/environment/index.js'
import { mini } from '../../../src/environments/mini/environment.js'
import {
  CANDIDATES,
  type ItemResult,
  type Recipe,
  runItems,
  synthesizeCandidate,
  synthesizeItem,
} from '../../../src/pipeline/index.js'
import { kind } from '../../support/desk.js'
import { deskRecipe, present } from '../../support/rows.js'
import { scriptedReasoning } from '../../support/scripted.js'

async function itemsOf(recipe: Recipe, count: number, concurrency: number): Promise<ItemResult[]> {
  const items: ItemResult[] = []
  await runItems(recipe, count, concurrency, (item) => {
    items.push(item)
    return Promise.resolve()
  })
  return items
}

const textsOf = (items: readonly ItemResult[]): string[] => items.map(({ row }) => JSON.stringify(row))
const recipe = deskRecipe(31)
const items = await itemsOf(recipe, 6, 1)

describe('runItems', () => {
  it('hands items over in index order', () => {
    expect(items.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it.each([2, 4, 20])('makes the same bytes at concurrency %d', async (concurrency) => {
    expect(textsOf(await itemsOf(recipe, 6, concurrency))).toEqual(textsOf(items))
  })

  it('makes the same bytes with a kind of world made anew', async () => {
    expect(textsOf(await itemsOf({ ...recipe, worlds: [worldKind([mini])] }, 3, 1))).toEqual(textsOf(items.slice(0, 3)))
  })

  it('makes other rows from another seed', async () => {
    const others = textsOf(await itemsOf(deskRecipe(32), 6, 3))
    expect(others.filter((text, i) => text.replaceAll('s32-', 's31-') === textsOf(items)[i])).toEqual([])
  })

  it('works on past an item that takes long, as far as twice the items under way', async () => {
    const begun = new Set<number>()
    let first = (): void => undefined
    const held = new Promise<void>((resolve) => (first = resolve))
    const slow: Recipe = {
      ...recipe,
      rolesAt(world, { index }) {
        begun.add(index)
        if (begun.size === 6) first()
        const { reasoning } = world.roles
        const step: typeof reasoning.step = async (input) => {
          if (index === 0) await held
          return await reasoning.step(input)
        }
        return { ...world.roles, reasoning: { ...reasoning, step } }
      },
    }
    const made = await itemsOf(slow, 12, 2)
    expect(made.map(({ index }) => index)).toEqual(Array.from({ length: 12 }, (_, index) => index))
    expect(textsOf(made.slice(0, 6))).toEqual(textsOf(items))
  })

  it('stops between items when told to', async () => {
    const stop = new AbortController()
    const seen: number[] = []
    await runItems(
      recipe,
      100,
      2,
      ({ index }) => {
        seen.push(index)
        if (index === 2) stop.abort()
        return Promise.resolve()
      },
      { signal: stop.signal },
    )
    expect(seen).toEqual([0, 1, 2])
  })

  it('lets a bug through instead of counting it as a rejection', async () => {
    const broken = { ...kind, brief: () => JSON.parse('{') as string }
    await expect(runItems({ ...recipe, worlds: [broken] }, 1, 1, () => Promise.resolve())).rejects.toThrow(SyntaxError)
  })
})

describe('synthesizeItem', () => {
  it('gives item i alone as it is among others', async () => {
    expect(JSON.stringify((await synthesizeItem(recipe, 4)).row)).toBe(textsOf(items)[4])
  })

  it('takes the first candidate that is accepted', async () => {
    for (const { row, index } of items) {
      const { candidate } = present(row)
      expect((await synthesizeCandidate(recipe, index, candidate)).row).toEqual(row)
      for (let earlier = 0; earlier < candidate; earlier++)
        expect((await synthesizeCandidate(recipe, index, earlier)).row).toBeUndefined()
    }
  })

  it('gives up after its candidates, with a reason for each', async () => {
    const lazy = {
      ...kind,
      roles: { ...kind.roles, reasoning: scriptedReasoning([[{ content: 'Done.', calls: [] }]]) },
    }
    const { row, rejections, proposed } = await synthesizeItem({ ...recipe, worlds: [lazy], kmax: 0 }, 0)
    expect(row).toBeUndefined()
    expect(new Set(rejections.map(({ candidate }) => candidate)).size).toBe(CANDIDATES)
    expect(rejections.some(({ phase, cause }) => `${phase}:${cause}` === 'guided-chain:attempts')).toBe(true)
    expect(rejections).toHaveLength(proposed)
  })
})

describe('a trajectory', () => {
  const rows = items.flatMap(({ row }): Trajectory[] => (row ? [row] : []))

  it('has as many turns as the recipe allows, ids by seed and index, and no two alike', () => {
    expect(rows).toHaveLength(6)
    for (const [i, row] of rows.entries()) {
      const single = row.turns.some(({ task }) => task.families.includes('single'))
      expect(row.turns.length).toBeGreaterThanOrEqual(single ? 1 : 2)
      expect(row.turns.length).toBeLessThanOrEqual(3)
      expect(row.id).toBe(`s31-00000${i}`)
    }
    expect(new Set(rows.map(({ initial }) => JSON.stringify(initial))).size).toBe(6)
  })

  it('goes on from the state that the accepted steps left, the generator too', () => {
    for (const row of rows) {
      const world = createWorld([mini], row.initial as never)
      for (const { task, steps, end } of row.turns) {
        if (task.expected.kind === 'act') expect(task.expected.trace.start).toBe(world.digest())
        const faulty = withFaults(world, task.faults)
        expect(steps.flatMap(({ calls }) => replay(faulty, calls))).toEqual(steps.flatMap(({ results }) => results))
        expect(world.digest()).toBe(end)
      }
    }
  })

  it('has call ids that no other call has', () => {
    const ids = rows.flatMap(({ turns }) =>
      turns.flatMap(({ steps }) => steps.flatMap(({ calls }) => calls.map(({ id }) => id))),
    )
    expect(ids.length).toBeGreaterThan(20)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('never asks the same twice', () => {
    for (const { turns } of rows) expect(new Set(turns.map(({ query }) => query.text)).size).toBe(turns.length)
  })
})

describe('targets', () => {
  it('are what every trajectory has a turn about', async () => {
    const aimed = await itemsOf({ ...recipe, targets: new Set(['book_pickup']) }, 4, 2)
    for (const { row } of aimed) {
      const traces = present(row).turns.flatMap(({ task: { expected } }) =>
        expected.kind === 'act' ? [expected.trace] : [],
      )
      expect(traces.some(({ requests }) => requests.some(({ tool }) => tool === 'book_pickup'))).toBe(true)
    }
  })
})
