import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import { compilePattern, variantSource, writeVariant } from '../../../src/language/pattern.js'

/** All texts that a pattern can give over many streams, slots as their names. */
function textsOf(pattern: string): string[] {
  const texts = compilePattern(pattern).flatMap((variant) =>
    Array.from(
      { length: 60 },
      (_, seed) => writeVariant(variant, createRng(seed), ({ slot }) => slot.toUpperCase()).text,
    ),
  )
  return [...new Set(texts)].toSorted()
}

describe('compilePattern', () => {
  it('spells out alternatives, nested and empty ones too', () => {
    expect(textsOf('(send|move (it |)over)')).toEqual(['move it over', 'move over', 'send'])
    expect(textsOf('a(|b)c')).toEqual(['abc', 'ac'])
  })

  it('splits where alternatives hold slots, so that each variant has a fixed set of them', () => {
    const variants = compilePattern('book <what>( on <day:date>|)')
    expect(variants.map(({ slots }) => slots)).toEqual([
      [{ slot: 'what' }],
      [{ slot: 'what' }, { slot: 'day', form: 'date' }],
    ])
    expect(textsOf('book <what>( on <day:date>|)')).toEqual(['book WHAT', 'book WHAT on DAY'])
  })

  it.each(['a (b', 'a b)', 'a <b'])('refuses %j', (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(`Pattern '${pattern}'`)
  })
})

describe('writeVariant', () => {
  it('tells where the words of each slot lie', () => {
    const [variant] = compilePattern('from <a> to <b>')
    const { text, spans } = writeVariant(variant as never, createRng(1), ({ slot }) => (slot === 'a' ? 'Oslo' : 'Rome'))
    expect(text).toBe('from Oslo to Rome')
    expect(spans.map(({ slot, span }) => [slot.slot, text.slice(...span)])).toEqual([
      ['a', 'Oslo'],
      ['b', 'Rome'],
    ])
  })
})

describe('variantSource', () => {
  it('matches every text that the variant writes, with the slots as groups, the first letter in either case', () => {
    for (const variant of compilePattern('(look|have a look) at <what> (now|later (on|))')) {
      const regex = new RegExp(`^${variantSource(variant, () => String.raw`\d+`)}$`)
      for (let seed = 0; seed < 30; seed++) {
        const { text } = writeVariant(variant, createRng(seed), () => '42')
        expect(text).toMatch(regex)
        expect(`${text.charAt(0).toUpperCase()}${text.slice(1)}`).toMatch(regex)
        expect(regex.exec(text)?.groups).toEqual({ s0: '42' })
      }
    }
  })

  it('takes signs of regular expressions as letters', () => {
    const [variant] = compilePattern('what is 1+1 (a.b)?')
    expect('what is 1+1 a.b?').toMatch(new RegExp(`^${variantSource(variant as never, () => '')}$`))
    expect('what is 11 axb?').not.toMatch(new RegExp(`^${variantSource(variant as never, () => '')}$`))
  })
})
