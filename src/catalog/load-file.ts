import { pathToFileURL } from 'node:url'
import { UsageError } from '../core/errors.js'

/** What a TypeScript or JavaScript file of the user's own exports; `modules` are what its imports of these names get. */
export async function exportsOf(
  path: string,
  remedy: string,
  modules: { readonly [name: string]: unknown } = {},
): Promise<{ readonly [name: string]: unknown }> {
  const { createJiti } = await import('jiti')
  const jiti = createJiti(pathToFileURL(path).href, { virtualModules: modules, fsCache: false })
  try {
    return await jiti.import<{ readonly [name: string]: unknown }>(path)
  } catch (error) {
    throw unloadable(path, error, remedy)
  }
}

/** The complaint about a file that fails when it is run: what it says, and where, as syntax errors do in their second line. */
export function unloadable(path: string, error: unknown, remedy: string): UsageError {
  const lines = String(error instanceof Error ? error.message : error).split('\n')
  const what = lines
    .slice(0, 2)
    .map((line) => line.trim())
    .join(', ')
  return new UsageError(path, `the file cannot be loaded (${what})`, remedy)
}
