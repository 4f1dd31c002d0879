import type { Trace } from '../core/trace.js'
import type { TurnTask } from '../core/turn-task.js'
import type { Discrepancy } from '../core/verdict.js'
import { locate } from '../language/index.js'
import type { ActingTurn } from './context.js'
import { holdsWhole, unsupportedNumbers } from './told.js'

/** Words that stand for something in particular: quoted ones, codes and addresses, names within a sentence. */
const PARTICULAR = /"[^"]+"|[\w.+-]+@[\w.-]+|\b(?=\w*\d)\w*[A-Za-z]\w*\b|(?<=[a-z,;:] )[A-Z][a-z]+(?: [A-Z][a-z]+)*/g

/** Words that only who was given them can say: codes of letters and several digits, and addresses. */
const GIVEN = /[\w.+-]+@[\w.-]+|\b(?=\w*[A-Za-z]\w*[A-Za-z])(?=\w*\d\w*\d\w*\d)\w+\b/g

/** A turn that acts, or any other. */
type Spoken = Omit<ActingTurn, 'trace'> & { readonly trace?: Trace; readonly task?: Pick<TurnTask, 'expected'> }

/** What a model's message says beside what the user has in mind, and what nobody has said or shown before. */
function inventedIn({ lexicon, messages, query, task, ...turn }: Spoken): string[] {
  if (query.writer !== 'model') return []
  const trace = turn.trace ?? (task && 'trace' in task.expected ? task.expected.trace : undefined)
  const shown = messages.map(({ content }) => content).join('\n')
  const said = trace ? locate(lexicon, trace.requests, query.text) : query.mentions
  const rest = withoutValues(query.text, said)
  // An ordinary wish may come with a reason to ask that nobody has heard of before; nothing is found or reached by that.
  if (trace && query.follows === undefined)
    return unknownIn(rest, GIVEN, [shown, JSON.stringify(trace.requests)].join('\n'))
  return [...new Set([...unknownIn(rest, PARTICULAR, shown), ...unsupportedNumbers(rest, shown)])]
}

function unknownIn(text: string, particular: RegExp, shown: string): string[] {
  const words = [...text.matchAll(particular)].map(([match]) => match.replaceAll('"', '').trim())
  return words.filter((word) => word !== '' && !holdsWhole(shown.toLowerCase(), word.toLowerCase()))
}

/** A message of a model's user says nothing that this user cannot know, least of all where it leans on the conversation. */
export function verifyFidelity(context: Spoken): Discrepancy[] {
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
