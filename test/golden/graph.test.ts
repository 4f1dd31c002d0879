import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileSystem, message, ticketing, travel } from '../../src/environments/index.js'
import {
  compareGraph,
  infer,
  parseReference,
  type RelationGraph,
  tryFreshStarts,
  verifyGraph,
} from '../../src/graph/infer/index.js'
import { BFCL_DIR, bfclPresent } from '../support/golden.js'
import { claimsOf, feedsOf } from '../unit/graph/infer/claims.js'
import { inNonsense, outOfNonsense } from '../unit/graph/infer/nonsense.js'

const FILE = join(BFCL_DIR, 'reference-graph.json')
const compared = (graph: RelationGraph): ReturnType<typeof compareGraph> =>
  compareGraph(graph, parseReference(readFileSync(FILE, 'utf8'), FILE))

describe('inference from execution alone', { timeout: 600_000 }, () => {
  const environments = [fileSystem, message, ticketing, travel]
  const { graph } = infer(environments)
  const other = outOfNonsense(infer(environments.map(inNonsense)).graph, environments)
  const note = bfclPresent ? '' : ` (absent: ${FILE})`

  it.skipIf(!bfclPresent)(`finds what the reference lists${note}`, () => {
    const { enables, provides, effects } = compared(graph)
    expect(enables.hardRecall).toBeGreaterThanOrEqual(0.95)
    expect(provides.keyRecall).toBeGreaterThanOrEqual(0.9)
    expect(effects).toEqual({ accuracy: 1, wrong: [] })
  })

  it.skipIf(!bfclPresent)(`finds as much of it under nonsense names${note}`, () => {
    const [named, unnamed] = [compared(graph), compared(other)]
    expect(unnamed.enables).toEqual(named.enables)
    expect(unnamed.provides.keyRecall).toBe(named.provides.keyRecall)
    expect(unnamed.effects).toEqual(named.effects)
  })

  it('claims the same under nonsense names', () => {
    for (const kind of ['enables', 'disables', 'affects'] as const)
      expect(claimsOf(other, kind).toSorted()).toEqual(claimsOf(graph, kind).toSorted())
    expect(feedsOf(other).toSorted()).toEqual(feedsOf(graph).toSorted())
    const effectsIn = ({ tools }: RelationGraph): string[] => tools.map(({ name, effect }) => `${name}: ${effect}`)
    expect(effectsIn(other)).toEqual(effectsIn(graph))
  })

  it('gives witnesses that show their relations again, and no dead ends', () => {
    expect(verifyGraph(graph, environments).failures).toEqual([])
    expect(graph.tools.filter(({ deadEnd }) => deadEnd !== undefined)).toEqual([])
  })

  it('claims what shows again from starts that it never saw', () => {
    const { tried, reproduced } = tryFreshStarts(infer([message, ticketing]), 20)
    expect(tried).toBeGreaterThan(500)
    expect(reproduced).toBeGreaterThanOrEqual(0.95 * tried)
  })
})
