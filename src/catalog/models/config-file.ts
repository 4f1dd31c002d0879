import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../../core/errors.js'
import { exportsOf } from '../load-file.js'
import { type CheckedFile, fileSchema } from './schema.js'

const NAMES = ['turnsmith.config.ts', 'turnsmith.config.js', 'turnsmith.config.mjs']

/** The configuration file that was named, or the one of this directory; nothing where there is none. */
export async function loadConfigurationFile(named: string | undefined, directory = '.'): Promise<CheckedFile> {
  const path = named ?? NAMES.map((name) => resolve(directory, name)).find((candidate) => existsSync(candidate))
  if (path === undefined) return fileSchema.parse({})
  if (!existsSync(path))
    throw new UsageError('--config', `there is no file ${path}`, 'Give the path of a configuration file.')
  return checked(await exportOf(resolve(path)), path)
}

async function exportOf(path: string): Promise<unknown> {
  const loaded = await exportsOf(path, 'It must be a module whose default export is the configuration.')
  return loaded['default'] ?? loaded
}

/** The file as it is used: everything filled in, every name it refers to there. */
function checked(exported: unknown, path: string): CheckedFile {
  const parsed = fileSchema.safeParse(exported)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const at = issue?.path.join('.') || 'the default export'
    throw new UsageError(
      path,
      `${at}: ${issue?.message ?? 'not understood'}`,
      'See docs/guides/models.md for what can stand there.',
    )
  }
  const { endpoints, models, roles } = parsed.data
  for (const [name, { endpoint }] of Object.entries(models))
    if (!endpoints[endpoint])
      throw missing(path, `models.${name}.endpoint`, `endpoint '${endpoint}'`, Object.keys(endpoints))
  for (const [role, model] of Object.entries(roles))
    if (model !== undefined && model !== 'procedural' && !models[model])
      throw missing(path, `roles.${role}`, `model '${model}'`, ['procedural', ...Object.keys(models)])
  return parsed.data
}

function missing(path: string, at: string, what: string, known: readonly string[]): UsageError {
  return new UsageError(path, `${at}: there is no ${what}`, `Known: ${known.join(', ') || 'none'}.`)
}
