/** A kind of trouble people open tickets about. `{place}` stands for where it is. */
export interface Topic {
  /** Nouns that people tell such a ticket by; which of them a title holds varies. */
  readonly words: readonly string[]
  readonly titles: readonly string[]
  readonly details: readonly string[]
  readonly fixes: readonly string[]
}

export function topic(words: string, titles: readonly string[], details: readonly string[], fixes: readonly string[]): Topic {
  return { words: words.split(' '), titles, details, fixes }
}
