import * as z from 'zod'
import { defineTool, entity } from '../../environment/index.js'
import { addAlias, addDirectory, addFile, removeEntry, wouldContainItself } from './edit.js'
import { phrases } from './phrases/transferring.js'
import { nameOf, raised, refused } from './refusals.js'
import { type Directory, directoryOf, entryOf, type File, mapOf, objectOf, type State } from './state.js'
import { copies, moves } from './wishes.js'

const tool = defineTool<State>()
const parameters = z.object({
  source: entity('file', z.string()).describe('Name of a file or directory in the working directory.'),
  destination: entity('new-name', z.string()).describe(
    'Name of a directory in the working directory, where the name is kept, or else the new name. Paths are not allowed.',
  ),
})
const returns = z.object({ result: z.string().describe('What was done, as a sentence.') })

/** Moving and copying, which share entry maps and files as the original does (SEMANTICS.md section 5, object identity). */
export const transferring = {
  mv: tool({
    description: 'Move a file or directory of the working directory into a directory beside it, or rename it.',
    effect: 'write',
    parameters,
    returns,
    phrases: phrases.mv,
    candidates: ({ state, random }) => moves(state, random),
    run({ state, draft, args }) {
      const { source, destination, id, into } = transferOf(state, args, 'mv: cannot move', 'mv')
      const item = objectOf(state, id)
      if (into !== undefined && entryOf(state, into, source) !== undefined) {
        throw refused('exists', `mv: cannot move '${source}' to '${destination}/${source}': File exists`)
      }
      const vanishes = into === id && item.type === 'directory'
      const parent = into ?? state.cwd
      if (item.type === 'directory' && !vanishes) refuseCycle(state, item, parent)
      removeEntry(draft(), state, state.cwd, source)
      if (!vanishes) addMoved(draft(), parent, into === undefined ? destination : source, item)
      return { result: `'${source}' moved to '${targetText(source, destination, into)}'` }
    },
  }),
  cp: tool({
    description:
      'Copy a file or directory of the working directory into a directory beside it, or beside itself under a new name.',
    effect: 'write',
    parameters,
    returns,
    phrases: phrases.cp,
    candidates: ({ state, random }) => copies(state, random),
    run({ state, draft, args }) {
      const { source, destination, id, into } = transferOf(state, args, 'cp: cannot copy', 'cp')
      const item = objectOf(state, id)
      if (into !== undefined && entryOf(state, into, source) !== undefined) {
        const kind = item.type === 'file' ? 'File' : 'Directory'
        throw raised('exists', `${kind} '${source}' already exists in directory '${destination}'.`)
      }
      if (item.type === 'directory' && into !== undefined) refuseCycle(state, item, into)
      addCopied(draft(), into ?? state.cwd, into === undefined ? destination : source, item)
      return { result: `'${source}' copied to '${targetText(source, destination, into)}'` }
    },
  }),
}

interface Transfer {
  readonly source: string
  readonly destination: string
  /** The object to be moved or copied. */
  readonly id: number
  /** The directory it goes into; undefined where it gets a new name. */
  readonly into: number | undefined
}

function transferOf(
  state: State,
  args: { source: string; destination: string },
  failure: string,
  command: string,
): Transfer {
  const source = nameOf(args.source)
  const id = entryOf(state, state.cwd, source)
  if (id === undefined) throw refused('not-found', `${failure} '${source}': No such file or directory`)
  const destination = nameOf(args.destination)
  if (destination.includes('/')) {
    throw refused(
      'unsupported-path',
      `${command}: path not allowed in destination. Provide only a file or directory name.`,
    )
  }
  const into = entryOf(state, state.cwd, destination)
  if (into !== undefined && objectOf(state, into).type === 'file') {
    throw refused('not-directory', `${failure} '${source}' to '${destination}': Not a directory`)
  }
  return { source, destination, id, into }
}

function targetText(source: string, destination: string, into: number | undefined): string {
  return into === undefined ? destination : `${destination}/${source}`
}

/** The original makes a tree that contains itself, on which every later walk fails; here the call itself fails. */
function refuseCycle(state: State, item: Directory, parent: number): void {
  if (directoryOf(state, parent).map === item.map || wouldContainItself(state, mapOf(state, item.map), parent)) {
    throw raised('contains-itself', 'maximum recursion depth exceeded')
  }
}

/** A moved directory is a new object on the same map, so sub-directories still have the old one as parent. */
function addMoved(draft: State, parent: number, name: string, item: Directory | File): void {
  if (item.type === 'file') addFile(draft, parent, name, item.content)
  else addAlias(draft, parent, name, item.map)
}

/** A copied directory has a map of its own, whose entries are the same objects. */
function addCopied(draft: State, parent: number, name: string, item: Directory | File): void {
  if (item.type === 'file') addFile(draft, parent, name, item.content)
  else addDirectory(draft, parent, name, mapOf(draft, item.map))
}
