import { float } from '../../core/number.js'
import { between, chance, pick, pickWeighted, type Rng, sampleOf } from '../../core/random.js'
import { COMPANY_STEMS, SECTORS } from './pools.js'
import type { Market, Stock } from './state.js'

/** A listed company with today's figures. */
export interface Company {
  readonly name: string
  readonly symbol: string
  readonly sector: string
  readonly stock: Stock
}

/** Made-up companies with different names, symbols and prices, spread over some sectors. */
export function companiesOf(random: Rng, count: number): Company[] {
  const sectors = sampleOf(random.fork('sectors'), Object.keys(SECTORS), 4)
  const taken = new Set<string>()
  const prices = new Set<number>()
  return Array.from({ length: count }, (_, i) => {
    const draw = random.fork(`company${i}`)
    const sector = sectors[i] ?? pick(draw, sectors)
    const { name, symbol } = namedIn(draw, sector, taken)
    let cents = centsOf(draw)
    while (prices.has(cents)) cents += 2
    prices.add(cents)
    return { name, symbol, sector, stock: stockAt(draw, cents) }
  })
}

/** The names and sectors of these companies. */
export function marketOf(companies: readonly Company[]): Market {
  const sectors = [...new Set(companies.map(({ sector }) => sector))]
  return {
    companies: companies.map(({ name, symbol }) => ({ name, symbol })),
    sectors: sectors.map((sector) => ({
      sector,
      symbols: companies.filter((company) => company.sector === sector).map(({ symbol }) => symbol),
    })),
  }
}

function namedIn(random: Rng, sector: string, taken: Set<string>): { name: string; symbol: string } {
  for (;;) {
    const [stem, ending] = [pick(random, COMPANY_STEMS), pick(random, SECTORS[sector] ?? ['Group'])]
    const name = `${stem} ${ending}`
    const symbol = symbolsFor(random, stem, ending).find((candidate) => !taken.has(candidate))
    if (taken.has(name) || symbol === undefined) continue
    taken.add(name).add(symbol)
    return { name, symbol }
  }
}

/** Four letters that would be read as something else in a sentence, or that no exchange would take. */
const MISREAD = new Set('ALSO ARSE DUNG FAIL HELL HELP HERE NONE SAME SOLD WITH ZERO'.split(' '))

/** Ticker symbols a company of that name could have, likelier ones first. */
function symbolsFor(random: Rng, stem: string, ending: string): string[] {
  const bones = stem[0] + stem.slice(1).replaceAll(/[aeiouy]/g, '')
  const usual = [
    stem.slice(0, 4),
    bones.slice(0, 4),
    stem.slice(0, 3) + ending[0],
    bones.slice(0, 3) + ending[0],
    stem.slice(0, 2) + ending.slice(0, 2),
  ]
  const letter = (): string => 'BCDFGHKLMNPRSTVXZ'[random.next(17)] ?? 'X'
  const first = random.next(usual.length)
  const ordered = [
    ...usual.slice(first),
    ...usual.slice(0, first),
    `${stem.slice(0, 2)}${letter()}${letter()}`,
    `${stem.slice(0, 3)}${letter()}${letter()}`,
  ]
  return ordered.map((symbol) => symbol.toUpperCase()).filter((symbol) => symbol.length >= 3 && !MISREAD.has(symbol))
}

/** Never a whole number of dollars. */
function centsOf(random: Rng): number {
  const [low, high] = pickWeighted<[number, number]>(
    random,
    [
      [6, 40],
      [40, 180],
      [180, 620],
    ],
    ([from]) => (from === 40 ? 2 : 1),
  )
  return between(random, low, high) * 100 + 1 + 2 * random.next(49)
}

function stockAt(random: Rng, cents: number): Stock {
  const change = between(random, 3, 560) * (chance(random, 1, 2) ? 1 : -1)
  const near = (): number => Math.round((cents * between(random, 965, 1035)) / 1000) / 100
  return {
    price: cents / 100,
    percent_change: float(change / 100),
    volume: float(between(random, 120, 9_800) / 1000),
    'MA(5)': float(near()),
    'MA(20)': float(near()),
  }
}
