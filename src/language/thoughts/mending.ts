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
    'That is put right now, so I make the call that was refused before once more, with the same arguments.',
    'With that done, the call that was refused should go through, so I make it again as it was.',
    'What the refusal named is settled, so the call from before comes again.',
    'Nothing stands in the way of the refused call any more: once more, with the same arguments.',
    '',
  ])
}
