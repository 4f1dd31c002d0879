/** Control, direction-changing and unpaired characters: they would break a file or disguise what a label says. */
const UNPRINTABLE = /[\p{Cc}\p{Surrogate}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/gu

/** A label on one line, without characters that do not print. */
export function printable(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(UNPRINTABLE, '\ufffd')
}

/** Text for HTML and SVG, between tags and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** A tool's name as it stands in the page's address after `#tool=`. */
export function addressName(name: string): string {
  return name.replace(/\p{Surrogate}/gu, '\ufffd')
}

/** JSON text that can stand in a script element: nothing in it ends the element or opens another. */
export function scriptJson(value: unknown): string {
  const codes = (text: string): string =>
    Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')
  return JSON.stringify(value).replace(/[<>&]/g, codes).replace(UNPRINTABLE, codes)
}

/** A quoted string of the DOT language: a backslash is a backslash, `\n` in `lines` breaks the line. */
export function dotString(...lines: readonly string[]): string {
  const escaped = lines.map((line) => printable(line).replaceAll('\\', '\\\\').replaceAll('"', '\\"'))
  return `"${escaped.join('\\n')}"`
}

/** A quoted label of Mermaid, which knows entities written with `#` and reads Markdown otherwise. */
export function mermaidLabel(...lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    printable(line).replace(/[^\p{L}\p{N} .,:_/=-]/gu, (character) => `#${character.codePointAt(0)};`),
  )
  return `"${escaped.join('<br/>')}"`
}
