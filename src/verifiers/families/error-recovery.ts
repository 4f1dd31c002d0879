import type { Step } from '../../core/trajectory.js'
import type { Fault } from '../../core/turn-task.js'
import { knowledgeOf, lapsedBy } from '../../graph/index.js'
import { visibleOf } from '../../language/index.js'
import type { TaskTurn } from '../context.js'
import { validateTask } from '../unfinished.js'
import { type FamilyVerifier, unless } from './family.js'

/** A call fails and the turn is done all the same; steps that erred are not to be learned, and giving up there would fail. */
export const verifyErrorRecovery: FamilyVerifier = (context) => {
  const { turn, steps, task } = context
  const failed = steps.flatMap((step, s) => (step.results.some(({ error }) => error) ? [s] : []))
  const [first = -1] = failed
  const struck = task.faults.every(({ tool, nth }) => {
    const calls = steps.flatMap(({ calls: made, results }) => made.map((call, i) => ({ call, result: results[i] })))
    const ofTool = calls.filter(({ call }) => call.name === tool)
    return (
      ofTool[nth]?.result?.error !== undefined && ofTool.slice(nth + 1).some(({ result }) => result && !result.error)
    )
  })
  const lapses = task.faults.flatMap((fault) => ('lapse' in fault ? [fault] : []))
  return unless('error-recovery', turn, [
    ['it acts', task.expected.kind === 'act'],
    ['a call fails', failed.length > 0],
    ['every planned failure strikes and is overcome', struck],
    ['steps that erred are not to be learned', steps.every((step, s) => (step.train === false) === failed.includes(s))],
    [
      'what ceases to hold may, and held as far as anybody could see',
      lapses.every((lapse) => isUnforeseen(context, lapse)),
    ],
    ['the refusal shows what has ceased to hold', lapses.every((lapse) => isShown(context, lapse))],
    [
      'trying again without putting that right does not do',
      lapses.every(({ lapse }) => !validateTask({ ...context, steps: unmended(context, lapse) }).pass),
    ],
    ['giving up after the failure does not do', !validateTask({ ...context, steps: givenUp(steps, first) }).pass],
    ['the last step tells the outcome', (steps.at(-1)?.content ?? '') !== '' && !failed.includes(steps.length - 1)],
  ])
}

function givenUp(steps: readonly Step[], failed: number): Step[] {
  return [...steps.slice(0, failed + 1), { content: 'That did not work, sorry.', calls: [], results: [] }]
}

type Lapsed = Extract<Fault, { readonly lapse: string }>

function isUnforeseen({ graph, lexicon, messages, query, start }: TaskTurn, { lapse }: Lapsed): boolean {
  const visible = visibleOf(lexicon, [...messages, { role: 'user', content: query.text }], start.tools)
  return graph.lapse(lapse) !== undefined && knowledgeOf(graph, visible).conditions.has(lapse)
}

function isShown({ graph, steps }: TaskTurn, { tool, lapse }: Lapsed): boolean {
  return steps.some(({ calls, results }) =>
    results.some(({ value, error }, i) => error && calls[i]?.name === tool && lapsedBy(graph, tool, value) === lapse),
  )
}

/** The steps without the calls that establish the condition again. */
function unmended({ graph, steps }: TaskTurn, condition: string): Step[] {
  const mends = new Set(graph.establishers(condition).map(({ spec }) => spec.name))
  return steps.map(({ calls, results, ...step }) => {
    const kept = calls.flatMap((call, i) => (mends.has(call.name) ? [] : [i]))
    return { ...step, calls: kept.flatMap((i) => calls[i] ?? []), results: kept.flatMap((i) => results[i] ?? []) }
  })
}
