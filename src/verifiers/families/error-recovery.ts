import type { Step } from '../../core/trajectory.js'
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
  return unless('error-recovery', turn, [
    ['it acts', task.expected.kind === 'act'],
    ['a call fails', failed.length > 0],
    ['every planned failure strikes and is overcome', struck],
    ['steps that erred are not to be learned', steps.every((step, s) => (step.train === false) === failed.includes(s))],
    ['giving up after the failure does not do', !validateTask({ ...context, steps: givenUp(steps, first) }).pass],
    ['the last step tells the outcome', (steps.at(-1)?.content ?? '') !== '' && !failed.includes(steps.length - 1)],
  ])
}

function givenUp(steps: readonly Step[], failed: number): Step[] {
  return [...steps.slice(0, failed + 1), { content: 'That did not work, sorry.', calls: [], results: [] }]
}
