import type { Figures } from '../../figures/figures.js'
import type { ReuseFigure } from '../../figures/reuse.js'
import type { SignatureFigure } from '../../figures/signatures.js'
import { grouped, percent, plural } from '../../numbers.js'
import { type Ranked, share } from '../../tally.js'
import { type Bar, bars } from '../charts/bars.js'
import { columns } from '../charts/columns.js'
import type { Markup } from '../markup.js'
import { card, folded, note, section, table } from './card.js'

/** What the user leaves to be found, where values come from, and which plans that makes. */
export function planSection({ hidden, provenance, reuse, signatures }: Figures): Markup {
  const steps = `${plural(hidden.total, 'hidden step')} of ${plural(hidden.tools.length, 'tool')}; the line is the bar of 20 %.`
  return section('Plans', [
    card('Hidden steps by tool', bars(shares(hidden.tools.slice(0, 15), hidden.total), { limit: 0.2 }), note(steps)),
    card(
      'Where argument values come from',
      bars(shares(provenance.classes, provenance.leaves)),
      note(`${grouped(provenance.leaves)} argument leaves in the traces.`),
    ),
    card("Arguments bound to an earlier turn's result", ...usesOf(reuse)),
    card('Shares of the commonest plan signatures', ...signatureShares(signatures)),
  ])
}

function shares(items: readonly Ranked[], total: number): Bar[] {
  return items.map(({ name, count }) => ({
    label: name,
    value: share(count, total),
    shown: percent(share(count, total)),
  }))
}

function usesOf({ bindings, using, laterTurns }: ReuseFigure): Markup[] {
  const items = Object.entries(bindings).map(([name, n]): Bar => ({
    label: name === 'use' ? 'uses the result' : name.replaceAll('-', ' '),
    value: n,
    shown: grouped(n),
  }))
  return [
    bars(items),
    note(
      `${plural(using, 'turn')} of ${grouped(laterTurns)} after the first use one. The other kinds of binding do not count.`,
    ),
  ]
}

function signatureShares({ top, turns, distinct }: SignatureFigure): Markup[] {
  const ranks = top.map(({ tools, count }, i) => ({
    label: String(i + 1),
    value: share(count, turns),
    title: `${plural(count, 'turn')}: ${tools}`,
  }))
  const commonest = top.slice(0, 12).map(({ tools, count }) => [percent(share(count, turns)), tools])
  return [
    columns(ranks, { limit: { value: 0.02, label: '2 %' } }),
    note(`${grouped(distinct)} signatures in ${grouped(turns)} linked multi-call turns.`),
    folded('the commonest', table(commonest)),
  ]
}
