import { pick } from '../core/random.js'
import type { Family } from './family.js'

/** The user wants to hear again what an earlier result showed. */
export const recall: Family = {
  name: 'recall',
  material: 'none',
  rewrite(task, { recallable, random }) {
    // What the answer right above says, nobody asks again.
    const older = recallable.filter((leaf) => leaf.turn < task.turn - 1)
    if (older.length === 0) return undefined
    const { label, turn, call, path } = pick(random.fork('recalled'), older)
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
