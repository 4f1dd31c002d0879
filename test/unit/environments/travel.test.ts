import { describe, expect, it } from 'vitest'
import { travel } from '../../../src/environments/travel/environment.js'
import { load } from '../../../src/environments/travel/load.js'
import { bfclPresent, goldenRecords } from '../../support/golden.js'
import { goldenDifferences } from '../../support/golden-environment.js'

if (!bfclPresent) console.log('travel: reference data absent, golden transcripts not replayed')

describe.skipIf(!bfclPresent)('travel replays the golden transcripts', () => {
  it.each(['fuzz_TravelAPI', 'gt_base', 'gt_long_context', 'gt_miss_func', 'gt_miss_param'])('%s', (file) => {
    const { calls, states, differences } = goldenDifferences(goldenRecords(`${file}.jsonl.gz`), 'TravelAPI', travel, load)
    console.log(`travel ${file}: ${calls} calls, ${states} states, ${differences.length} differences`)
    expect(differences).toEqual([])
  })
})
