import { describe, expect, it } from 'vitest'
import { maskerOf, withoutSpans } from '../../../src/report/mask.js'
import { sentencesOf } from '../../../src/report/sentences.js'
import { gramsOf, wordsOf } from '../../../src/report/words.js'
import { makeRow, MOVE, WEIGH } from './rows.js'

describe('masking', () => {
  const masker = maskerOf(makeRow(0, [WEIGH, MOVE]))

  it('hides what the user mentions', () => {
    expect(masker.query(0)).toBe('How heavy is #?')
    expect(masker.query(1)).toBe('Put it on the #.')
  })

  it('hides values of calls and results wherever they stand', () => {
    expect(masker.text("The box of Ada is B-771, Ada's.")).toBe("The box of # is #'s.")
  })

  it('hides numbers, dates and quoted texts it has never seen', () => {
    expect(masker.text('On February 24th, 2026 at 9:30 it cost $1,204.50 and read "hello there".')).toBe(
      'On # at # it cost # and read #.',
    )
  })

  it('leaves words that are no values', () => {
    expect(masker.text('Adam and the Admiral took the lift.')).toBe('Adam and the Admiral took the lift.')
  })

  it('makes one value of a list of values, so that its length is no variety', () => {
    expect(masker.text('Known: 4, 5 and 6.')).toBe('Known: #.')
  })

  it('merges spans that overlap', () => {
    expect(
      withoutSpans('abcdefgh', [
        [4, 6],
        [1, 3],
        [2, 5],
      ]),
    ).toBe('a#gh')
  })
})

describe('words', () => {
  it('are lower case, without punctuation, masks included', () => {
    expect(wordsOf("Isn't # in file_1.txt, Zoë?")).toEqual(["isn't", '#', 'in', 'file_1.txt', 'zoë'])
  })

  it('make runs of n', () => {
    expect(gramsOf(['a', 'b', 'c'], 2)).toEqual(['a b', 'b c'])
    expect(gramsOf(['a'], 2)).toEqual([])
  })
})

describe('sentences', () => {
  it('end at full stops, question marks and line breaks', () => {
    expect(sentencesOf('Known: #. Is # there?\nSo I look\n...')).toEqual(['Known: #.', 'Is # there?', 'So I look'])
  })
})
