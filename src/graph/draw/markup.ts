import { escapeMarkup } from './escape.js'

/** An SVG element; attributes are escaped here, content is markup already. */
export function element(
  name: string,
  attributes: { readonly [attribute: string]: string | number },
  ...content: readonly string[]
): string {
  const listed = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(String(value))}"`)
  return content.length === 0
    ? `<${name}${listed.join('')}/>`
    : `<${name}${listed.join('')}>${content.join('')}</${name}>`
}
