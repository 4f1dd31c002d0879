/** Colours of environments on a light and on a dark ground; both read as text on it. */
const COLOURS: readonly (readonly [light: string, dark: string])[] = [
  ['#2b6a9b', '#85b8de'],
  ['#a3522a', '#e2a07a'],
  ['#35774a', '#8cc79b'],
  ['#85569b', '#c6a1da'],
  ['#8a6100', '#d8b25c'],
  ['#1c7878', '#72c4c2'],
  ['#ab4169', '#e497b3'],
  ['#545db0', '#a8b0ec'],
  ['#67721d', '#bac66f'],
  ['#77563f', '#caa992'],
  ['#4a6779', '#a3bccb'],
  ['#9b3a3a', '#e59292'],
]

export function environmentColour(index: number, scheme: 'light' | 'dark' = 'light'): string {
  return COLOURS[colourClass(index)]?.[scheme === 'light' ? 0 : 1] ?? ''
}

/** Environments beyond the palette share its colours; their names and places tell them apart. */
export function colourClass(index: number): number {
  return index % COLOURS.length
}

export const COLOUR_CLASSES: readonly number[] = [...COLOURS.keys()]
