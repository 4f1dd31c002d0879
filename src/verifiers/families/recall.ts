import { sameJson } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { at } from '../../core/pointer.js'
import { recallables, visibleOf } from '../../language/index.js'
import { readNext } from '../reading.js'
import { type FamilyVerifier, unless } from './family.js'

/** One earlier result shows what is asked for, it is still so, and nothing is called. */
export const verifyRecall: FamilyVerifier = ({ turn, messages, query, start, graph, lexicon, task, steps }) => {
  const { expected } = task
  const [leaf] = expected.kind === 'recall' ? expected.answers : []
  const visible = visibleOf(lexicon, [...messages, { role: 'user', content: query.text }], start.tools)
  const all = recallables(lexicon, visible)
  // A model's words have said what is meant where blind tries told it.
  const recall =
    query.writer === 'model'
      ? all.find(({ turn: of, call, path }) => of === leaf?.turn && call === leaf.call && path === leaf.path)?.label
      : readNext(lexicon, messages, query.text).recall
  const known = all.filter(({ label }) => label === recall)
  const shown = known.find(({ turn: of, call, path }) => of === leaf?.turn && call === leaf.call && path === leaf.path)
  const made = visible.calls.find((call) => call.turn === leaf?.turn && call.index === leaf.call)
  const reads = made && graph.tools.get(made.call.name)?.spec.effect === 'read'
  const now = reads ? at(untag(start.fork().call(made.call).value), leaf?.path ?? '') : shown?.value
  return unless('recall', turn, [
    ['the message asks for what a result showed', shown !== undefined],
    ['only one value can be meant', new Set(known.map(({ value }) => JSON.stringify(value))).size === 1],
    ['it is still so', shown !== undefined && now !== undefined && sameJson(now, shown.value)],
    ['nothing is called', steps.every(({ calls }) => calls.length === 0)],
  ])
}
