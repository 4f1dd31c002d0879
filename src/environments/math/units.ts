import { float, type Numeric } from '../../core/number.js'
import { minus, plus, times } from './arithmetic.js'

/** How many metres one of each unit is, and how many of each unit one metre is (SEMANTICS section 6). */
const METRES: { readonly [unit: string]: Numeric } = { km: 1000, m: 1, cm: 0.01, mm: 0.001, um: 1e-6, nm: 1e-9 }
const PER_METRE: { readonly [unit: string]: Numeric } = {
  km: 0.001,
  m: float(1),
  cm: float(100),
  mm: float(1000),
  um: float(1e6),
  nm: 999999999.9999999,
}

const FACTORS: { readonly [conversion: string]: number } = {
  cm_to_in: 0.393701,
  in_to_cm: 2.54,
  m_to_ft: 3.28084,
  ft_to_m: 0.3048,
  m_to_yd: 1.09361,
  yd_to_m: 0.9144,
  km_to_miles: 0.621371,
  miles_to_km: 1.60934,
  kg_to_lb: 2.20462,
  lb_to_kg: 0.453592,
}

/** Between metric lengths by way of metres; undefined for units that are not. */
export function convertLength(value: Numeric, from: string, to: string): Numeric | undefined {
  const [metres, perMetre] = [own(METRES, from), own(PER_METRE, to)]
  return metres === undefined || perMetre === undefined ? undefined : times(times(value, metres), perMetre)
}

/** Between a metric and an imperial unit of the same kind; undefined where the pair is not one. */
export function convertImperial(value: Numeric, from: string, to: string): Numeric | undefined {
  const conversion = `${from}_to_${to}`
  if (conversion === 'celsius_to_fahrenheit') return plus(times(value, 1.8), 32)
  if (conversion === 'fahrenheit_to_celsius') return times(minus(value, 32), 5 / 9)
  const factor = own(FACTORS, conversion)
  return factor === undefined ? undefined : times(value, factor)
}

function own<T>(table: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

/** What people call metric lengths, each word one unit's. */
export const LENGTH_WORDS = {
  km: ['kilometers', 'km'],
  m: ['meters'],
  cm: ['centimeters', 'cm'],
  mm: ['millimeters', 'mm'],
  um: ['micrometers', 'microns'],
  nm: ['nanometers'],
} as const

/** What people call units that have a counterpart on the other side of the ocean. */
export const MEASURE_WORDS = {
  km: LENGTH_WORDS.km,
  m: LENGTH_WORDS.m,
  cm: LENGTH_WORDS.cm,
  in: ['inches'],
  ft: ['feet'],
  yd: ['yards'],
  miles: ['miles'],
  kg: ['kilograms', 'kg'],
  lb: ['pounds', 'lbs'],
  celsius: ['degrees Celsius'],
  fahrenheit: ['degrees Fahrenheit'],
} as const
