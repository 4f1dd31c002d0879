import { pick, type Rng } from '../../core/random.js'

const PLAIN = new Set(['a', 'an', 'the', 'of', 'for', 'to', 'on', 'in', 'at', 'by', 'and', 'or', 'it', 'is', 'was', 'we', 'our', 'i', 'my', 'with', 'from', 'how', 'so', 'as', 'this', 'that'])

/**
 * A few words of the i-th text by which a person can point at it: two to four in a row, none of the texts else holds them
 * in any case, and they neither begin nor end with a word that says nothing.
 */
export function describing(texts: readonly string[], index: number, random: Rng): string | undefined {
  const others = texts.filter((_, i) => i !== index).map((text) => text.toLowerCase())
  const found = [...windowsOf(texts[index] ?? '')].filter((words) => others.every((other) => !other.includes(words.toLowerCase())))
  return found.length > 0 ? pick(random, found) : undefined
}

function* windowsOf(text: string): Generator<string> {
  for (const clause of text.split(/[^\w\s'-]+/)) {
    const words = clause.trim().split(/\s+/)
    for (let length = 2; length <= 4; length++) {
      for (let start = 0; start + length <= words.length; start++) {
        const window = words.slice(start, start + length)
        if (!isPlain(window[0]) && !isPlain(window.at(-1))) yield window.join(' ')
      }
    }
  }
}

function isPlain(word: string | undefined): boolean {
  return word === undefined || word.length < 3 || PLAIN.has(word.toLowerCase())
}
