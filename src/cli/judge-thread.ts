import { UsageError } from '../core/errors.js'
import { type Serve, serve } from '../runtime/index.js'
import type { RowVerdict } from '../verifiers/index.js'
import { judge, type Line } from './judge.js'

/** The module of a thread that verifies rows; for a line that is no row nothing comes back, and who asked judges it again. */
export const work: Serve<Line, string, RowVerdict | undefined> = serve(async (line, file) => {
  try {
    return judge(line, file)
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
})
