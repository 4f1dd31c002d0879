import type { NearDuplicatesFigure } from '../../duplicates/near-duplicates.js'
import type { Figures } from '../../figures/figures.js'
import { grouped, percent, plural } from '../../numbers.js'
import { share } from '../../tally.js'
import { type Bar, bars } from '../charts/bars.js'
import { html, type Markup } from '../markup.js'
import { card } from './card.js'

/** What failed on the way, and what is said twice. */
export function attemptSection({ attempts, nearDuplicates }: Figures): Markup {
  const kinds = attempts.kinds.map(({ name, count }): Bar => ({ label: name, value: count, shown: grouped(count) }))
  return html`<h2>Attempts and duplicates</h2>
    <div class="grid">
      ${card('Failed attempts by what was wrong', [bars(kinds), html`<p class="under">${percent(share(attempts.firstTry, attempts.turns))} of the turns were solved at the first try; ${plural(attempts.failed, 'failed attempt')} in all.</p>`])}
      ${card('Near-duplicates', duplicatesOf(nearDuplicates))}
    </div>`
}

function duplicatesOf({ dropped, threshold, rows }: NearDuplicatesFigure): Markup {
  const listed = dropped.slice(0, 100).map(
    ({ id, like, likeness }) =>
      html`<tr>
        <td class="mono data">${id}</td>
        <td class="mono data">${like}</td>
        <td class="number">${likeness.toFixed(2)}</td>
      </tr>`,
  )
  return html`<p>
      ${dropped.length === 0 ? 'No row' : plural(dropped.length, 'row')} of ${grouped(rows)} would be dropped for saying
      nearly what an earlier one says (likeness of at least ${threshold} over 5-word shingles).
    </p>
    ${
      dropped.length === 0
        ? ''
        : html`<details>
            <summary>which</summary>
            <table>
              <tr>
                <th>row</th>
                <th>like</th>
                <th class="number">likeness</th>
              </tr>
              ${listed}
            </table>
          </details>`
    }`
}
