import { pick, type Rng } from '../../core/random.js'

/** How a tree writes names of several words: `cost_plan`, `cost-plan`, `CostPlan`. */
export type Style = (words: readonly string[]) => string

const wordsOf = (parts: readonly string[]): string[] => parts.flatMap((part) => part.split('_'))
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const STYLES: readonly Style[] = [
  (parts) => wordsOf(parts).join('_'),
  (parts) => wordsOf(parts).join('_'),
  (parts) => wordsOf(parts).join('-'),
  (parts) => wordsOf(parts).map(capitalised).join(''),
]

export function pickStyle(random: Rng): Style {
  return pick(random, STYLES)
}

/** Does a name contain another, or another it, whatever the case? Searching for one would then find both. */
export function clashes(name: string, taken: readonly string[]): boolean {
  const lower = name.toLowerCase()
  return taken.some((other) => {
    const theirs = other.toLowerCase()
    return lower.includes(theirs) || theirs.includes(lower)
  })
}

const TRIES = 40

/**
 * A name drawn until it clashes with none of the taken ones; then numbered; and where every number clashes (a file is named
 * as the stem itself) one that is merely new. It is added to the taken ones.
 */
export function freshName(
  random: Rng,
  taken: string[],
  draw: (random: Rng) => readonly [stem: string, ending: string],
): string {
  for (let i = 0; ; i++) {
    const [stem, ending] = draw(random)
    const name = i < TRIES ? `${stem}${ending}` : `${stem}${i - TRIES + 2}${ending}`
    if (i < 2 * TRIES ? clashes(name, taken) : taken.includes(name)) continue
    taken.push(name)
    return name
  }
}
