import type { Trace } from '../core/trace.js'
import type { TurnTask } from '../core/turn-task.js'
import type { Discrepancy } from '../core/verdict.js'
import { locate } from '../language/index.js'
import type { ActingTurn } from './context.js'
import { holdsWhole, unsupportedNumbers } from './told.js'

/** Words that stand for something in particular: quoted ones, codes and addresses, names within a sentence. */
const PARTICULAR = /"[^"]+"|[\w.+-]+@[\w.-]+|\b(?=\w*\d)\w*[A-Za-z]\w*\b|(?<=[a-z,;:] )[A-Z][a-z]+(?: [A-Z][a-z]+)*/g

/** A turn that acts, or any other. */
type Spoken = Omit<ActingTurn, 'trace'> & { readonly trace?: Trace; readonly task?: Pick<TurnTask, 'expected'> }

/** What a model's message says beside what the user has in mind, and what nobody has said or shown before. */
function inventedIn({ lexicon, messages, query, task, ...turn }: Spoken): string[] {
  const trace = turn.trace ?? (task && 'trace' in task.expected ? task.expected.trace : undefined)
  // An ordinary wish may come with a reason to ask that nobody has heard of before.
  if (query.writer !== 'model' || (query.follows === undefined && trace)) return []
  const shown = messages.map(({ content }) => content).join('\n')
  const said = trace ? locate(lexicon, trace.requests, query.text) : query.mentions
  const rest = withoutValues(query.text, said)
  const particular = [...rest.matchAll(PARTICULAR)].map(([words]) => words.replaceAll('"', '').trim())
  const unknown = particular.filter((words) => words !== '' && !holdsWhole(shown.toLowerCase(), words.toLowerCase()))
  return [...new Set([...unknown, ...unsupportedNumbers(rest, shown)])]
}

/** A message of a model's user that leans on the conversation says nothing that this user cannot know. */
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
