/** Sizes of the picture, in the units of its view box. */
export const METRICS = {
  /** Of one character of a tool's name at 12 px, in the widest of the common monospaced fonts. */
  character: 7.25,
  labelLeft: 24,
  labelRight: 12,
  node: 26,
  pitch: 33,
  /** Between columns; lines run there. */
  gutter: 58,
  padding: 18,
  heading: 66,
  /** Above the tools that stand alone, where there are others. */
  apart: 38,
  between: 18,
  /** Preferred width of the whole picture. */
  width: 1240,
} as const

const MOST_CHARACTERS = 28

/** A name that fits its box: the middle of a long one is left out, since its beginning and end tell it apart. */
export function shortLabel(name: string): string {
  const characters = [...name]
  if (lengthOf(characters) <= MOST_CHARACTERS) return name
  const head: string[] = []
  const tail: string[] = []
  while (lengthOf(head) + lengthOf(tail) < MOST_CHARACTERS - 2) {
    const fromHead = lengthOf(head) <= lengthOf(tail)
    const next = fromHead ? characters.shift() : characters.pop()
    if (next === undefined) break
    if (fromHead) head.push(next)
    else tail.unshift(next)
  }
  return `${head.join('')}…${tail.join('')}`
}

/** Width of the box around a name. */
export function nodeWidth(name: string): number {
  return Math.ceil(METRICS.labelLeft + METRICS.labelRight + METRICS.character * lengthOf([...shortLabel(name)]))
}

/** In characters of a Latin letter's width; East Asian ones and pictures take two. */
function lengthOf(characters: readonly string[]): number {
  return characters.reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1), 0)
}
