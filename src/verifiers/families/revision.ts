import { type Json, sameJson } from '../../core/json.js'
import { untag } from '../../core/number.js'
import type { Request } from '../../core/reference.js'
import { replay } from '../../environment/index.js'
import { conversationsOf } from '../../language/index.js'
import { goldOf, reaches } from '../gold.js'
import { readNext } from '../reading.js'
import { saysValue } from '../said.js'
import type { TaskTurn } from '../context.js'
import { type FamilyVerifier, traceOf, unless } from './family.js'

/** The message changes one argument of what the turn before did; that is undone or amended, and doing it again is not enough. */
export const verifyRevision: FamilyVerifier = (context) => {
  const { turn, start, lexicon, before } = context
  const trace = traceOf(context)
  const previous = before.at(-1)
  const done = previous && traceOf(previous)
  const request = trace?.requests.at(-1)
  const revision = conversationsOf(lexicon).revisions.find(
    ({ definition }) => definition.tool === request?.tool,
  )?.definition
  const first = done?.calls[done.goal.calls.at(-1) ?? -1]?.call
  const again = trace?.calls[trace.goal.calls.at(-1) ?? -1]?.call
  const changed = again && first?.name === again.name && !sameJson(untag(again.arguments), untag(first.arguments))
  const repeated = start.fork()
  const results = again ? replay(repeated, [again]) : []
  const repeats = trace && again && reaches(goldOf(start, trace), repeated, [again], results)
  return unless('revision', turn, [
    ['the message takes up what was just done', takesUp(context, request)],
    ['the same is done with another value', changed === true],
    [
      'what was done is taken back where that is needed',
      !revision?.undo || trace?.requests[0]?.tool === revision.undo.tool,
    ],
    ['doing it again would not be enough', !revision?.undo || repeats === false],
  ])
}

/** The words read as a change; a model's say the new value of what may change, and what else they need is in the message before. */
function takesUp({ messages, query, lexicon, before }: TaskTurn, request: Request | undefined): boolean {
  if (query.writer !== 'model') return readNext(lexicon, messages, query.text).follows === 'revision'
  const done = before.at(-1)
  const was = done && traceOf(done)?.requests.at(-1)?.arguments
  return (
    query.follows === 'revision' &&
    conversationsOf(lexicon).revisions.some(
      ({ definition: { tool, parameter } }) =>
        tool === request?.tool &&
        !sameJson((was?.[parameter] ?? null) as Json, (request.arguments[parameter] ?? null) as Json) &&
        saysValue(lexicon, request, parameter, query.text),
    )
  )
}
