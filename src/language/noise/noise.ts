import type { HardQuery } from '../../core/hard-query.js'
import { chance, type Rng } from '../../core/random.js'
import { indirectionsIn } from '../discourse.js'
import type { Wording } from '../realise.js'
import { correct, correctionsIn, uncorrected } from './correction.js'
import { dressDown, isCasual } from './casual.js'
import { distract, distractionsIn } from './distraction.js'
import { dated, relate, relativeDatesIn } from './relative-dates.js'
import { mistype, retype, typosIn } from './typos.js'

/** Something that makes a message harder to read without changing what it asks for [epsilon]. */
interface NoiseOperator {
  readonly name: string
  /** Of how many messages that it could take it takes how many, by what the same person has written so far. */
  readonly odds: (earlier: readonly string[]) => readonly [number, number]
  readonly apply: (wording: Wording, random: Rng, today: string | undefined) => Wording
}

/** In the order they are put on: what puts something right is undone last. */
export const NOISES: readonly NoiseOperator[] = [
  { name: 'correction', odds: oneIn(16), apply: correct },
  {
    name: 'relative-date',
    odds: oneIn(1),
    apply: (wording, random, today) => (today === undefined ? wording : relate(wording, random, today)),
  },
  { name: 'distraction', odds: oneIn(90), apply: distract },
  { name: 'casual', odds: likeBefore, apply: dressDown },
  { name: 'typos', odds: oneIn(16), apply: mistype },
]

function oneIn(count: number): NoiseOperator['odds'] {
  return () => [1, count]
}

/** Whoever writes without capitals mostly goes on so. */
function likeBefore(earlier: readonly string[]): readonly [number, number] {
  if (earlier.length === 0) return [2, 7]
  return earlier.some(isCasual) ? [6, 7] : [1, 20]
}

const SHOWN: { readonly [operator: string]: (text: string, today?: string) => number } = {
  correction: correctionsIn,
  'relative-date': (text, today) => (today === undefined ? 0 : relativeDatesIn(retype(text), today).length),
  distraction: distractionsIn,
  casual: isCasual,
  typos: typosIn,
  indirection: indirectionsIn,
}

/** How much of a noise a text shows: what a row says of its noise is held against this. Undefined for what is no such noise. */
export function levelOf(operator: string, text: string, today?: string): number | undefined {
  return SHOWN[operator]?.(text, today)
}

/** A wording after the noise that fell to it and that `isReadable` lets pass, with what it was. */
export function addNoise(
  wording: Wording,
  isReadable: (text: string) => boolean,
  random: Rng,
  { today, earlier = [] }: { readonly today?: string | undefined; readonly earlier?: readonly string[] } = {},
): { readonly wording: Wording; readonly noise: HardQuery['noise'] } {
  let made = wording
  const added: string[] = []
  for (const { name, odds, apply } of NOISES) {
    if (!chance(random.fork(`${name}?`), ...odds(earlier))) continue
    const noisy = apply(made, random.fork(name), today)
    if (noisy.text === made.text || !isReadable(noisy.text)) continue
    made = noisy
    added.push(name)
  }
  return {
    wording: made,
    noise: added.map((operator) => ({ operator, level: levelOf(operator, made.text, today) ?? 0 })),
  }
}

const remembered = new Map<string, string>()

/** Texts remembered: a message is read by its writer, by who acts on it, and by the verifiers. */
const REMEMBERED = 256

/** A text as it was meant: slips of the fingers and of the tongue taken back and, where it is known which day it is, days as dates. */
export function denoised(text: string, today?: string): string {
  const key = `${today ?? ''} ${text}`
  let meant = remembered.get(key)
  if (meant === undefined) {
    const typed = retype(text)
    meant = uncorrected(today === undefined ? typed : dated(typed, today))
    if (remembered.size >= REMEMBERED) remembered.clear()
    remembered.set(key, meant)
  }
  return meant
}
