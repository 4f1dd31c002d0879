import { describe, expect, it } from 'vitest'
import * as builtIn from '../../../src/environments/index.js'
import { lemmas, lexiconOf, read } from '../../../src/language/index.js'

const tools = Object.values(builtIn).flatMap((environment) =>
  environment.specs.flatMap(({ name }) => {
    const phrases = environment.tool(name)?.phrases
    return phrases ? [{ environment, name, phrases }] : []
  }),
)

describe('phrases', () => {
  it.each(tools)('of $name ask in at least eight ways and report in three', ({ environment, name, phrases }) => {
    const wordings = lexiconOf([environment])
      .asksOf(name)
      .map(({ variant: { parts } }) => parts.reduce((ways, part) => ways * (Array.isArray(part) ? part.length : 1), 1))
    expect(wordings.reduce((sum, ways) => sum + ways, 0)).toBeGreaterThanOrEqual(8)
    expect(phrases.reports.length).toBeGreaterThanOrEqual(3)
  })

  it('give reasons that ask for nothing and speak of no other tool', () => {
    const environments = Object.values(builtIn)
    const lexicon = lexiconOf(environments)
    const apart = environments
      .flatMap(({ definition }) => definition.conversation?.siblings ?? [])
      .flatMap((sibling) => sibling.apart.flatMap(lemmas))
    const reasons = tools.flatMap(({ phrases }) => phrases.reasons ?? [])
    expect(reasons.length).toBeGreaterThan(60)
    for (const reason of reasons) {
      expect(reason).toMatch(/^[A-Z][^."0-9]+\.$/)
      expect(read(lexicon, reason)).toMatchObject({ requests: [], unread: [] })
      expect(lemmas(reason).filter((word) => apart.includes(word))).toEqual([])
    }
  })

  it.each(tools.filter(({ environment, name }) => environment.tool(name)?.establishes))(
    'of $name say that it was done on the way',
    ({ phrases }) => {
      expect(phrases.asides?.length).toBeGreaterThan(0)
    },
  )
})
