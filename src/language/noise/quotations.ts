const QUOTED = /"[^"]*"|'[^']*'(?![a-z])/g

/** Where a text quotes: slips of the fingers and words for days inside stay as they are. */
export function quotationsIn(text: string): (readonly [number, number])[] {
  return [...text.matchAll(QUOTED)].map(({ 0: words, index }) => [index, index + words.length] as const)
}
