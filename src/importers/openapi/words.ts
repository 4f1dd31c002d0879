import pluralize from 'pluralize'

/** The words of a name as programmers write it: `pricePerDay`, `price_per_day` and `price-per-day` are three words. */
export function wordsOf(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replaceAll(/[_\-.\s]+/g, ' ')
    .trim()
    .toLowerCase()
}

/** What one and several things of a kind are called. */
export type Noun = readonly [one: string, many: string]

/** The noun of a path's segment: `/bikes` and `/bike` are about a bike. */
export function nounOf(segment: string): Noun {
  const words =
    wordsOf(segment)
      .replaceAll(/[^a-z\d ]+/g, ' ')
      .trim() || 'thing'
  return [pluralize.singular(words), pluralize.plural(words)]
}

/** The name of one item of a list: `tags` holds a tag. */
export function singular(name: string): string {
  return pluralize.singular(name)
}

export function isPlural(segment: string): boolean {
  return pluralize.isPlural(wordsOf(segment))
}

/** With the article that goes before it: "a bike", "an order". */
export function withArticle(words: string): string {
  return /^(?:[aeio]|u(?!ni|s[ae]|ti))/.test(words) ? `an ${words}` : `a ${words}`
}

export function upperFirst(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** "a", "a and b", "a, b and c". */
export function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}

/** A name for a tool or an environment: lower-case words with `separator` between them. */
export function identifier(text: string, separator: '-' | '_'): string {
  return wordsOf(text)
    .replaceAll(/[^a-z\d ]+/g, ' ')
    .trim()
    .replaceAll(/ +/g, separator)
    .slice(0, 48)
}
