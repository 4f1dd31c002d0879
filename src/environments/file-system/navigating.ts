import * as z from 'zod'
import type { Json, JsonObject } from '../../core/json.js'
import { defineTool, entity } from '../../environment/index.js'
import { readableSize } from './lines.js'
import { phrases } from './phrases/navigating.js'
import { isTruthy, refused, textOf } from './refusals.js'
import { directoryOf, entriesOf, entryOf, objectOf, pathOf, type State } from './state.js'
import { bytesBelow, subfoldersOf } from './survey.js'
import { namePartsBelow } from './wishes.js'

const tool = defineTool<State>()

/** Tools about where one is and what lies there (SEMANTICS.md section 5). */
export const navigating = {
  pwd: tool({
    description: 'Show the absolute path of the working directory.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ current_working_directory: entity('path', z.string()) }),
    phrases: phrases.pwd,
    candidates: () => [{}],
    run: ({ state }) => ({ current_working_directory: pathOf(state, state.cwd) }),
  }),
  ls: tool({
    description: 'List the names of the files and directories in the working directory, in the order they were added.',
    effect: 'read',
    parameters: z.object({
      a: entity('hidden-entries', z.boolean()).default(false).describe('Also list names that start with a dot.'),
    }),
    returns: z.object({ current_directory_content: z.array(entity('file', z.string())) }),
    phrases: phrases.ls,
    candidates({ state }): JsonObject[] {
      const names = entriesOf(state, state.cwd).map(([name]) => name)
      const plain = names.some((name) => !name.startsWith('.')) ? [{}] : []
      return names.some((name) => name.startsWith('.')) ? [...plain, { a: true }] : plain
    },
    run({ state, args: { a } }) {
      const names = entriesOf(state, state.cwd).map(([name]) => name)
      return { current_directory_content: isTruthy(a) ? names : names.filter((name) => !name.startsWith('.')) }
    },
  }),
  cd: tool({
    description:
      "Change the working directory by one level: into a directory inside it, to '..' above it, or to the root '/'.",
    effect: 'session',
    parameters: z.object({
      folder: entity('folder', z.string()).describe(
        "Name of a directory in the working directory, '..' or '/'; no longer paths.",
      ),
    }),
    returns: z.object({
      current_working_directory: entity('folder', z.string())
        .optional()
        .describe("Name of the new working directory; absent after '..'."),
    }),
    phrases: phrases.cd,
    candidates: ({ state }) => subfoldersOf(state, state.cwd).map((folder) => ({ folder })),
    run({ state, draft, args: { folder: given } }): Json {
      const text = textOf(given, "'{type}' object has no attribute 'rstrip'")
      const folder = text.replace(/\/+$/, '') || '/'
      if (folder === '..') {
        const { parent } = directoryOf(state, state.cwd)
        if (parent === null) throw refused('at-root', 'Current directory is already the root. Cannot go back.')
        draft().cwd = parent
        return {}
      }
      const id = destinationOf(state, folder)
      if (id !== state.cwd) draft().cwd = id
      return { current_working_directory: directoryOf(state, id).name }
    },
  }),
  find: tool({
    description: 'List the paths of everything below a directory, or only of what has a given text in its name.',
    effect: 'read',
    parameters: z.object({
      path: entity('path', z.string())
        .default('.')
        .describe("Where to start: '.' for the working directory, '/' for the root, or a path from either."),
      name: z
        .string()
        .nullable()
        .default(null)
        .describe('Text that a name must contain; without it everything is listed.'),
    }),
    returns: z.object({
      matches: z.array(entity('path', z.string())).describe('Paths that begin with the given start.'),
    }),
    phrases: phrases.find,
    candidates: ({ state, random }) => namePartsBelow(state, state.cwd, random).map((name) => ({ name })),
    run({ state, args: { path: given, name } }) {
      const path = textOf(given, "'{type}' object has no attribute 'rstrip'")
      const prefix = path.replace(/\/+$/, '')
      const start = path === '/' ? state.root : startOf(state, path, prefix)
      if (name !== null && name !== undefined) textOf(name, "'in <string>' requires string as left operand, not {type}")
      return { matches: matchesBelow(state, start, prefix, name ?? '') }
    },
  }),
  du: tool({
    description: 'Add up the size of all files in the working directory and below.',
    effect: 'read',
    parameters: z.object({
      human_readable: entity('size-style', z.boolean())
        .default(false)
        .describe('Give the size with two decimals in the fitting unit (KB, MB ...) instead of in bytes.'),
    }),
    returns: z.object({ disk_usage: z.string().describe("With its unit: '1840 bytes', '1.80 KB'.") }),
    phrases: phrases.du,
    candidates: ({ state }): JsonObject[] => (bytesBelow(state, state.cwd) > 0 ? [{}, { human_readable: true }] : []),
    run({ state, args: { human_readable } }) {
      const bytes = bytesBelow(state, state.cwd)
      return { disk_usage: isTruthy(human_readable) ? readableSize(bytes) : `${bytes} bytes` }
    },
  }),
}

function destinationOf(state: State, folder: string): number {
  if (folder === '/') return state.root
  if (folder === '.') return state.cwd
  if (folder.includes('/')) {
    throw refused('unsupported-path', `cd: ${folder}: Unsupported path. Only one folder level at a time is supported.`)
  }
  const id = entryOf(state, state.cwd, folder)
  if (id === undefined || objectOf(state, id).type === 'file')
    throw refused('not-found', `cd: '${folder}': No such file or directory`)
  return id
}

function startOf(state: State, path: string, prefix: string): number {
  const fromRoot = prefix.startsWith('/')
  let at = fromRoot ? state.root : state.cwd
  for (const segment of (fromRoot ? prefix.slice(1) : prefix).split('/')) {
    if (segment === '.') continue
    const id = entryOf(state, at, segment)
    if (id === undefined || objectOf(state, id).type === 'file')
      throw refused('not-found', `find: '${path}': No such file or directory`)
    at = id
  }
  return at
}

function matchesBelow(state: State, id: number, prefix: string, part: string): string[] {
  return entriesOf(state, id).flatMap(([name, child]) => {
    const path = `${prefix}/${name}`
    const below = objectOf(state, child).type === 'directory' ? matchesBelow(state, child, path, part) : []
    return name.includes(part) ? [path, ...below] : below
  })
}
