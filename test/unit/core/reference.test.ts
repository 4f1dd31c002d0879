import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/core/json.js'
import { fits, type Match } from '../../../src/core/reference.js'

describe('fits', () => {
  it.each<[Json | undefined, Match, Json, boolean]>([
    ['Mill Lane', 'equals', 'Mill Lane', true],
    ['Mill Lane', 'equals', 'mill lane', false],
    [4, 'equals', 4, true],
    [4, 'equals', '4', false],
    ['1234567890124471', 'ends-with', '4471', true],
    ['4471000', 'ends-with', '4471', false],
    ['Printer on FIRE', 'contains', 'on fire', true],
    ['Printer', 'contains', 'scanner', false],
    [4471, 'ends-with', '71', false],
    [undefined, 'contains', '', false],
    [undefined, 'equals', null, false],
  ])('%j %s %j: %s', (actual, match, said, expected) => {
    expect(fits(actual, match, said)).toBe(expected)
  })
})
