import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import { type Clause, compose, type Standing } from '../../../src/language/discourse.js'

const clause = (text: string): Clause => ({ text, sentence: false, fixedCase: false })
const said = (text: string, standing: Standing, register: 'plain' | 'brisk' | 'warm'): string[] =>
  Array.from({ length: 60 }, (_, seed) => compose([clause(text)], standing, { register }, createRng(seed)).text)

describe('a message', () => {
  it('goes on from another only where there is one', () => {
    expect(said('weigh the parcel', {}, 'brisk').join('\n')).not.toMatch(/^(Now|And)\b/m)
    expect(said('weigh the parcel', { later: true }, 'brisk').join('\n')).toMatch(/^Now weigh/m)
    expect(said('weigh the parcel', { later: true, onward: true }, 'brisk').join('\n')).toMatch(/^And weigh/m)
    expect(said('weigh the parcel', { later: true }, 'brisk').join('\n')).not.toMatch(/^And/m)
  })

  it('says why before it asks, in a sentence or in half of one', () => {
    const texts = Array.from(
      { length: 60 },
      (_, seed) =>
        compose(
          [{ ...clause('weigh the parcel'), reason: 'Postage is dear.' }],
          { later: true },
          { register: 'plain' },
          createRng(seed),
        ).text,
    )
    for (const text of texts) expect(text).toMatch(/^Postage is dear(\. |, so )/)
    expect(texts.join('\n')).toMatch(/^Postage is dear\. Weigh the parcel\.$/m)
    expect(texts.join('\n')).toMatch(/^Postage is dear, so weigh the parcel\.$/m)
  })

  it('has one stop after a quotation that has its own', () => {
    for (const text of said('write down "Replaced the hose."', {}, 'plain')) expect(text).not.toMatch(/\.'?"\./)
    expect(said('write down "Replaced the hose."', {}, 'plain').join('\n')).toMatch(/"Replaced the hose\."$/m)
    expect(said('write down "Replaced the hose"', {}, 'plain').join('\n')).toMatch(/"Replaced the hose"\.$/m)
  })
})
