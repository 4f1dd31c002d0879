import { UsageError } from '../core/errors.js'
import type { Trajectory } from '../core/trajectory.js'
import { type Meaning, type RunTasksOptions, type Tasks, tasksOfRun } from '../server/index.js'
import { fileOfRun } from './file-of-run.js'
import { meantBy } from './meant-by.js'
import { createProgress } from './progress.js'

/** The turns of a run, or of a file of trajectories, as tasks to try. */
export async function tasksIn(path: string, wanted: Pick<RunTasksOptions, 'families' | 'keep'>): Promise<Tasks> {
  const { file, manifest } = fileOfRun(path)
  const progress = manifest && createProgress('rows', manifest.accepted)
  try {
    return await tasksOfRun(file, { ...wanted, meaning, onRow: () => progress?.advance() })
  } finally {
    progress?.finish()
  }
}

function meaning(row: Trajectory, where: string): Meaning {
  const { meant, changed } = meantBy(row, where)
  if (meant) return meant
  throw new UsageError(
    where,
    `environment '${changed.name}' is not what it was when row ${row.id} was made`,
    'Take it with the version of Turnsmith, and the files, that made it.',
  )
}
