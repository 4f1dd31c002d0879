import type { Figures } from '../../figures/figures.js'
import { grouped, percent, plural } from '../../numbers.js'
import { share } from '../../tally.js'
import { type Bar, bars } from '../charts/bars.js'
import { html, type Markup } from '../markup.js'
import { card } from './card.js'

/** How varied what is said is. */
export function wordingSection({ wording, reasoning }: Figures): Markup {
  const distinct = ([1, 2, 3, 4] as const).map((n): Bar => ({
    label: `${n}-grams`,
    value: wording.distinct[n],
    shown: wording.distinct[n].toFixed(2),
  }))
  const grams = wording.commonestGrams.slice(0, 12).map(
    ({ name, count }) =>
      html`<tr>
        <td class="number">${count}</td>
        <td class="data">${name}</td>
      </tr>`,
  )
  const sentences = reasoning.top.map(
    ({ sentence, count }) =>
      html`<tr>
        <td class="number">${percent(share(count, reasoning.sentences))}</td>
        <td class="data">${sentence}</td>
      </tr>`,
  )
  return html`<h2>Wording, values masked</h2>
    <div class="grid">
      ${card('Distinct runs of words in user messages', [bars(distinct, { full: 1 }), html`<p class="under">Of ${grouped(wording.sampleWords)} words drawn from ${plural(wording.messages, 'message')}; please or kindly in ${percent(wording.polite)}.</p>`])}
      ${card(
        'Commonest 4-grams of that sample',
        html`<table>
          ${grams}
        </table>`,
      )}
      ${card(
        'Commonest sentences of chains of thought',
        [
          html`<table>
            ${sentences}
          </table>`,
          html`<p class="under">
            ${percent(reasoning.topShare)} of ${grouped(reasoning.sentences)} sentences; ${grouped(reasoning.distinct)}
            differ. ${percent(share(reasoning.reasonedSteps, reasoning.callingSteps))} of the steps that call something
            think before.
          </p>`,
        ],
        true,
      )}
    </div>`
}
