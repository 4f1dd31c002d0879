import * as z from 'zod'
import { defineTool, entity } from '../../environment/index.js'
import { addDirectory, addFile, removeEntry } from './edit.js'
import { phrases } from './phrases/editing.js'
import { hasInvalidCharacter, isTruthy, nameOf, raised, refused, textOf } from './refusals.js'
import { entriesOf, entryOf, type File, objectOf, type State } from './state.js'
import { emptyFolders, filesAtHand } from './survey.js'
import { newFileNames, newFolderNames, rewrites } from './wishes.js'

const tool = defineTool<State>()
const outcome = z.object({ result: z.string().describe('What was done, as a sentence.') })

/** Tools that create, overwrite and remove what lies in the working directory (SEMANTICS.md section 5). */
export const editing = {
  mkdir: tool({
    description: 'Create an empty directory in the working directory.',
    effect: 'write',
    parameters: z.object({ dir_name: entity('new-folder', z.string()).describe('Name that is not taken there yet.') }),
    returns: z.null(),
    phrases: phrases.mkdir,
    candidates: ({ state, random }) => newFolderNames(state, random).map((name) => ({ dir_name: name })),
    run({ state, draft, args }) {
      const name = nameOf(args.dir_name)
      refuseNewName(state, name, `mkdir: cannot create directory '${name}'`)
      addDirectory(draft(), state.cwd, name)
      return null
    },
  }),
  touch: tool({
    description: 'Create an empty file in the working directory.',
    effect: 'write',
    parameters: z.object({ file_name: entity('new-file', z.string()).describe('Name that is not taken there yet.') }),
    returns: z.null(),
    phrases: phrases.touch,
    candidates: ({ state, random }) => newFileNames(state, random).map((name) => ({ file_name: name })),
    run({ state, draft, args }) {
      const name = nameOf(args.file_name)
      refuseNewName(state, name, `touch: cannot touch '${name}'`)
      addFile(draft(), state.cwd, name, '')
      return null
    },
  }),
  echo: tool({
    description:
      'Replace the whole content of an existing file in the working directory by a text, or, without a file, print the text.',
    effect: 'write',
    parameters: z.object({
      content: entity('text', z.string()).describe('The text.'),
      file_name: entity('file', z.string())
        .nullable()
        .default(null)
        .describe('The file to overwrite; it must exist already.'),
    }),
    returns: z
      .union([z.object({ terminal_output: z.string() }), z.null()])
      .describe('The text if it was printed, else nothing.'),
    phrases: phrases.echo,
    candidates: ({ state, random }) => rewrites(state, random),
    run({ state, draft, args: { content, file_name } }) {
      if (!isTruthy(file_name)) return { terminal_output: content }
      const name = nameOf(file_name)
      if (hasInvalidCharacter(name)) throw refused('invalid-name', `echo: cannot write to '${name}': Invalid character`)
      const id = entryOf(state, state.cwd, name)
      if (id === undefined) throw refused('not-found', `echo: cannot write to '${name}': No such file`)
      if (objectOf(state, id).type === 'directory')
        throw raised('is-directory', "'Directory' object has no attribute '_write'")
      ;(objectOf(draft(), id) as File).content = textOf(content, 'write() argument must be str, not {type}')
      return null
    },
  }),
  rm: tool({
    description: 'Remove a file, or a directory with everything in it, from the working directory.',
    effect: 'write',
    parameters: z.object({
      file_name: entity('file', z.string()).describe('Name of a file or directory in the working directory.'),
    }),
    ends: 'file_name',
    returns: outcome,
    phrases: phrases.rm,
    candidates: ({ state }) => filesAtHand(state).map(({ name }) => ({ file_name: name })),
    run({ state, draft, args }) {
      const name = nameOf(args.file_name)
      if (entryOf(state, state.cwd, name) === undefined)
        throw refused('not-found', `rm: cannot remove '${name}': No such file or directory`)
      removeEntry(draft(), state, state.cwd, name)
      return { result: `'${name}' removed` }
    },
  }),
  rmdir: tool({
    description: 'Remove an empty directory from the working directory.',
    effect: 'write',
    parameters: z.object({
      dir_name: entity('folder', z.string()).describe('Name of an empty directory in the working directory.'),
    }),
    returns: outcome,
    phrases: phrases.rmdir,
    candidates: ({ state }) => emptyFolders(state).map((name) => ({ dir_name: name })),
    run({ state, draft, args }) {
      const name = nameOf(args.dir_name)
      const id = entryOf(state, state.cwd, name)
      if (id === undefined) throw refused('not-found', `rmdir: cannot remove '${name}': No such file or directory`)
      if (objectOf(state, id).type === 'file')
        throw refused('not-directory', `rmdir: cannot remove '${name}': Not a directory`)
      if (entriesOf(state, id).length > 0)
        throw refused('not-empty', `rmdir: cannot remove '${name}': Directory not empty`)
      removeEntry(draft(), state, state.cwd, name)
      return { result: `'${name}' removed` }
    },
  }),
}

function refuseNewName(state: State, name: string, text: string): void {
  if (hasInvalidCharacter(name)) throw refused('invalid-name', `${text}: Invalid character`)
  if (entryOf(state, state.cwd, name) !== undefined) throw refused('exists', `${text}: File exists`)
}
