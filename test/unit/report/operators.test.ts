import { describe, expect, it } from 'vitest'
import { factsOf } from '../../../src/report/facts.js'
import { collectOperators } from '../../../src/report/figures/operators.js'
import { synthesizeItem } from '../../../src/pipeline/index.js'
import { deskRecipe, present } from '../../support/rows.js'

describe('the figure of operators', () => {
  it('counts renamed rows, twins and messages by kind of noise, and no manner of speaking', async () => {
    const recipe = deskRecipe(17, { operators: new Set(['renaming', 'twins', 'noise'] as const) })
    const items = await Promise.all(Array.from({ length: 30 }, (_, index) => synthesizeItem(recipe, index)))
    const rows = items.map(({ row }) => present(row))
    const collector = collectOperators()
    for (const row of rows) collector.add(factsOf(row, undefined))
    const figure = collector.figure()
    expect(figure.rows).toBe(30)
    expect([figure.renamed, figure.twins]).toEqual([
      rows.filter(({ renaming }) => renaming).length,
      rows.filter(({ twin }) => twin).length,
    ])
    expect(figure.renamed).toBeGreaterThan(0)
    expect(figure.noisy).toBeGreaterThan(0)
    expect(figure.noisy).toBeLessThan(figure.turns / 2)
    expect(figure.noise.map(({ name }) => name).filter((name) => /register|situation/.test(name))).toEqual([])
  })
})
