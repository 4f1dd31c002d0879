import { UsageError } from '../core/errors.js'

/** A whole number of at least `least`, from a command-line option. */
export function wholeNumber(option: string, least: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < least || !Number.isSafeInteger(value))
      throw new UsageError(
        option,
        `'${text}' is not a whole number of at least ${least}`,
        `Give one, for example ${option} ${Math.max(least, 10)}.`,
      )
    return value
  }
}

/** An amount of money above nothing. */
export function dollars(option: string): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^\d+(\.\d+)?$/.test(text) || value <= 0)
      throw new UsageError(option, `'${text}' is no amount of dollars`, `Give one, for example ${option} 5.`)
    return value
  }
}

/** A sampling temperature. */
export function temperature(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 2))
    throw new UsageError('--temperature', `'${text}' is not a number from 0 to 2`, 'Give one such as 0.7.')
  return value
}

/** Collects an option that may be given several times. */
export function several(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text]
}

/** A range `A-B` (or one number) with 1 <= A <= B. */
export function turnRange(text: string): [number, number] {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text)
  const [from, to] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? match?.[1] ?? 0)]
  if (!match || from < 1 || to < from || to > 40)
    throw new UsageError('--turns', `'${text}' is not a range of turns`, 'Give one such as 3-5.')
  return [from, to]
}

export function names(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** One of a closed set of words; a word that is planned but not built says so. */
export function oneOf(
  option: string,
  known: readonly string[],
  planned: readonly string[] = [],
): (text: string) => string {
  return (text) => {
    if (known.includes(text)) return text
    const what = planned.includes(text) ? `'${text}' is not built yet` : `there is no '${text}'`
    throw new UsageError(option, what, `Known: ${known.join(', ')}.`)
  }
}
