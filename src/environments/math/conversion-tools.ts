import * as z from 'zod'
import { isArray, isObject, type Json } from '../../core/json.js'
import { ToolError } from '../../core/errors.js'
import type { Numeric } from '../../core/number.js'
import { defineTool, entity } from '../../environment/index.js'
import { imperial, lengths } from './candidates.js'
import { raised, refused } from './failure.js'
import { phrases } from './phrases.js'
import { numberIn, textOf } from './quantity.js'
import { resultOf } from './result.js'
import type { State } from './state.js'
import { convertImperial, convertLength } from './units.js'

const tool = defineTool<State>()
const figure = entity('figure', z.number())
const returns = z.object({ result: figure })

const length = entity('length-unit', z.enum(['km', 'm', 'cm', 'mm', 'um', 'nm']))
const unit = entity(
  'measure-unit',
  z.enum(['cm', 'in', 'm', 'ft', 'yd', 'km', 'miles', 'kg', 'lb', 'celsius', 'fahrenheit']),
)

function valueOf(value: Json): Numeric {
  const number = numberIn(value)
  if (number === undefined) throw refused('Value must be a number')
  return number
}

const unsupported = (from: Json, to: Json): ToolError =>
  refused(`Conversion from '${textOf(from)}' to '${textOf(to)}' is not supported`, 'not-supported')

/** Between units of length, weight and temperature (SEMANTICS section 6). */
export const conversionTools = {
  si_unit_conversion: tool({
    description: 'Convert a length between metric units.',
    effect: 'read',
    parameters: z.object({
      value: figure.describe('Length in the first unit.'),
      unit_in: length.describe('Unit it is in.'),
      unit_out: length.describe('Unit wanted.'),
    }),
    returns,
    phrases: phrases.si_unit_conversion,
    candidates: lengths,
    run({ state: { notation }, args: { value, unit_in, unit_out } }) {
      const number = valueOf(value)
      if (isArray(unit_in) || isObject(unit_in))
        throw raised(`unhashable type: '${isArray(unit_in) ? 'list' : 'dict'}'`)
      const converted = withoutOverflow(() => convertLength(number, textOf(unit_in), textOf(unit_out)))
      if (converted === undefined) throw unsupported(unit_in, unit_out)
      return resultOf(converted, notation)
    },
  }),
  imperial_si_conversion: tool({
    description:
      'Convert between a metric and an imperial unit: cm and in, m and ft, m and yd, km and miles, kg and lb, celsius and fahrenheit.',
    effect: 'read',
    parameters: z.object({
      value: figure.describe('Amount in the first unit.'),
      unit_in: unit.describe('Unit it is in.'),
      unit_out: unit.describe('Unit wanted.'),
    }),
    returns,
    phrases: phrases.imperial_si_conversion,
    candidates: imperial,
    run({ state: { notation }, args: { value, unit_in, unit_out } }) {
      const number = valueOf(value)
      if (textOf(unit_in) === textOf(unit_out)) return resultOf(value, notation)
      const converted = convertImperial(number, textOf(unit_in), textOf(unit_out))
      if (converted === undefined) throw unsupported(unit_in, unit_out)
      return resultOf(converted, notation)
    },
  }),
}

/** An int beyond the doubles is the tool's own error here, not an exception. */
function withoutOverflow<T>(convert: () => T): T {
  try {
    return convert()
  } catch (thrown) {
    if (thrown instanceof ToolError && thrown.code === 'out-of-range') {
      throw refused('Conversion resulted in a value too large to represent', 'out-of-range')
    }
    throw thrown
  }
}
