import { pick, type Rng } from '../core/random.js'
import { formNamed, joinList } from './forms.js'
import type { Lexicon } from './lexicon.js'
import { compilePattern, writeVariant } from './pattern.js'
import { ASSISTANT } from './refer.js'

/** Something done on the way to what was asked for. */
export interface Aside {
  readonly tool: string
  /** Was it already done once, and undone since? */
  readonly again: boolean
}

const FRAMES: readonly string[] = [
  'For that I first *.',
  'I * first.',
  'To do that, I first *.',
  'Beforehand I *.',
  'I * beforehand.',
]

/** Tells what was changed that nobody asked for; undefined where nothing was. */
export function tellAsides(lexicon: Lexicon, asides: readonly Aside[], random: Rng): string | undefined {
  const told = asides.flatMap(({ tool, again }, i) => {
    const ways = (lexicon.phrasesOf(tool)?.asides ?? []).flatMap(compilePattern)
    if (ways.length === 0) return []
    const { text } = writeVariant(pick(random.fork(`way${i}`), ways), random, () => '')
    return [again ? `${text} again` : text]
  })
  return told.length === 0
    ? undefined
    : pick(random.fork('frame'), FRAMES).replace('*', () => joinList([...new Set(told)]))
}

/** Tells where the current place of an environment is now; undefined where it has no words for that. */
export function tellArrival(lexicon: Lexicon, environment: string, place: string, random: Rng): string | undefined {
  const { definition } = lexicon.environments.find(({ ref }) => ref.name === environment) ?? {}
  const ways = (definition?.places?.arrivals ?? []).flatMap(compilePattern)
  return ways.length === 0
    ? undefined
    : writeVariant(pick(random, ways), random, ({ form }) => formNamed(form ?? 'word').write(place, random, ASSISTANT))
        .text
}
