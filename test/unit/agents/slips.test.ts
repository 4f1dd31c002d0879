import { describe, expect, it } from 'vitest'
import { environmentsNamed, worldsOf } from '../../../src/catalog/index.js'
import { synthesizeItem } from '../../../src/pipeline/index.js'
import { leaksOf, verifyRow } from '../../../src/verifiers/index.js'
import { createWorld } from '../../../src/environment/index.js'
import { present } from '../../support/rows.js'

const worlds = ['travel', 'ticketing', 'vehicle', 'file-system'].flatMap((name) =>
  worldsOf(environmentsNamed([name], 'this test')),
)
const recipe = { seed: 9, worlds, turns: [3, 3] as const, kmax: 3, families: ['base'] as const }
const sure = await itemsOf({ ...recipe })
const fallible = await itemsOf({ ...recipe, operators: new Set(['slips'] as const) })

async function itemsOf(
  of: Parameters<typeof synthesizeItem>[0],
): Promise<Awaited<ReturnType<typeof synthesizeItem>>[]> {
  return Promise.all(Array.from({ length: 50 }, (_, index) => synthesizeItem(of, index)))
}

const turnsOf = (items: typeof sure) => items.flatMap(({ row }) => row?.turns ?? [])
const slipped = turnsOf(fallible).filter(({ attempts }) => attempts.length > 0)

describe('slips of the reasoning agent', () => {
  it('fall to a share of first attempts, and to none where nobody asked for them', () => {
    const share = (items: typeof sure): number =>
      turnsOf(items).filter(({ attempts }) => attempts.length > 0).length / turnsOf(items).length
    expect(share(fallible)).toBeGreaterThan(share(sure) + 0.02)
    expect(share(fallible)).toBeLessThan(0.3)
  })

  it('are of several kinds, and every one becomes a pair that is proved', () => {
    const pairs = fallible.flatMap(({ preferences }) => preferences.filter(({ origin }) => origin === 'attempt'))
    const kinds = new Set(pairs.map(({ error }) => error))
    for (const kind of ['skipped-step', 'stopped-early', 'overlooked-goal']) expect([...kinds]).toContain(kind)
    expect(kinds.size).toBeGreaterThan(3)
    for (const { row, preferences } of fallible.filter((item) => item.preferences.length > 0).slice(0, 12)) {
      const made = present(row)
      const kind = present(
        worlds.find(({ environments }) => environments[0]?.ref.name === made.initial.environments[0]?.name),
      )
      const { pass, pairs: judged } = verifyRow(made, kind.environments, kind.semantics, preferences)
      expect([pass, judged.filter((pair) => !pair.pass)]).toEqual([true, []])
    }
  })

  it('are put right by a hint that gives nothing away', () => {
    expect(slipped.length).toBeGreaterThan(5)
    for (const { row } of fallible) {
      const made = present(row)
      const kind = present(
        worlds.find(({ environments }) => environments[0]?.ref.name === made.initial.environments[0]?.name),
      )
      const world = createWorld(kind.environments, made.initial as never)
      for (const { attempts, task } of made.turns)
        for (const { hint } of attempts)
          if (hint !== undefined && task.expected.kind === 'act')
            expect(leaksOf(hint, task.expected.trace, world, '')).toEqual([])
    }
  })

  it('leave no trace in the accepted steps', () => {
    for (const { steps } of slipped) {
      const thoughts = steps.map(({ reasoning = '' }) => reasoning).join('\n')
      expect(thoughts).not.toMatch(/hint|sorry|mistake|first try|earlier attempt/i)
    }
  })

  it('end their attempt: an accepted turn makes no call that nothing needs', async () => {
    const travel = worldsOf(environmentsNamed(['travel'], 'this test'))
    const of = { ...recipe, worlds: travel, operators: new Set(['slips'] as const) }
    const items = await Promise.all(Array.from({ length: 20 }, (_, index) => synthesizeItem(of, index)))
    const needless = turnsOf(items).flatMap(({ steps, task: { expected } }) => {
      const made = steps.flatMap(({ calls, results }) => calls.filter((_, i) => !results[i]?.error))
      const needed = 'trace' in expected ? (expected.trace?.calls ?? []) : []
      return made.filter(({ name }) => needed.every(({ call }) => call.name !== name))
    })
    expect(turnsOf(items).length).toBeGreaterThan(40)
    expect(needless).toEqual([])
  })
})
