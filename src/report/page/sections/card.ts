import { html, type Markup, type Part } from '../markup.js'

/** A titled box. */
export function card(title: string, body: Part, wide = false): Markup {
  return html`<section class="card${wide ? ' wide' : ''}">
    <h3>${title}</h3>
    ${body}
  </section>`
}
