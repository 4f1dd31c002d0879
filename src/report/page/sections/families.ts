import type { Figures } from '../../figures/figures.js'
import { percent, plural } from '../../numbers.js'
import { share } from '../../tally.js'
import { type Bar, bars } from '../charts/bars.js'
import { columns } from '../charts/columns.js'
import { heat, type HeatCell } from '../charts/heat.js'
import { html, type Markup } from '../markup.js'
import { card } from './card.js'
import { rounded } from './histogram.js'

/** What turns train, and which weak solvers they defeat. */
export function familySection({ families, shape }: Figures): Markup {
  const present = families.families.filter(({ turns }) => turns > 0)
  const shares = families.families.map(({ name, rows, turns }): Bar => ({
    label: name,
    value: share(rows, shape.rows),
    shown: `${percent(share(rows, shape.rows))} (${plural(turns, 'turn')})`,
  }))
  const failed = Object.entries(families.failedBy).map(([label, n]): Bar => ({
    label,
    value: share(n, families.measuredTurns),
    shown: percent(share(n, families.measuredTurns)),
  }))
  const difficulty = families.buckets.map((value, i) => ({
    label: String(i),
    value,
    title: `${plural(value, 'turn')} defeat ${i} of 8`,
    shown: rounded(share(value, families.measuredTurns)),
  }))
  const rows = present.map(({ name, buckets }) => ({
    label: name,
    cells: buckets.map((value, i): HeatCell => ({
      title: `${name}: ${plural(value, 'turn')} defeat ${i} of 8`,
      value,
    })),
  }))
  return html`<h2>Families and difficulty</h2>
    <div class="grid">
      ${card('Rows by family', bars(shares, { limit: 0.05 }))}
      ${card('Weak solvers that fail a turn', [columns(difficulty, { under: 'Of the eight solvers of the ladder: 0 means that anyone solves the turn.' })])}
      ${card('Turns that each weak solver fails', bars(failed))}
      ${card('Difficulty by family', [heat(rows, { columns: families.buckets.map((_, i) => String(i)) }), html`<p class="under">Columns: weak solvers that fail; stronger: more turns.</p>`])}
    </div>`
}
