import { useFilesOfProcess } from '../catalog/own.js'
import { UsageError } from '../core/errors.js'
import { type Serve, serve } from '../runtime/serve.js'
import type { RowVerdict } from '../verifiers/index.js'
import { judge, type Line } from './judge.js'

await useFilesOfProcess()

/** What a usage error says, in a form that can leave a thread. */
export type NoRow = Pick<UsageError, 'where' | 'what' | 'remedy'>

/** The module of a thread that verifies rows; a line that is no row is told by what is wrong with it. */
export const work: Serve<Line, string, RowVerdict | NoRow> = serve(async (line, file) => {
  try {
    return judge(line, file)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const { where, what, remedy } = error
    return { where, what, remedy }
  }
})
