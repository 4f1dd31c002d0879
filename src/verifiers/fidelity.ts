import type { Discrepancy } from '../core/verdict.js'
import { locate } from '../language/index.js'
import type { ActingTurn } from './context.js'
import { holdsWhole, unsupportedNumbers } from './told.js'

/** Words that stand for something in particular: quoted ones, codes and addresses, names within a sentence. */
const PARTICULAR = /"[^"]+"|[\w.+-]+@[\w.-]+|\b(?=\w*\d)\w*[A-Za-z]\w*\b|(?<=[a-z,;:] )[A-Z][a-z]+(?: [A-Z][a-z]+)*/g

/** What a model's reply says beside what the user has in mind, and what nobody has said or shown before. */
function inventedIn({ lexicon, messages, query, trace }: ActingTurn): string[] {
  if (query.follows === undefined) return []
  const shown = messages.map(({ content }) => content).join('\n')
  const rest = withoutValues(query.text, locate(lexicon, trace.requests, query.text))
  const particular = [...rest.matchAll(PARTICULAR)].map(([words]) => words.replaceAll('"', '').trim())
  const unknown = particular.filter((words) => words !== '' && !holdsWhole(shown.toLowerCase(), words.toLowerCase()))
  return [...new Set([...unknown, ...unsupportedNumbers(rest, shown)])]
}

/** A reply of a model's user says nothing that this user cannot know. */
export function verifyFidelity(context: ActingTurn): Discrepancy[] {
  return inventedIn(context).map((text): Discrepancy => ({
    kind: 'unsupported-claim',
    turn: context.turn,
    where: 'query',
    text,
  }))
}

function withoutValues(text: string, mentions: readonly { readonly span: readonly [number, number] }[]): string {
  const blanked = [...text]
  for (const { span } of mentions) blanked.fill(' ', ...span)
  return blanked.join('')
}
