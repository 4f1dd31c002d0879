import type { JsonObject } from '../../core/json.js'
import { between, pick, type Rng, sampleOf } from '../../core/random.js'
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

/** Each run of figures whole, and its first half where that still makes a run. */
export function runs(context: Context): JsonObject[] {
  return seriesOf(context).flatMap(({ numbers }) =>
    numbers.length > 5 ? [{ numbers }, { numbers: numbers.slice(0, 4) }] : [{ numbers }],
  )
}

export function totals(context: Context): JsonObject[] {
  return neat(runs(context), ({ numbers }) => (numbers as number[]).reduce((sum, number) => sum + number, 0))
}

/** Two figures of one run, the larger first, under the given names. */
export function pairs(context: Context, larger: string, smaller: string): JsonObject[] {
  return seriesOf(context).flatMap(({ numbers, about }) => {
    const [a = 0, b = 0] = sampleOf(context.random.fork(about), [...new Set(numbers)], 2).toSorted((x, y) => y - x)
    return a > b ? [{ [larger]: a, [smaller]: b }] : []
  })
}

/** A figure and a small whole number: how often, or among how many. */
export function withCount(context: Context): JsonObject[] {
  return seriesOf(context).map(({ numbers, about }) => {
    const draw = context.random.fork(about)
    return { a: pick(draw, numbers), b: between(draw, 2, 24) }
  })
}

/** Figures below zero, as changes and losses are. */
export function losses(context: Context): JsonObject[] {
  return seriesOf(context).map(({ numbers, about }) => ({ number: -pick(context.random.fork(about), numbers) }))
}

/** Long decimals, to be rounded to a few places or to a whole number. */
export function longDecimals({ random }: Context): JsonObject[] {
  return several(random, 4, (draw, i): JsonObject => {
    const number = Number(`${between(draw, 2, 980)}.${between(draw, 1000, 99998)}${between(draw, 1, 9)}`)
    return i % 2 === 0 ? { number, decimal_places: between(draw, 2, 3) } : { number }
  })
}

const GROWTH = [1.02, 1.03, 1.04, 1.05, 1.06, 1.075, 1.08, 1.1, 1.12, 1.25, 1.5, 2.5]

/** Growth over some years, and small whole powers. */
export function powers({ random }: Context): JsonObject[] {
  return several(random, 4, (draw, i) =>
    i % 2 === 0
      ? { base: pick(draw, GROWTH), exponent: between(draw, 2, 30) }
      : { base: between(draw, 2, 25), exponent: between(draw, 2, 8) },
  )
}

export function roots({ random }: Context): JsonObject[] {
  return several(random, 3, (draw, i) => ({
    number: i === 0 ? figure(draw, { low: 3, high: 480, decimals: 2 }) : between(draw, 2, 9800),
    precision: between(draw, 4, 12),
  }))
}

export function logarithms({ random }: Context): JsonObject[] {
  return several(random, 3, (draw) => ({
    value: between(draw, 12, 98000),
    base: pick(draw, [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16]),
    precision: between(draw, 4, 12),
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

export const lengths = ({ random }: Context): JsonObject[] =>
  neat(conversions(random, LENGTHS), ({ value, unit_in, unit_out }) =>
    toNumber(convertLength(value as number, String(unit_in), String(unit_out)) ?? NaN),
  )
export const imperial = ({ random }: Context): JsonObject[] => conversions(random, IMPERIAL)

function conversions(random: Rng, table: readonly Conversion[]): JsonObject[] {
  return sampleOf(random.fork('pairs'), table, 4).map(([unit_in, unit_out, low, high, decimals]) => ({
    value: figure(random.fork(`${unit_in}-${unit_out}`), { low, high, decimals }),
    unit_in,
    unit_out,
  }))
}

function several(random: Rng, count: number, make: (draw: Rng, index: number) => JsonObject): JsonObject[] {
  return Array.from({ length: count }, (_, i) => make(random.fork(`candidate${i}`), i))
}
