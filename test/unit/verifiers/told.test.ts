import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/core/json.js'
import { negates, numbersIn, tells, tellsContent, unsupportedNumbers } from '../../../src/verifiers/told.js'

describe('tells', () => {
  it.each<[string, Json, boolean]>([
    ['It weighs 820 grams.', 820, true],
    ['It weighs 8200 grams.', 820, false],
    ['It costs $1,250.50.', 1250.5, true],
    ['It costs 1,250,000.', 1250000, true],
    ['It is down by 12.5 percent.', -12.5, true],
    ['The mean is 3.33.', 3.3333333333, true],
    ['The mean is 3.3.', 3.3333333333, false],
    ['The mean is 3.34.', 3.3333333333, false],
    ['It is 4.', 4.5, false],
    ['It holds about 24.57 gallons.', 24.567996, true],
    ['It costs about $24.6.', 24.56, false],
    ['It is about 24.57.', 24.568, false],
    ['Collection is on March 5, 2026.', '2026-03-05', true],
    ['Collection is on 5 March 2026.', '2026-03-05', true],
    ['Collection is on March 6, 2026.', '2026-03-05', false],
    ['It starts on March 5, 2026 at 14:30.', '2026-03-05T14:30:00Z', true],
    ['It starts on 5 March 2026 at 14:30.', '2026-03-05T14:30:00Z', true],
    ['It starts on March 5, 2026 at 14:31.', '2026-03-05T14:30:00Z', false],
    ['It starts on March 5, 2026.', '2026-03-05T14:30:00Z', false],
    ['The branch is on Mill Lane.', 'Mill Lane', true],
    ['The branch is on mill lane.', 'Mill Lane', false],
    ['Yes, the market is open.', true, true],
    ['No, the market is not open.', true, false],
    ["It isn't open.", false, true],
    ['It is open.', false, false],
  ])('%j %j: %s', (text, value, told) => {
    expect(tells(text, value)).toBe(told)
  })

  it('does not take a part of a word for the value', () => {
    expect(tells('That went well.', 'we')).toBe(false)
  })
})

describe('a text told in other words', () => {
  const moved = { items: ['FRMN', 'RVLN'] }
  const none = { items: [], told: String.raw`\b[Nn]one\b` }

  it('names all that the text names, and says what it says where it names nothing', () => {
    expect(tellsContent('FRMN and RVLN moved.', moved)).toBe(true)
    for (const answer of ['FRMN moved.', 'FRMN and RVLNX moved.', 'I checked them.'])
      expect(tellsContent(answer, moved)).toBe(false)
    expect(tellsContent('None of them moved.', none)).toBe(true)
    expect(tellsContent('I checked them.', none)).toBe(false)
  })
})

describe('negates', () => {
  it('knows a refusal however it is put', () => {
    for (const answer of [
      "I don't have a tool to do that.",
      'That is against the rules I work under.',
      'I can’t book that.',
      'The tools I have lack a way to pin posts.',
      'Booking above $500 is forbidden here.',
    ])
      expect(negates(answer)).toBe(true)
    for (const answer of ['Done.', 'It is booked.', 'I have sent the note.']) expect(negates(answer)).toBe(false)
  })
})

describe('unsupportedNumbers', () => {
  it('are those that nothing visible shows', () => {
    expect(unsupportedNumbers('3 of 12 parcels, 820 grams', 'parcels: 12, {"grams":820}')).toEqual(['3'])
    expect(unsupportedNumbers('1,250 dollars', '{"cost":1250}')).toEqual([])
    expect(unsupportedNumbers('a mean of 3.33', '{"mean":3.33333333333}')).toEqual([])
    expect(unsupportedNumbers('no numbers', '')).toEqual([])
  })
})

describe('numbersIn', () => {
  it('reads groups, fractions and exponents, inside of words too', () => {
    expect(numbersIn('B52 costs 12.50, 3e5 times')).toEqual([52, 12.5, 300000])
    expect(numbersIn('1,234')).toEqual([1, 234, 1234])
  })
})

describe('unsupportedNumbers', () => {
  const card = '{"card_number":"5469272189378187","balance":6917}'

  it('knows a card by its last four digits, said as such', () => {
    expect(unsupportedNumbers('Charged to the card ending in 8187.', card)).toEqual([])
    expect(unsupportedNumbers('Charged to the card that ends in 8187.', card)).toEqual([])
    expect(unsupportedNumbers('Charged to the card ending in 8188.', card)).toEqual(['8188'])
    expect(unsupportedNumbers('You have 8187 dollars.', card)).toEqual(['8187'])
  })
})
