import type { OverlapFigure } from '../../decontaminate/overlap.js'
import { grouped, plural } from '../../numbers.js'
import type { Ranked } from '../../tally.js'
import { html, type Markup } from '../markup.js'
import { card } from './card.js'

/** What rows share with a benchmark. */
export function overlapSection({ benchmark, rows, queries, plans, schemas, values, absent }: OverlapFigure): Markup {
  return html`<h2>Overlap with ${benchmark}</h2>
    ${absent.length > 0 ? html`<p class="soft">Not compared, since the folder lacks it: ${absent.join('; ')}.</p>` : ''}
    <div class="grid">
      ${card('Queries', [
        html`<table>
          <tr>
            <td>user messages that share 13 words in a row</td>
            <td class="number">
              ${grouped(queries.shared13.messages)} of ${grouped(queries.messages)}, in
              ${plural(queries.shared13.rows, 'row')}
            </td>
          </tr>
          <tr>
            <td>user messages that share 8 words in a row</td>
            <td class="number">
              ${grouped(queries.shared8.messages)} of ${grouped(queries.messages)}, in
              ${plural(queries.shared8.rows, 'row')}
            </td>
          </tr>
        </table>`,
        listing('shared runs of 8 words', queries.grams8),
        html`<p class="under">Compared with ${plural(queries.questions, 'different question')}.</p>`,
      ])}
      ${card('Plans', [
        html`<p>
          ${grouped(plans.shared)} of ${plural(plans.turns, 'multi-call turn')} call the tools of a published answer in
          its order.
        </p>`,
        listing('shared sequences', plans.commonest),
        html`<p class="under">
          An upper bound: published answers do not tell where values come from, so plan signatures cannot be compared.
        </p>`,
      ])}
      ${card('Schemas', html`<p>${grouped(schemas.sameName)} of ${plural(schemas.offered, 'tool')} on offer have the name of a benchmark tool, ${grouped(schemas.sameParameters)} its parameters too; ${grouped(schemas.rows)} of ${plural(rows, 'row')} offer one.</p>`)}
      ${card('Values', [
        html`<p>
          ${grouped(values.shared)} of ${grouped(values.known)} telling values of the benchmark occur, in
          ${plural(values.rows, 'row')}.
        </p>`,
        listing('shared values, by rows', values.commonest),
      ])}
    </div>`
}

function listing(title: string, items: readonly Ranked[]): Markup {
  if (items.length === 0) return html``
  return html`<details>
    <summary>${title}</summary>
    <table>
      ${items.map(
        ({ name, count }) =>
          html`<tr>
            <td class="number">${grouped(count)}</td>
            <td class="mono data">${name}</td>
          </tr>`,
      )}
    </table>
  </details>`
}
