import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FAMILIES, type FamilyName } from '../../../src/core/family.js'
import { createRng } from '../../../src/core/random.js'
import { planRow, tooFewTurns, turnsNeeded } from '../../../src/pipeline/mixture.js'

const MANY: readonly FamilyName[] = FAMILIES.filter((name) => name !== 'single')
const wanted = fc.uniqueArray(fc.constantFrom(...MANY), { minLength: 1 })

/** Families that are followed by a turn of their own. */
const TWO: readonly FamilyName[] = ['missing-tool', 'missing-parameter', 'revision']

describe('families asked for', () => {
  it('all have their place, with the turns that belong to them', () => {
    fc.assert(
      fc.property(wanted, fc.integer({ min: 1, max: 9 }), fc.nat(), (families, count, seed) => {
        const { turns } = planRow(families, count, createRng(seed))
        expect(turns).toHaveLength(Math.max(count, turnsNeeded(families)))
        for (const name of families.filter((other) => other !== 'base' && other !== 'distractor'))
          expect(turns.filter((other) => other === name)).toHaveLength(1)
        for (const name of TWO.filter((other) => families.includes(other)))
          expect(turns[turns.indexOf(name) + 1]).toBe('base')
        expect(turns[0]).not.toBe('recall')
      }),
    )
  })

  it('need more turns than there are: it says how many each takes', () => {
    expect(tooFewTurns(['missing-tool', 'blocked', 'policy'], 3)).toBe(
      'a row of all these families has at least 4 turns (missing-tool 2, blocked 1, policy 1), not 3',
    )
    expect(tooFewTurns(['missing-tool', 'blocked', 'policy'], 4)).toBeUndefined()
    expect(tooFewTurns(['single', 'recall'], 5)).toMatch(/at least 3 turns \(recall one after two others\), not 1/)
    expect(tooFewTurns([], 1)).toBeUndefined()
  })
})
