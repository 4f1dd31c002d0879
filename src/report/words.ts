/** The words of a text in lower case, without punctuation; `#` stands for a masked value and counts as a word. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/#|[\p{L}\p{N}]+(?:['’\-_.][\p{L}\p{N}]+)*/gu) ?? []
}

/** All runs of `n` words, in order. */
export function gramsOf(words: readonly string[], n: number): string[] {
  return words.slice(n - 1).map((_, i) => words.slice(i, i + n).join(' '))
}
