import { describe, expect, it } from 'vitest'
import { ticketing } from '../../../src/environments/ticketing/environment.js'
import { load } from '../../../src/environments/ticketing/load.js'
import { bfclPresent, goldenRecords } from '../../support/golden.js'
import { goldenDifferences } from '../../support/golden-environment.js'

if (!bfclPresent) console.log('ticketing: reference data absent, golden transcripts not replayed')

describe.skipIf(!bfclPresent)('ticketing replays the golden transcripts', () => {
  it.each(['fuzz_TicketAPI', 'gt_base', 'gt_long_context', 'gt_miss_func', 'gt_miss_param'])('%s', (file) => {
    const { calls, states, differences } = goldenDifferences(goldenRecords(`${file}.jsonl.gz`), 'TicketAPI', ticketing, load)
    console.log(`ticketing ${file}: ${calls} calls, ${states} states, ${differences.length} differences`)
    expect(differences).toEqual([])
  })
})
