import type { Figures } from '../../figures/figures.js'
import type { LengthFigure } from '../../figures/lengths.js'
import { grouped } from '../../numbers.js'
import { html, type Markup } from '../markup.js'
import { card } from './card.js'
import { histogram } from './histogram.js'

/** How long what is said is. */
export function lengthSection({ lengths }: Figures): Markup {
  const length = (title: string, figure: LengthFigure): Markup =>
    card(title, [
      histogram(figure.words, 'words'),
      html`<p class="under">
        Characters: median ${grouped(figure.characters.median)}, longest
        ${grouped(figure.characters.max)}.${figure.tokens ? ` Tokens: median ${grouped(figure.tokens.median)}, longest ${grouped(figure.tokens.max)}.` : ''}
      </p>`,
    ])
  return html`<h2>Lengths</h2>
    <div class="grid">
      ${length('User messages', lengths.userMessages)}${length('Chains of thought', lengths.reasoning)}${length('Final answers', lengths.answers)}${length('Whole rows', lengths.rows)}
    </div>`
}
