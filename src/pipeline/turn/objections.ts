import type { Json } from '../../core/json.js'
import type { Subject } from '../../core/subject.js'
import type { Objection } from '../../phases/tool-query-synthesis/index.js'
import {
  asksForUnsupported,
  saysValue,
  type TaskTurn,
  toldTooMuch,
  unsaidIn,
  verifyFidelity,
  verifyLeak,
  verifyUntracedLeak,
  wishesIn,
} from '../../verifiers/index.js'

/** What is wrong with words that a model wrote, in words it may be told, before anybody is paid to act on them. */
export function objectionsTo(context: TaskTurn, subject: Subject): Objection[] {
  const { turn, query } = context
  if (query.writer !== 'model') return []
  const incomplete = (words: string): Objection => ({
    reason: { kind: 'incomplete-query', turn, text: query.text },
    words,
  })
  const wishes = subject.kind === 'unsupported' ? [subject.request] : wishesIn(context.task.expected)
  return [
    ...tooMuch(context, subject),
    ...unsaidIn(context, wishes).map((name) =>
      incomplete(`It does not say the value of ${name} so that it can be recognised.`),
    ),
    ...(saysChange(context, subject) ? [] : [incomplete('It does not say the new value by itself.')]),
    ...(asksForUnsupported(context) ? [] : [incomplete('It does not say in plain words what is wanted.')]),
  ]
}

function tooMuch(context: TaskTurn, subject: Subject): Objection[] {
  const { turn, task } = context
  const { expected } = task
  const trace = 'trace' in expected ? expected.trace : undefined
  const leaks = trace ? verifyLeak({ ...context, trace }) : verifyUntracedLeak(context)
  const told = toldTooMuch(context).map((value: Json) => ({
    reason: { kind: 'leak', turn, where: 'query', text: String(value) } as const,
    words:
      subject.kind === 'recall'
        ? `It says ${JSON.stringify(value)}, which is what it asks for.`
        : `It says ${JSON.stringify(value)}, which it is to leave out.`,
  }))
  return [
    ...told,
    ...[...leaks, ...verifyFidelity(context)].map((reason): Objection => ({
      reason,
      words: `It says ${'text' in reason ? JSON.stringify(reason.text) : 'something'}, which is not this person's to say.`,
    })),
  ]
}

/** A change of mind says the new value, whatever was said before. */
function saysChange({ lexicon, query, task: { expected } }: TaskTurn, subject: Subject): boolean {
  if (subject.kind !== 'revision') return true
  const request = 'trace' in expected ? expected.trace?.requests.at(-1) : undefined
  return saysValue(lexicon, request, subject.parameter, query.text)
}
