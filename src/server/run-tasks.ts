import { UsageError } from '../core/errors.js'
import type { Trajectory } from '../core/trajectory.js'
import { taskId } from '../core/turn-prompt.js'
import { indexLines, type LineIndex, parseTrajectory } from '../store/index.js'
import { RequestRefusal } from './refusal.js'
import { type Meaning, type Task, taskOf } from './task.js'
import type { Tasks } from './tasks.js'

/** How the tasks of a run are chosen and understood. */
export interface RunTasksOptions {
  /** What the tools of a row mean; throws where its environments are not as they were when it was written. */
  readonly meaning: (row: Trajectory, where: string) => Meaning
  /** Only turns that train one of these families; all where absent. */
  readonly families?: readonly string[]
  /** Only tasks of which this holds; all where absent. */
  readonly keep?: (id: string) => boolean
  /** Told of every row that is read at the start. */
  readonly onRow?: (done: number, of: number) => void
}

/** Where a task's row stands, and which of its turns it is. */
interface Place {
  readonly line: number
  readonly turn: number
}

/** Tasks that are kept ready: groups of tries at the same one come together. */
const KEPT = 64

/** Every turn of every row of a file of trajectories as a task, read when it is wanted. */
export async function tasksOfRun(file: string, options: RunTasksOptions): Promise<Tasks> {
  const lines = await indexLines(file)
  const places = await placesIn(file, lines, options)
  const ids = [...places.keys()]
  if (ids.length === 0)
    throw new UsageError(
      file,
      lines.count === 0 ? 'it holds no row' : 'no turn of it is wanted',
      'Give another run, or ask for more of it.',
    )
  const kept = new Map<string, Promise<Task>>()
  return {
    about: file,
    count: ids.length,
    ids: (from, limit) => ids.slice(from, from + limit),
    idOf: (number) => ids[number % ids.length] ?? '',
    async open(id) {
      const place = places.get(id)
      if (!place) throw new RequestRefusal('unknown-task', `There is no task '${id}'.`)
      const task = kept.get(id) ?? openTask(file, lines, place, options)
      kept.delete(id)
      kept.set(id, task)
      for (const [oldest] of kept) if (kept.size > KEPT) kept.delete(oldest)
      return task
    },
  }
}

async function placesIn(
  file: string,
  lines: LineIndex,
  { families, keep = () => true, meaning, onRow }: RunTasksOptions,
): Promise<ReadonlyMap<string, Place>> {
  const places = new Map<string, Place>()
  for (let line = 0; line < lines.count; line++) {
    const where = `${file} line ${line + 1}`
    const row = parseTrajectory(await lines.at(line), where)
    meaning(row, where)
    row.turns.forEach(({ task }, turn) => {
      const trained = task.families.length > 0 ? task.families : ['base']
      const isWanted = !families || families.some((name) => trained.includes(name))
      if (isWanted && keep(taskId(row, turn))) places.set(taskId(row, turn), { line, turn })
    })
    onRow?.(line + 1, lines.count)
  }
  return places
}

/** The task of a row that holds: what its own steps came to is worth the reward. */
async function openTask(
  file: string,
  lines: LineIndex,
  { line, turn }: Place,
  { meaning }: RunTasksOptions,
): Promise<Task> {
  const where = `${file} line ${line + 1}`
  const row = parseTrajectory(await lines.at(line), where)
  const task = taskOf(row, turn, meaning(row, where))
  if (!task.judge(row.turns[turn]?.steps ?? [])?.pass)
    throw new RequestRefusal('unproved', `Turn ${turn} of row ${row.id} does not prove; see turnsmith verify.`)
  return task
}
