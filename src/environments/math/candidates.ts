import type { JsonObject } from '../../core/json.js'
import { between, chance, pick, type Rng, sampleOf } from '../../core/random.js'
import type { CandidateContext } from '../../environment/index.js'
import { toNumber } from '../../core/number.js'
import { drawSeries, figure } from './scenario.js'
import type { Series, State } from './state.js'
import { convertLength } from './units.js'

type Context = CandidateContext<State>

/** The user's figures; some made up where a state brings none. */
function seriesOf({ state, random }: Context): readonly Series[] {
  return state.series.length > 0 ? state.series : drawSeries(random.fork('series'), 3)
}

/**
 * Those that come out as a number people would write down, where there are any: doubles make 10.239999999999998 of
 * 15.53 - 5.29.
 */
export function neat(candidates: JsonObject[], resultOf: (args: JsonObject) => number): JsonObject[] {
  const found = candidates.filter((args) => /^-?\d+(\.\d{1,6})?$/.test(String(resultOf(args))))
  return found.length > 0 ? found : candidates
}

/** Each run of figures whole. */
export function runs(context: Context): JsonObject[] {
  return seriesOf(context).map(({ numbers }) => ({ numbers }))
}

/** Runs that are too long to see their ends at a glance. */
export function longRuns(context: Context): JsonObject[] {
  return seriesOf(context).flatMap(({ numbers }) => (numbers.length > 6 ? [{ numbers }] : []))
}

export function totals(context: Context): JsonObject[] {
  return neat(runs(context), ({ numbers }) => (numbers as number[]).reduce((sum, number) => sum + number, 0))
}

/** Two figures of one run, the larger first, under the given names. */
export function pairs(context: Context, larger: string, smaller: string): JsonObject[] {
  return seriesOf(context).flatMap(({ numbers }, i) => {
    const [a = 0, b = 0] = sampleOf(context.random.fork(`series${i}`), [...new Set(numbers)], 2).toSorted(
      (x, y) => y - x,
    )
    return a > b ? [{ [larger]: a, [smaller]: b }] : []
  })
}

/** A figure and a small whole number: how often, or among how many. */
export function withCount(context: Context): JsonObject[] {
  return seriesOf(context).map(({ numbers }, i) => {
    const draw = context.random.fork(`series${i}`)
    return { a: pick(draw, numbers), b: between(draw, 2, 12) }
  })
}

/** Does what few people ask for come up now? Always where it is insisted on. */
function comesUp({ random, insists }: Context, times: number, of: number): boolean {
  return insists === true || chance(random.fork('seldom'), times, of)
}

/** Figures below zero, as changes and losses are; few people ask for their size. */
export function losses(context: Context): JsonObject[] {
  if (!comesUp(context, 3, 4)) return []
  return seriesOf(context).map(({ numbers }, i) => ({ number: -pick(context.random.fork(`series${i}`), numbers) }))
}

/** Long decimals about the size of the user's figures, to be rounded to a few places, seldom to a whole number. */
export function longDecimals(context: Context): JsonObject[] {
  return several(context.random, 4, (draw, i): JsonObject => {
    const whole = Math.floor(anyFigure(context, draw))
    const number = Number(`${whole}.${between(draw, 1000, 99998)}${between(draw, 1, 9)}`)
    return i > 0 ? { number, decimal_places: between(draw, 2, 3) } : { number }
  })
}

const GROWTH = [1.02, 1.03, 1.04, 1.05, 1.06, 1.075, 1.08, 1.1, 1.12, 1.25, 1.5, 2.5]

/** Growth over some years, and powers of two. */
export function powers({ random }: Context): JsonObject[] {
  return several(random, 4, (draw, i) =>
    i > 0 ? { base: pick(draw, GROWTH), exponent: between(draw, 3, 30) } : { base: 2, exponent: between(draw, 9, 40) },
  )
}

/** Roots that nobody knows by heart: of areas, say; few people take one. */
export function roots(context: Context): JsonObject[] {
  if (!comesUp(context, 1, 2)) return []
  return several(context.random, 3, (draw) => ({
    number: between(draw, 21, 960) * 10 + 5,
    precision: between(draw, 4, 8),
  }))
}

/** How often something doubles, or how many digits it has; few people ask for that. */
export function logarithms(context: Context): JsonObject[] {
  if (!comesUp(context, 1, 2)) return []
  return several(context.random, 3, (draw) => ({
    value: between(draw, 3, 90) * 100,
    base: pick(draw, [2, 10]),
    precision: between(draw, 4, 8),
  }))
}

type Conversion = readonly [from: string, to: string, low: number, high: number, decimals: 0 | 1 | 2]

const LENGTHS: readonly Conversion[] = [
  ['km', 'm', 1, 48, 2],
  ['m', 'km', 350, 24000, 0],
  ['m', 'cm', 1, 60, 2],
  ['cm', 'm', 35, 4200, 0],
  ['cm', 'mm', 1, 180, 1],
  ['mm', 'cm', 4, 1900, 0],
  ['m', 'mm', 1, 12, 2],
  ['mm', 'um', 1, 40, 1],
  ['um', 'mm', 15, 2500, 0],
  ['um', 'nm', 1, 90, 1],
]

const IMPERIAL: readonly Conversion[] = [
  ['cm', 'in', 12, 240, 1],
  ['in', 'cm', 3, 96, 1],
  ['m', 'ft', 2, 320, 1],
  ['ft', 'm', 4, 1400, 0],
  ['m', 'yd', 10, 800, 0],
  ['yd', 'm', 8, 650, 0],
  ['km', 'miles', 2, 1450, 1],
  ['miles', 'km', 3, 980, 1],
  ['kg', 'lb', 1, 140, 1],
  ['lb', 'kg', 2, 320, 0],
  ['celsius', 'fahrenheit', -12, 38, 0],
  ['fahrenheit', 'celsius', 14, 101, 0],
]

export const lengths = (context: Context): JsonObject[] =>
  neat(conversions(context, LENGTHS), ({ value, unit_in, unit_out }) =>
    toNumber(convertLength(value as number, String(unit_in), String(unit_out)) ?? NaN),
  )
export const imperial = (context: Context): JsonObject[] => conversions(context, IMPERIAL)

/** Units of figures that can be converted, by what people call them. */
const UNITS: { readonly [word: string]: string } = {
  kilometres: 'km',
  metres: 'm',
  centimetres: 'cm',
  millimetres: 'mm',
  kilograms: 'kg',
  degrees: 'celsius',
}

/** The user's own figures in another unit; where theirs have none, other lengths and weights, but seldom. */
function conversions(context: Context, table: readonly Conversion[]): JsonObject[] {
  const { random } = context
  const unit = UNITS[seriesOf(context)[0]?.unit ?? '']
  const own = table.filter(([from]) => from === unit)
  if (own.length > 0)
    return several(random, 4, (draw) => {
      const [unit_in, unit_out] = pick(draw, own)
      return { value: anyFigure(context, draw), unit_in, unit_out }
    })
  if (!comesUp(context, 2, 5)) return []
  return sampleOf(random.fork('pairs'), table, 4).map(([unit_in, unit_out, low, high, decimals]) => ({
    value: figure(random.fork(`${unit_in}-${unit_out}`), { low, high, decimals }),
    unit_in,
    unit_out,
  }))
}

function anyFigure(context: Context, draw: Rng): number {
  return pick(
    draw.fork('figure'),
    seriesOf(context).flatMap(({ numbers }) => numbers),
  )
}

function several(random: Rng, count: number, make: (draw: Rng, index: number) => JsonObject): JsonObject[] {
  return Array.from({ length: count }, (_, i) => make(random.fork(`candidate${i}`), i))
}
