import type { Figures } from '../../figures/figures.js'
import { grouped, percent, plural } from '../../numbers.js'
import { type Ranked, share } from '../../tally.js'
import { type Bar, bars } from '../charts/bars.js'
import { columns } from '../charts/columns.js'
import { html, type Markup } from '../markup.js'
import { card } from './card.js'

/** What the user leaves to be found, where values come from, and which plans that makes. */
export function planSection({ hidden, provenance, reuse, signatures }: Figures): Markup {
  const part = (items: readonly Ranked[], total: number): Bar[] =>
    items.map(({ name, count }) => ({ label: name, value: share(count, total), shown: percent(share(count, total)) }))
  const uses = Object.entries(reuse.bindings).map(([name, n]): Bar => ({
    label: name === 'use' ? 'uses the result' : name.replaceAll('-', ' '),
    value: n,
    shown: grouped(n),
  }))
  const ranks = signatures.top.map(({ tools, count }, i) => ({
    label: String(i + 1),
    value: share(count, signatures.turns),
    title: `${plural(count, 'turn')}: ${tools}`,
  }))
  const commonest = signatures.top.slice(0, 8).map(
    ({ tools, count }) =>
      html`<tr>
        <td class="number">${percent(share(count, signatures.turns))}</td>
        <td class="mono data">${tools}</td>
      </tr>`,
  )
  return html`<h2>Plans</h2>
    <div class="grid">
      ${card('Hidden steps by tool', [bars(part(hidden.tools.slice(0, 15), hidden.total), { limit: 0.2 }), html`<p class="under">${plural(hidden.total, 'hidden step')} of ${plural(hidden.tools.length, 'tool')}; the line is the bar of 20 %.</p>`])}
      ${card('Where argument values come from', [bars(part(provenance.classes, provenance.leaves)), html`<p class="under">${grouped(provenance.leaves)} argument leaves in the traces.</p>`])}
      ${card("Arguments bound to an earlier turn's result", [bars(uses), html`<p class="under">${plural(reuse.using, 'turn')} of ${grouped(reuse.laterTurns)} after the first use one; restated, said before, obtained again, tokens and the working directory do not count.</p>`])}
      ${card('Shares of the commonest plan signatures', [
        columns(ranks, { limit: { value: 0.02, label: '2 %' } }),
        html`<p class="under">
          ${grouped(signatures.distinct)} signatures in ${grouped(signatures.turns)} linked multi-call turns.
        </p>`,
        html`<details>
          <summary>the eight commonest</summary>
          <table>
            ${commonest}
          </table>
        </details>`,
      ])}
    </div>`
}
