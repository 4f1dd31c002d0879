import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identifier, nounOf, withArticle, wordsOf } from '../../../../src/importers/openapi/words.js'

describe('names in a document', () => {
  it.each([
    ['pricePerDay', 'price per day'],
    ['price_per_day', 'price per day'],
    ['HTTPServerID', 'http server id'],
    ['due-date', 'due date'],
    ['IN_PROGRESS', 'in progress'],
  ])('%s is read as words', (name, words) => {
    expect(wordsOf(name)).toBe(words)
  })

  it.each([
    ['bikes', ['bike', 'bikes']],
    ['person', ['person', 'people']],
    ['order-statuses', ['order status', 'order statuses']],
    ['users(all)', ['users all', 'users alls']],
  ])('%s names one and many', (segment, noun) => {
    expect(nounOf(segment)[1]).toBe(noun[1])
  })

  it('get the article that goes before them', () => {
    expect(['bike', 'order', 'user', 'unit', 'umbrella', 'hour glass'].map(withArticle)).toEqual([
      'a bike',
      'an order',
      'a user',
      'a unit',
      'an umbrella',
      'a hour glass',
    ])
  })

  it('make identifiers of whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(identifier(text, '_')).toMatch(/^(?:[a-z\d]+(?:_[a-z\d]+)*_?)?$/)
      }),
    )
  })
})
