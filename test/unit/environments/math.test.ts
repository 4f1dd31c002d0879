import { describe, expect, it } from 'vitest'
import { type Json, type JsonObject } from '../../../src/core/json.js'
import { createRng } from '../../../src/core/random.js'
import { callTool, createScenario } from '../../../src/environment/index.js'
import { math } from '../../../src/environments/math/environment.js'
import { load } from '../../../src/environments/math/load.js'
import { formatResult } from '../../../src/text/python.js'
import { goldenDifferences } from '../../support/golden-environment.js'
import { bfclPresent, goldenRecords } from '../../support/golden.js'

if (!bfclPresent) console.log('math: BFCL reference data absent, golden transcripts not run')

const GOLDEN = ['fuzz_MathAPI', 'gt_base', 'gt_long_context', 'gt_miss_func', 'gt_miss_param']
const CLOCK = '2026-03-02T09:00:00'
const exact = load({}, { longContext: false, extension: {} })
const call = (tool: string, args: JsonObject, state: Json = exact): Json =>
  callTool(math, tool, args, state, CLOCK).value
const plain = (tool: string, args: JsonObject): Json => call(tool, args, { ...exact, notation: 'plain' })

describe.skipIf(!bfclPresent)('golden transcripts of MathAPI', () => {
  it.each(GOLDEN)('%s', (file) => {
    const { calls, states, differences } = goldenDifferences(goldenRecords(`${file}.jsonl.gz`), 'MathAPI', math, load)
    console.log(`${file}: ${calls} calls, ${states} states, ${differences.length} differences`)
    expect(differences).toEqual([])
  })
})

describe('exact results', () => {
  it.each([
    ['power', { base: 2.25, exponent: 17 }, '{"result": 970739.7373664756}'],
    ['power', { base: 10, exponent: -20 }, '{"result": 1e-20}'],
    ['power', { base: 2, exponent: 100 }, '{"result": 1267650600228229401496703205376}'],
    ['power', { base: -8, exponent: 0.5 }, "{'result': (1.7319121124709868e-16+2.8284271247461903j)}"],
    ['round_number', { number: 2.675, decimal_places: 2 }, '{"result": 2.67}'],
    ['round_number', { number: 0.5, decimal_places: 0 }, '{"result": 0.0}'],
    ['round_number', { number: 25, decimal_places: -1 }, '{"result": 20}'],
    ['add', { a: 0.1, b: 0.2 }, '{"result": 0.30000000000000004}'],
    ['add', { a: { $int: '9007199254740993' }, b: 1 }, '{"result": 9007199254740994}'],
    ['multiply', { a: { $float: 1e200 }, b: { $float: 1e200 } }, '{"result": Infinity}'],
    ['divide', { a: 6, b: 3 }, '{"result": 2.0}'],
    ['square_root', { number: 2, precision: 10 }, "{'result': Decimal('1.414213562')}"],
    ['logarithm', { value: 8, base: 2, precision: 10 }, "{'result': mpf('3.000000000029')}"],
    ['absolute_value', { number: true }, '{"result": 1}'],
    ['min_value', { numbers: ['b', 'a'] }, '{"result": "a"}'],
  ] as const)('%s %j', (tool, args, text) => {
    expect(formatResult(call(tool, args as JsonObject))).toBe(text)
  })

  it('are plain numbers where the state asks for them', () => {
    expect(plain('square_root', { number: 2, precision: 10 })).toEqual({ result: 1.414213562 })
    expect(plain('logarithm', { value: 36, base: 6, precision: 4 })).toEqual({ result: 2 })
    expect(plain('mean', { numbers: [2, 4] })).toEqual({ result: 3 })
    expect(plain('power', { base: -8, exponent: 0.5 })).toEqual({
      error: 'The result is not a number that can be written down',
    })
  })
})

describe('errors', () => {
  it.each([
    ['add', { a: 1, b: 'x' }, 'Both inputs must be numbers'],
    ['subtract', { a: 'x', b: 'x' }, 'Both inputs must be numbers'],
    ['multiply', { a: 'x', b: 2 }, 'Both inputs must be numbers'],
    ['divide', { a: 'x', b: 2 }, 'Both inputs must be numbers'],
    ['divide', { a: 1, b: 0 }, 'Cannot divide by zero'],
    ['percentage', { part: 1, whole: 0 }, 'Whole value cannot be zero'],
    ['percentage', { part: 'x', whole: 1 }, 'Both inputs must be numbers'],
    ['power', { base: 'x', exponent: 2 }, 'Both inputs must be numbers'],
    ['absolute_value', { number: 'x' }, 'Input must be a number'],
    ['mean', { numbers: [] }, 'Cannot calculate mean of an empty list'],
    ['mean', { numbers: ['x'] }, 'All elements in the list must be numbers'],
    ['standard_deviation', { numbers: [] }, 'Cannot calculate standard deviation of an empty list'],
    ['min_value', { numbers: [] }, 'Cannot find minimum of an empty list'],
    ['min_value', { numbers: [1, 'x'] }, 'All elements in the list must be numbers'],
    ['max_value', { numbers: [] }, 'Cannot find maximum of an empty list'],
    ['sum_values', { numbers: [] }, 'Cannot calculate sum of an empty list'],
    ['sum_values', { numbers: 5 }, 'All elements in the list must be numbers'],
    ['square_root', { number: -1, precision: 3 }, 'Cannot calculate square root of a negative number'],
    [
      'square_root',
      { number: '4', precision: 3 },
      'Input must be a number or computation resulted in an invalid operation',
    ],
    ['logarithm', { value: 5, base: 1, precision: 3 }, ''],
    ['logarithm', { value: 'x', base: 2, precision: 3 }, "cannot create mpf from 'x'"],
    [
      'round_number',
      { number: 2.5, decimal_places: 0.5 },
      'First input must be a number, second input must be an integer',
    ],
    ['si_unit_conversion', { value: 'x', unit_in: 'm', unit_out: 'cm' }, 'Value must be a number'],
    [
      'si_unit_conversion',
      { value: 1, unit_in: 'mile', unit_out: 'cm' },
      "Conversion from 'mile' to 'cm' is not supported",
    ],
    [
      'imperial_si_conversion',
      { value: 1, unit_in: 'cm', unit_out: 'lb' },
      "Conversion from 'cm' to 'lb' is not supported",
    ],
  ] as const)('%s %j', (tool, args, error) => {
    expect(call(tool, args as unknown as JsonObject)).toEqual({ error })
  })

  it('an int too large for a length is refused, other overflows raise', () => {
    const huge = { $int: `1${'0'.repeat(310)}` }
    expect(call('si_unit_conversion', { value: huge, unit_in: 'm', unit_out: 'km' })).toEqual({
      error: 'Conversion resulted in a value too large to represent',
    })
    expect(call('add', { a: huge, b: 0.5 })).toBe('Error during execution: int too large to convert to float')
    expect(call('power', { base: 10.5, exponent: 400 })).toBe(
      "Error during execution: (34, 'Numerical result out of range')",
    )
    expect(call('power', { base: 0, exponent: -1 })).toBe(
      'Error during execution: 0.0 cannot be raised to a negative power',
    )
    expect(call('power', { base: 10, exponent: 5000 })).toContain('Exceeds the limit (4300 digits)')
    expect(call('square_root', { number: 4, precision: 0 })).toBe(
      'Error during execution: valid range for prec is [1, MAX_PREC]',
    )
    expect(call('standard_deviation', { numbers: [1e200, -1e200] })).toBe(
      "Error during execution: (34, 'Numerical result out of range')",
    )
  })
})

describe('scenarios', () => {
  const drawn = Array.from({ length: 200 }, (_, seed) => createScenario([math], createRng(seed)))

  it('are valid and all different', () => {
    for (const { world, situations } of drawn) {
      math.definition.state.parse(world.stateOf('math'))
      const openers = situations['math'] ?? []
      expect(openers.length).toBeGreaterThanOrEqual(3)
      for (const situation of openers) expect(situation).not.toMatch(/[\d"]/)
    }
    expect(new Set(drawn.map(({ world }) => JSON.stringify(world.stateOf('math')))).size).toBe(200)
  })

  it('every candidate succeeds with a result as described', () => {
    const failures: string[] = []
    const offered = new Map<string, number>()
    for (const [seed, { world, userKnows }] of drawn.entries()) {
      for (const { name } of math.specs) {
        const tool = math.tool(name)
        const candidates = tool?.candidates?.({
          state: world.stateOf('math'),
          known: userKnows,
          random: createRng(`${seed}`),
          clock: CLOCK,
        })
        offered.set(name, (offered.get(name) ?? 0) + (candidates?.length ?? 0))
        for (const args of candidates ?? []) {
          const { error, value } = world.fork().call({ id: '1', name, arguments: args })
          const fine = !error && tool?.returns?.safeParse(value).success
          if (!fine) failures.push(`${name} ${JSON.stringify(args)} ${JSON.stringify(value)}`)
        }
      }
    }
    expect(failures).toEqual([])
    expect(math.specs.filter(({ name }) => !offered.get(name))).toEqual([])
  })
})
