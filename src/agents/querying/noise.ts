import { chance, pick } from '../../core/random.js'
import type { QueryingInput } from './agent.js'

/** How a model is asked to make a message harder to read than it need be. */
const NOISE = {
  casual:
    'typed in a hurry on a phone: lower case, few commas, perhaps a slip of a letter in an ordinary word. Values stay as they are',
  aside:
    'with an aside, before or after, that has nothing to do with the wish and asks for nothing: no name, number or date in it',
  indirect: 'as a need or a plan rather than as a request ("I have to be in Rome by Friday" for a booking)',
} as const

interface Noise {
  readonly operator: string
  readonly words: string
}

/** Half of the messages that may be harder to read are: what is asked of their writer, and what it is called. */
export function noiseFor({ noisy = false, subject, random }: QueryingInput): Noise | undefined {
  if (!noisy || (subject && subject.kind !== 'requests') || !chance(random.fork('noise?'), 1, 2)) return undefined
  const kind = pick(random.fork('noise'), ['casual', 'aside', 'indirect'] as const)
  return { operator: `asked:${kind}`, words: NOISE[kind] }
}
