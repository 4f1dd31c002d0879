import type { Ask } from './lexicon.js'

/** Wordings by a word that every text holds which asks so. */
export interface AskIndex {
  /** Those whose rarest word the text holds, in the order they were given: no others can match. */
  readonly likely: (text: string) => readonly Ask[]
}

interface Entry {
  readonly ask: Ask
  readonly order: number
}

export function askIndex(asks: readonly Ask[]): AskIndex {
  const words = asks.map(wholeWords)
  const uses = new Map<string, number>()
  for (const word of words.flat()) uses.set(word, (uses.get(word) ?? 0) + 1)
  const byWord = new Map<string, Entry[]>()
  const others: Entry[] = []
  asks.forEach((ask, order) => {
    const [rarest] = (words[order] ?? []).toSorted((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0))
    const entries = rarest === undefined ? others : (byWord.get(rarest) ?? [])
    entries.push({ ask, order })
    if (rarest !== undefined) byWord.set(rarest, entries)
  })
  return {
    likely(text) {
      const found = [...others]
      for (const word of new Set(text.split(NO_WORD))) found.push(...(byWord.get(word) ?? []))
      return found.toSorted((a, b) => a.order - b.order).map(({ ask }) => ask)
    },
  }
}

const NO_WORD = /[^A-Za-z0-9]+/

/** The words of a wording that its text holds whole: not what touches a slot, a choice or the first letter. */
function wholeWords({ words }: Ask): string[] {
  return words.flatMap((part) => part.split(NO_WORD).slice(1, -1))
}
