import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type BenchmarkClasses, casesBeside, checkRecords, constantsFor, loadClasses, readCheckerRecords, readGoldenRecords, replayRecords } from '../../src/benchmarks/bfcl/index.js'
import { BFCL_DIR, bfclPresent } from '../support/golden.js'

if (!bfclPresent) console.log('not run: golden replay and check (no golden transcripts; set TURNSMITH_BFCL_DIR)')

const file = (name: string): string => join(BFCL_DIR, 'golden', `${name}.jsonl.gz`)
const constants = constantsFor(join(BFCL_DIR, 'golden'))
let classes: BenchmarkClasses

beforeAll(async () => {
  classes = await loadClasses()
})

describe.skipIf(!bfclPresent)('golden transcripts from their call texts', () => {
  const files = ['gt_base', 'gt_long_context', 'gt_miss_func', 'gt_miss_param']
  const fuzzed = ['GorillaFileSystem', 'MathAPI', 'MessageAPI', 'TwitterAPI', 'TicketAPI', 'TradingBot', 'TravelAPI', 'VehicleControlAPI'].map((name) => `fuzz_${name}`)

  it.each([...files, ...fuzzed])('of %s are reproduced to the letter', (name) => {
    const replay = replayRecords(readGoldenRecords(file(name)), classes, constants)
    expect(replay.differences).toEqual([])
    expect(replay).toMatchObject({ equal: replay.calls, statesEqual: replay.states, unsupported: 0 })
  })

  it('of fuzz_dispatch are reproduced but for calls of what is built into Python', () => {
    const replay = replayRecords(readGoldenRecords(file('fuzz_dispatch')), classes, constants)
    expect(replay.differences).toEqual([])
    expect(replay.statesEqual).toBe(replay.states)
    expect(replay.equal + replay.unsupported).toBe(replay.calls)
    expect(replay.unsupported / replay.calls).toBeLessThan(0.02)
    expect(Object.keys(replay.unsupportedByName)).toEqual(['python-builtin'])
  })
})

describe.skipIf(!bfclPresent)('recorded responses', () => {
  it('get the verdicts of the original checker', () => {
    const check = checkRecords(readCheckerRecords(file('checker')), casesBeside(file('checker'), classes, constants))
    expect(check.differences).toEqual([])
    expect(check.agree).toBe(check.records)
  })
})
