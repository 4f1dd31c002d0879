import { pick } from '../core/random.js'
import type { Family } from './family.js'

/** The user wants to hear again what an earlier result showed. */
export const recall: Family = {
  name: 'recall',
  material: 'none',
  rewrite(task, { recallable, random }) {
    if (recallable.length === 0) return undefined
    const { label, turn, call, path } = pick(random.fork('recalled'), recallable)
    return {
      task: {
        ...task,
        families: [...task.families, 'recall'],
        expected: { kind: 'recall', answers: [{ turn, call, path }] },
      },
      subject: { kind: 'recall', label },
    }
  },
}
