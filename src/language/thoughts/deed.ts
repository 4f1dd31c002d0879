import { type Rng, shuffle } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import type { Lexicon } from '../lexicon.js'
import { compilePattern, writeVariant } from '../pattern.js'
import { refer } from '../refer.js'
import { gist } from './gist.js'
import { ofTheUser } from './words.js'

/** Words up to which a deed names the thing at hand. */
const SHORT = 16

/**
 * What a call comes to in the words of the case, as a verb phrase: "message Ada Novak". Things that were worded already
 * (`said`, by parameter) keep their words; what its tool is for where they are not known.
 */
export function deed(
  lexicon: Lexicon,
  { tool, arguments: args }: Pick<Request, 'tool' | 'arguments'>,
  random: Rng,
  said: { readonly [parameter: string]: string } = {},
  told: (text: string) => string = ofTheUser,
): string {
  const ways = shuffle(random.fork('deeds'), (lexicon.phrasesOf(tool)?.deeds ?? []).flatMap(compilePattern))
  for (const way of [
    ...ways.filter(({ slots }) => slots.length > 0),
    ...ways.filter(({ slots }) => slots.length === 0),
  ]) {
    let isPossible = true
    const { text } = writeVariant(way, random.fork('words'), (slot) => {
      const reference = args[slot.slot]
      const words =
        said[slot.slot] ??
        (reference && refer(lexicon, tool, slot, reference, random.fork(slot.slot), { beside: args }))
      isPossible &&= words !== undefined && !words.includes('\n')
      return words ?? ''
    })
    if (isPossible && text.split(' ').length <= SHORT) return told(text)
  }
  return gist(lexicon, tool)
}
