import type { Lexicon } from '../lexicon.js'

/** Where a purpose of more words than so many goes on to say what else is done, and how and where it is done. */
const FURTHER: readonly { readonly above: number; readonly further: RegExp }[] = [
  { above: 6, further: /^(?<kept>\w+(?: (?!between\b)[^\s,]+){2,}?) (?:and|that|whose|who|while) .*$/ },
  { above: 6, further: /^(?<kept>\w+(?: \S+){2,}?) (?:in|on|from|at|between|with|by) .*$/ },
  { above: 8, further: /^(?<kept>\w+(?: \S+){2,}?) (?:of|into|to) .*$/ },
]

/** What a tool does, in a few words: "book a flight" of "book a flight and pay for it with a card on file". */
export function gist(lexicon: Lexicon, tool: string): string {
  return FURTHER.reduce(
    (said, { above, further }) =>
      said.split(' ').length <= above || /^\w+ (?:\w+ )?(?:whether|how|what|which|where|those)\b/.test(said)
        ? said
        : said.replace(further, '$<kept>'),
    lexicon.purposeOf(tool),
  )
}
