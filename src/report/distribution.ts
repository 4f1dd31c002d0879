/** Whole numbers counted: what a histogram is drawn from. Bins are [from, to], both included. */
export interface DistributionFigure {
  readonly n: number
  readonly mean: number
  readonly median: number
  readonly p90: number
  readonly max: number
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[]
}

export interface Distribution {
  add(value: number): void
  figure(): DistributionFigure
}

const MOST_BINS = 24
const WIDTHS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000, 100_000]

/** Exact counts, so memory grows with the largest value and not with how many there are. */
export function createDistribution(): Distribution {
  const counts = new Map<number, number>()
  return {
    add(value) {
      counts.set(value, (counts.get(value) ?? 0) + 1)
    },
    figure: () => figureOf([...counts].toSorted(([a], [b]) => a - b)),
  }
}

function figureOf(counts: readonly (readonly [number, number])[]): DistributionFigure {
  const n = counts.reduce((sum, [, times]) => sum + times, 0)
  const total = counts.reduce((sum, [value, times]) => sum + value * times, 0)
  const quantile = (part: number): number => {
    let left = Math.ceil(n * part)
    return counts.find(([, times]) => (left -= times) <= 0)?.[0] ?? 0
  }
  return {
    n,
    mean: n === 0 ? 0 : Math.round((total / n) * 100) / 100,
    median: quantile(0.5),
    p90: quantile(0.9),
    max: counts.at(-1)?.[0] ?? 0,
    bins: binsOf(counts),
  }
}

function binsOf(counts: readonly (readonly [number, number])[]): { from: number; to: number; count: number }[] {
  const [first, last] = [counts[0]?.[0], counts.at(-1)?.[0]]
  if (first === undefined || last === undefined) return []
  const width = WIDTHS.find((w) => (last - first) / w < MOST_BINS) ?? last
  const bins: { from: number; to: number; count: number }[] = []
  for (let from = Math.floor(first / width) * width; from <= last; from += width) {
    bins.push({ from, to: from + width - 1, count: 0 })
  }
  for (const [value, times] of counts) {
    const bin = bins[Math.floor((value - (bins[0]?.from ?? 0)) / width)]
    if (bin) bin.count += times
  }
  return bins
}
