import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'
import * as z from 'zod'
import { UsageError } from '../core/errors.js'
import type { Environment } from '../environment/index.js'
import * as builtIn from '../environments/index.js'
import { addEnvironment } from './environments.js'

/** Under which name the threads of this process find the files. */
const FILES = 'turnsmith:modules'

/** This package, as a user's file imports it; named so that it is found at run time and not compiled in. */
const PACKAGE: string = 'turnsmith'

/**
 * Makes the environments known that the user's own files export, here and in every thread that is started from now on. The
 * files are run: only ones that the user has named are, never one that a row or a manifest names.
 */
export async function useModules(files: readonly string[]): Promise<void> {
  const paths = [...new Set(files.map((file) => resolve(file)))]
  await load(paths)
  setEnvironmentData(FILES, paths)
}

/** The same in a thread, with the files of its process. */
export async function useModulesOfProcess(): Promise<void> {
  await load((getEnvironmentData(FILES) ?? []) as readonly string[])
}

async function load(paths: readonly string[]): Promise<void> {
  for (const path of paths) for (const environment of await environmentsIn(path)) addEnvironment(environment, path)
}

async function environmentsIn(path: string): Promise<readonly Environment[]> {
  if (!existsSync(path))
    throw new UsageError('--module', `there is no file ${path}`, 'Give the path of a TypeScript or JavaScript file.')
  const exported = Object.values(await exportsOf(path))
  const environments = [...new Set(exported)].filter(isEnvironment)
  if (environments.length > 0) return environments
  throw new UsageError(
    path,
    'the file exports no environment',
    'Export what `defineEnvironment` returns; see docs/guides/add-an-environment.md.',
  )
}

/** What the file exports, its imports of this package and of zod being the very modules that run here. */
async function exportsOf(path: string): Promise<object> {
  const { createJiti } = await import('jiti')
  const virtualModules = {
    [PACKAGE]: (await import(PACKAGE)) as object,
    [`${PACKAGE}/environments`]: builtIn,
    zod: z,
  }
  try {
    const loaded = await createJiti(pathToFileURL(path).href, { virtualModules, fsCache: false }).import<object>(path)
    // Tools are described when they are first asked for: here, so that what is wrong with one is said with its file.
    for (const value of Object.values(loaded)) if (isEnvironment(value)) void value.specs
    return loaded
  } catch (error) {
    const lines = String(error instanceof Error ? error.message : error).split('\n')
    const what = lines
      .map((line) => line.trim())
      .slice(0, 2)
      .join(', ')
    throw new UsageError(
      path,
      `the file cannot be loaded (${what})`,
      'See docs/guides/add-an-environment.md for what one looks like.',
    )
  }
}

function isEnvironment(value: unknown): value is Environment {
  const { ref, definition, observe } = (value ?? {}) as Partial<Environment>
  return typeof ref?.name === 'string' && typeof definition === 'object' && typeof observe === 'function'
}
