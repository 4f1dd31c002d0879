import { pick, type Rng } from '../../core/random.js'
import { sentenceCase } from '../discourse.js'
import type { Lexicon } from '../lexicon.js'
import { actOf } from './condition.js'
import type { Intention } from './intention.js'

/** What a refusal shows to have happened meanwhile (a clause), and what puts it right. */
export function considerMending(lexicon: Lexicon, cause: string, mend: Intention, random: Rng): string {
  const act = actOf(lexicon, mend, random.fork('act'))
  return pick(random, [
    `The refusal says why: ${cause}. I ${act} and then make the call again.`,
    `${sentenceCase(cause)}, which nothing had shown before. First I ${act}, then the same call once more.`,
    `So ${cause}. Nothing went through; I ${act} and try again after that.`,
    `That was refused because ${cause}. I can put that right: I ${act} first.`,
    `It seems that ${cause}. Before anything else I ${act}.`,
  ])
}

/** Why a call is made again, what it was refused for having been put right. */
export function considerResuming(random: Rng): string {
  return pick(random, [
    'That is put right, so the refused call again.',
    'With that done the same call should go through.',
    'Now the call that was refused.',
    'Nothing stands in the way any more: once more with the same arguments.',
    '',
  ])
}
