import type { FamiliesFigure } from '../../figures/families.js'
import type { Figures } from '../../figures/figures.js'
import { percent, plural } from '../../numbers.js'
import { share } from '../../tally.js'
import { type Bar, bars } from '../charts/bars.js'
import { type Column, columns } from '../charts/columns.js'
import { heat, type HeatRow } from '../charts/heat.js'
import type { Markup } from '../markup.js'
import { card, note, section } from './card.js'
import { rounded } from './histogram.js'

/** What turns train, and which weak solvers they defeat. */
export function familySection({ families, shape }: Figures): Markup {
  const solvers = families.buckets.map((_, i) => String(i))
  const byRows = families.families.map(({ name, rows, turns }): Bar => {
    const part = share(rows, shape.rows)
    return { label: name, value: part, shown: `${percent(part)} (${plural(turns, 'turn')})` }
  })
  return section('Families and difficulty', [
    card('Rows by family', bars(byRows, { limit: 0.05 })),
    card(
      'Weak solvers that fail a turn',
      columns(difficultyOf(families)),
      note('Of the eight solvers of the ladder: 0 means that anyone solves the turn.'),
    ),
    card('Turns that each weak solver fails', bars(failedBy(families))),
    card(
      'Difficulty by family',
      heat(byFamily(families), { columns: solvers }),
      note('Columns: weak solvers that fail; stronger: more turns.'),
    ),
  ])
}

function difficultyOf({ buckets, measuredTurns }: FamiliesFigure): Column[] {
  return buckets.map((value, i) => ({
    label: String(i),
    value,
    title: defeat(value, i),
    shown: rounded(share(value, measuredTurns)),
  }))
}

function failedBy({ failedBy: failed, measuredTurns }: FamiliesFigure): Bar[] {
  return Object.entries(failed).map(([label, n]) => ({
    label,
    value: share(n, measuredTurns),
    shown: percent(share(n, measuredTurns)),
  }))
}

function byFamily({ families }: FamiliesFigure): HeatRow[] {
  const present = families.filter(({ turns }) => turns > 0)
  return present.map(({ name, buckets }) => ({
    label: name,
    cells: buckets.map((value, i) => ({ title: `${name}: ${defeat(value, i)}`, value })),
  }))
}

function defeat(turns: number, solvers: number): string {
  return `${plural(turns, 'turn')} defeat ${solvers} of 8`
}
