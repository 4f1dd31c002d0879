import { type Discrepancy } from '../core/verdict.js'
import { actOn } from './blind.js'
import type { ActingTurn } from './context.js'
import { verifyEmpirically } from './empirical.js'
import { goldOf, reaches } from './gold.js'
import { readNext } from './reading.js'

/**
 * The query's words alone, with what is visible, lead to the outcome of the trace; no value in them is left over. What a
 * model wrote is held to what blind tries made of it.
 */
export function verifyCompleteness(context: ActingTurn): Discrepancy[] {
  if (context.query.writer === 'model') return verifyEmpirically(context)
  const { turn, start, messages, query, trace } = context
  const reading = readNext(context.lexicon, messages, query.text)
  const run = actOn(context, start, messages, query.text)
  const complete =
    run.done &&
    reading.unread.length === 0 &&
    !reading.ambiguous &&
    reaches(goldOf(start, trace), run.world, run.calls, run.results)
  return complete ? [] : [{ kind: 'incomplete-query', turn, text: query.text }]
}
