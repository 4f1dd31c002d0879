import { describe, expect, it } from 'vitest'
import { message, ticketing } from '../../../../src/environments/index.js'
import { infer } from '../../../../src/graph/infer/index.js'
import { agreementOf, claimsOf, feedsOf } from './claims.js'
import { inNonsense, nonsense } from './nonsense.js'

describe.each([message, ticketing])('$ref.name under nonsense names', (environment) => {
  const { graph } = infer([environment])
  const { graph: other } = infer([inNonsense(environment)])
  const names = (claim: string): string => claim.replaceAll(/[a-z_]+/g, nonsense)

  it('has the same enabling relations, and finds the same feeds', () => {
    const enables = claimsOf(graph, 'enables').map(names)
    expect(agreementOf(enables.toSorted(), claimsOf(other, 'enables').toSorted())).toBeGreaterThanOrEqual(0.98)
    const found = new Set(feedsOf(other))
    const feeds = feedsOf(graph).map(names)
    expect(feeds.filter((claim) => found.has(claim)).length).toBeGreaterThanOrEqual(0.9 * feeds.length)
  })

  it('has the same effects', () => {
    const effects = new Map(other.tools.map(({ name, effect }) => [name, effect]))
    expect(graph.tools.filter(({ name, effect }) => effects.get(nonsense(name)) !== effect)).toEqual([])
  })
})
