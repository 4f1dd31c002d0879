import fc from 'fast-check'
import { expect, it } from 'vitest'
import { referencesIn, sayingsOf } from '../../../src/agents/capability.js'
import type { Reference } from '../../../src/core/reference.js'
import { lexiconOf } from '../../../src/language/index.js'
import { vehicle } from '../../../src/environments/vehicle/environment.js'

const lexicon = lexiconOf([vehicle])
const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()))
const said = fc.oneof(fc.string(), fc.integer())
const reference: fc.Arbitrary<Reference> = fc.oneof(
  fc.record({ by: fc.constant('value'), value }),
  fc.record({
    by: fc.constant('field'),
    field: fc.constantFrom('card_number', 'title', 'is'),
    match: fc.constantFrom('equals', 'ends-with', 'contains'),
    value: said,
  }),
  fc.constant({ by: 'earlier' }),
  fc.record({
    by: fc.constant('earlier'),
    which: fc.oneof(
      fc.constant('newest'),
      fc.integer({ min: -1, max: 5 }),
      fc.record({ end: fc.constantFrom('most', 'least'), of: fc.constantFrom('price', 'date') }),
    ),
  }),
)

it('how a person means the values of a wish loses nothing on its way into a prompt', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), reference), (args) => {
      const shown = sayingsOf(lexicon, { tool: 'lockDoors', arguments: args }, () => 'a parameter')
      expect(referencesIn(JSON.parse(JSON.stringify(shown)) as typeof shown)).toEqual(args)
    }),
    { numRuns: 200 },
  )
})

it('codes come with the words that people use for them', () => {
  const door = ['driver', 'passenger', 'rear_left', 'rear_right']
  const args = { unlock: { by: 'value', value: false }, door: { by: 'value', value: door } } as const
  expect(sayingsOf(lexicon, { tool: 'lockDoors', arguments: args })).toMatchObject({
    door: { say: door, 'in words': 'all four doors' },
  })
})
