import { resolve } from 'node:path'
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'
import type { LeftOut } from '../importers/openapi/index.js'
import { addEnvironment } from './environments.js'
import { environmentsIn } from './modules.js'

/** Files of the user's own that environments come from. */
export interface OwnFiles {
  /** TypeScript or JavaScript that exports environments. */
  readonly modules: readonly string[]
  /** OpenAPI documents. */
  readonly openapi: readonly string[]
}

/** Under which name the threads of this process find the files. */
const FILES = 'turnsmith:own-files'

/** What was left out of an environment that was made from a document, by the environment's name. */
const leftOut = new Map<string, readonly LeftOut[]>()

/**
 * Makes the environments known that come from the user's own files, here and in every thread that is started from now on.
 * Modules are run: only ones that the user has named are, never one that a row or a manifest names.
 */
export async function useOwnFiles({ modules, openapi }: OwnFiles): Promise<void> {
  const files = { modules: absolute(modules), openapi: absolute(openapi) }
  await load(files)
  setEnvironmentData(FILES, files)
}

/** The same in a thread, with the files of its process. */
export async function useFilesOfProcess(): Promise<void> {
  const files = getEnvironmentData(FILES) as OwnFiles | undefined
  if (files) await load(files)
}

/** Operations of a document that no tool of its environment stands for, with the reason; none for other environments. */
export function leftOutOf(environment: string): readonly LeftOut[] {
  return leftOut.get(environment) ?? []
}

function absolute(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map((path) => resolve(path)))]
}

async function load({ modules, openapi }: OwnFiles): Promise<void> {
  for (const path of modules) for (const environment of await environmentsIn(path)) addEnvironment(environment, path)
  if (openapi.length === 0) return
  // Whoever has no documents needs nothing of what reads them.
  const { importDocument } = await import('./documents.js')
  for (const path of openapi) {
    const imported = importDocument(path)
    addEnvironment(imported.environment, path)
    leftOut.set(imported.environment.ref.name, imported.leftOut)
  }
}
