import { actingTrace, type Family } from './family.js'

/** A tool rightly asked for refuses: the turn ends there. */
export const blocked: Family = {
  name: 'blocked',
  material: 'refused',
  rewrite(task) {
    const trace = actingTrace(task)
    return trace?.calls.at(-1)?.result.error
      ? {
          task: { ...task, families: [...task.families, 'blocked'], expected: { kind: 'stop', trace } },
          subject: { kind: 'requests' },
        }
      : undefined
  },
}
