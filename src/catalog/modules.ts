import { existsSync } from 'node:fs'
import * as z from 'zod'
import { UsageError } from '../core/errors.js'
import type { Environment } from '../environment/index.js'
import * as builtIn from '../environments/index.js'
import { exportsOf, unloadable } from './load-file.js'

/** This package, as a user's file imports it; named so that it is found at run time and not compiled in. */
const PACKAGE: string = 'turnsmith'

const GUIDE = 'docs/guides/add-an-environment.md'

/** The environments that a TypeScript or JavaScript file of the user's own exports; the file is run. */
export async function environmentsIn(path: string): Promise<readonly Environment[]> {
  if (!existsSync(path))
    throw new UsageError('--module', `there is no file ${path}`, 'Give the path of a TypeScript or JavaScript file.')
  // A second copy of these would have other classes of errors: a tool's refusal would pass for a bug.
  const own = { [PACKAGE]: (await import(PACKAGE)) as unknown, [`${PACKAGE}/environments`]: builtIn, zod: z }
  const exported = Object.values(await exportsOf(path, `${GUIDE} says what one looks like.`, own))
  const environments = [...new Set(exported)].filter(isEnvironment)
  if (environments.length === 0)
    throw new UsageError(
      path,
      'the file exports no environment',
      `Export what \`defineEnvironment\` returns; see ${GUIDE}.`,
    )
  for (const environment of environments) assertDescribed(environment, path)
  return environments
}

/** Tools are described when they are first asked for: here, so that what is wrong with one is said with its file. */
function assertDescribed(environment: Environment, path: string): void {
  try {
    void environment.specs
  } catch (error) {
    throw unloadable(path, error, `${GUIDE} says what one looks like.`)
  }
}

function isEnvironment(value: unknown): value is Environment {
  const { ref, definition, observe } = (value ?? {}) as Partial<Environment>
  return typeof ref?.name === 'string' && typeof definition === 'object' && typeof observe === 'function'
}
