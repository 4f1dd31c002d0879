import { describe, expect, it } from 'vitest'
import { bfclPresent, goldenRecords } from '../../support/golden.js'
import { goldenDifferences } from '../../support/golden-environment.js'
import { trading } from '../../../src/environments/trading/environment.js'
import { load } from '../../../src/environments/trading/load.js'

const FILES = ['fuzz_TradingBot', 'gt_base', 'gt_long_context', 'gt_miss_func', 'gt_miss_param']

if (!bfclPresent) console.log('trading: BFCL reference data absent, golden transcripts not replayed')

describe.skipIf(!bfclPresent)('trading against golden transcripts', () => {
  it.each(FILES)('gives the results and states of %s', (file) => {
    const { calls, states, differences } = goldenDifferences(goldenRecords(`${file}.jsonl.gz`), 'TradingBot', trading, load)
    console.log(`${file}: ${calls} calls, ${states} states`)
    expect(differences).toEqual([])
    expect(calls).toBeGreaterThan(0)
  })
})
