import type { DistributionFigure } from '../../distribution.js'
import { grouped, percent } from '../../numbers.js'
import { share } from '../../tally.js'
import { columns } from '../charts/columns.js'
import type { Markup } from '../markup.js'
import { note } from './card.js'

/** A distribution as columns, with its middle and its ends in words. */
export function histogram({ bins, n, mean, median, p90, max }: DistributionFigure, noun: string): Markup[] {
  const items = bins.map(({ from, to, count }) => {
    const range = from === to ? grouped(from) : `${grouped(from)}-${grouped(to)}`
    return {
      label: grouped(from),
      value: count,
      title: `${range} ${noun}: ${grouped(count)} (${percent(share(count, n))})`,
      shown: rounded(share(count, n)),
    }
  })
  const summary = `${noun}: mean ${mean}, median ${grouped(median)}, 90 % up to ${grouped(p90)}, most ${grouped(max)}`
  return [columns(items), note(summary)]
}

/** A share as a whole percentage, for small places. */
export function rounded(part: number): string {
  return part > 0 && part < 0.005 ? '<1 %' : `${Math.round(part * 100)} %`
}
