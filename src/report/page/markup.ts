/** HTML that is safe to put into a page as it is. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type Part = string | number | Markup | readonly Part[]

/** A piece of a page. Every value put into it is escaped, unless it is a piece itself: no data becomes markup. */
export function markup(strings: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return new Markup(strings.map((string, i) => string + (i < values.length ? textOf(values[i] ?? '') : '')).join(''))
}

function textOf(part: Part): string {
  if (part instanceof Markup) return part.text
  return typeof part === 'object' ? part.map(textOf).join('') : escaped(String(part))
}

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML text or attribute value; control characters become visible, those that turn the direction too. */
function escaped(text: string): string {
  return text
    .replaceAll(
      /\p{Surrogate}|[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
      '\uFFFD',
    )
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
