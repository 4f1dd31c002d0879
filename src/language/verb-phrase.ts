import { pick, type Rng } from '../core/random.js'
import type { Request } from '../core/reference.js'
import type { Lexicon } from './lexicon.js'
import { isSlot, type Part, writeVariant } from './pattern.js'
import { refer, saysExactly } from './refer.js'

/** A verb phrase for a call in a user's words; what its tool is for where no wording gives one. */
export function verbPhrase(
  lexicon: Lexicon,
  { tool, arguments: args }: Pick<Request, 'tool' | 'arguments'>,
  random: Rng,
): string {
  const phrases = lexicon
    .asksOf(tool)
    .filter(
      ({ sentence, variant }) =>
        !sentence && variant.slots.every(({ slot }) => Object.hasOwn(args, slot)) && !variant.parts.some(isTheUsers),
    )
  const exact = phrases.filter((phrase) => saysExactly(phrase, args))
  const [ask] = exact.length > 0 ? [pick(random, exact)] : phrases.length > 0 ? [pick(random, phrases)] : []
  if (!ask) return lexicon.purposeOf(tool)
  const { text } = writeVariant(ask.variant, random, (slot) => {
    const reference = args[slot.slot]
    return (reference && refer(lexicon, tool, slot, reference, random, { beside: args })) ?? 'it'
  })
  return text
}

/** Words that only the one who asks says: "show me", "quickly". */
function isTheUsers(part: Part): boolean {
  return (
    !isSlot(part) &&
    [part].flat().some((text) => /\b(I|me|mine|us|our|we|quickly|right away|real quick|now|please)\b/.test(text))
  )
}
