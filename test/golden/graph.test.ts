import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileSystem, message, ticketing, travel } from '../../src/environments/index.js'
import { compareGraph, infer, parseReference, tryFreshStarts, verifyGraph } from '../../src/graph/infer/index.js'
import { BFCL_DIR, bfclPresent } from '../support/golden.js'

const FILE = join(BFCL_DIR, 'reference-graph.json')

describe.skipIf(!bfclPresent)(`against the reference graph${bfclPresent ? '' : ` (absent: ${FILE})`}`, () => {
  it('inference finds what the reference lists, from execution alone', { timeout: 300_000 }, () => {
    const environments = [fileSystem, message, ticketing, travel]
    const { graph } = infer(environments)
    const { enables, provides, effects } = compareGraph(graph, parseReference(readFileSync(FILE, 'utf8'), FILE))
    expect(enables.hardRecall).toBeGreaterThanOrEqual(0.95)
    expect(provides.keyRecall).toBeGreaterThanOrEqual(0.9)
    expect(effects).toEqual({ accuracy: 1, wrong: [] })
    expect(verifyGraph(graph, environments).failures).toEqual([])
    expect(graph.tools.filter(({ deadEnd }) => deadEnd !== undefined)).toEqual([])
  })

  it('what is claimed shows again from starts that inference never saw', { timeout: 300_000 }, () => {
    const { tried, reproduced } = tryFreshStarts(infer([message, ticketing]), 20)
    expect(tried).toBeGreaterThan(500)
    expect(reproduced).toBeGreaterThanOrEqual(0.95 * tried)
  })
})
