import type { Task } from './task.js'

/** Where tasks come from. */
export interface Tasks {
  /** What they are of, for people. */
  readonly about: string
  /** How many there are; undefined where any number names one. */
  readonly count: number | undefined
  /** Ids from the `from`-th on, at most `limit`. */
  ids(from: number, limit: number): readonly string[]
  /** The id that a number stands for; every number stands for one. */
  idOf(number: number): string
  /** A `RequestRefusal` where there is no such task. */
  open(id: string): Promise<Task>
}
