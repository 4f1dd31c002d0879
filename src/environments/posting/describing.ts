import { pick, type Rng } from '../../core/random.js'
import { subjectsIn } from './texts.js'

/**
 * Words of the i-th text by which a person can point at it, because no other text holds them: what it is about, or how it
 * begins.
 */
export function describing(texts: readonly string[], index: number, random: Rng): string | undefined {
  const text = texts[index] ?? ''
  const others = texts.filter((_, i) => i !== index).map((other) => other.toLowerCase())
  const isAlone = (words: string): boolean => others.every((other) => !other.includes(words.toLowerCase()))
  const subjects = subjectsIn(text)
  const alone = subjects.filter(isAlone)
  if (alone.length > 0) return pick(random, alone)
  const openings = openingsOf(text).filter(
    (opening) => isAlone(opening) && !subjects.some((it) => cuts(opening, text, it)),
  )
  return openings.length > 0 ? pick(random, openings.slice(0, 2)) : undefined
}

/** Does the opening of a text end within these words of it? */
function cuts(opening: string, text: string, words: string): boolean {
  const from = text.indexOf(words)
  return opening.length > from && opening.length < from + words.length
}

const EMPTY = new Set([
  'a',
  'an',
  'the',
  'of',
  'for',
  'to',
  'on',
  'in',
  'at',
  'by',
  'and',
  'or',
  'it',
  'is',
  'was',
  'we',
  'our',
  'with',
  'from',
  'how',
  'so',
  'as',
  'this',
  'that',
  'will',
  'used',
  'new',
  'old',
  'does',
  'needs',
])

/** The first three to seven words up to the first mark, two where there are no more, not ending in the air. */
function openingsOf(text: string): string[] {
  const words = (text.split(/[^\w\s'-]/)[0] ?? '').trim().split(/\s+/)
  return [3, 4, 5, 6, 7, 2]
    .filter((length) => length <= words.length && !EMPTY.has((words[length - 1] ?? '').toLowerCase()))
    .map((length) => words.slice(0, length).join(' '))
}
