import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../core/errors.js'
import type { Manifest } from '../core/run.js'
import { PREFERENCES, readManifest, TRAJECTORIES } from '../store/index.js'

/** Where the rows of a run are. */
export interface FileOfRun {
  readonly file: string
  /** Absent where only a file of trajectories was given. */
  readonly manifest?: Manifest
  readonly preferences?: string
}

/** The rows of a finished run, or a file of trajectories by itself. */
export function fileOfRun(path: string): FileOfRun {
  if (!existsSync(path))
    throw new UsageError(path, 'there is no such file or directory', 'Give a run directory or a trajectories.jsonl.')
  if (!statSync(path).isDirectory()) return { file: path }
  const [file, manifest] = [join(path, TRAJECTORIES), readManifest(path)]
  if (!existsSync(file) && manifest.status === 'running')
    throw new UsageError(path, 'the run is not finished', `Go on with it: turnsmith resume ${path}`)
  return { file, manifest, preferences: join(path, PREFERENCES) }
}
