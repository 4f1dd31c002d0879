/** Sentences of a text whose values are masked, so that no full stop belongs to a number or a name. */
export function sentencesOf(masked: string): string[] {
  return masked
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence))
}
