import { describe, expect, it } from 'vitest'
import * as builtIn from '../../../src/environments/index.js'
import { lexiconOf } from '../../../src/language/index.js'

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

  it.each(tools.filter(({ environment, name }) => environment.tool(name)?.establishes))(
    'of $name say that it was done on the way',
    ({ phrases }) => {
      expect(phrases.asides?.length).toBeGreaterThan(0)
    },
  )
})
