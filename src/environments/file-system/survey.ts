import { directoryOf, entriesOf, type File, objectOf, type State } from './state.js'

/** A file of the tree, and the folder it lies in. */
export interface ListedFile {
  readonly name: string
  readonly folder: number
  readonly file: File
}

export interface ListedFolder {
  readonly name: string
  readonly id: number
}

interface Survey {
  readonly files: readonly ListedFile[]
  readonly folders: readonly ListedFolder[]
  readonly names: readonly string[]
}

const surveys = new WeakMap<State, Survey>()

/** Files whose name occurs once in the tree and starts as words do, in depth-first order: those a person can point at by name. */
export function listedFiles(state: State): readonly ListedFile[] {
  return surveyOf(state).files
}

/** So many files are enough to work on. */
const ENOUGH = 3

/**
 * Of these, the ones in the branch that the working directory lies in, where it has some: what somebody works on at a time. The
 * folders above are done with: who came from there knows the way back.
 */
export function filesAtHand(state: State): readonly ListedFile[] {
  const above = new Set(ancestorsOf(state, state.cwd))
  const ahead = listedFiles(state).filter(({ folder }) => !above.has(folder))
  const branch = branchOf(state, state.cwd)
  const near = branch === undefined ? [] : ahead.filter(({ folder }) => branchOf(state, folder) === branch)
  if (near.length >= ENOUGH) return near
  return ahead.length > 0 ? ahead : listedFiles(state)
}

function ancestorsOf(state: State, folder: number): number[] {
  const { parent } = directoryOf(state, folder)
  return parent === null ? [] : [parent, ...ancestorsOf(state, parent)]
}

/** The folder right below the root that a folder lies in, or is. */
function branchOf(state: State, folder: number): number | undefined {
  const { parent } = directoryOf(state, folder)
  if (parent === null) return undefined
  return parent === state.root ? folder : branchOf(state, parent)
}

/** The same of the folders below the root. */
export function listedFolders(state: State): readonly ListedFolder[] {
  return surveyOf(state).folders
}

/** Every name in the tree, the root's included. */
export function takenNames(state: State): readonly string[] {
  return surveyOf(state).names
}

export function emptyFolders(state: State): string[] {
  return listedFolders(state)
    .filter(({ id }) => id !== state.cwd && entriesOf(state, id).length === 0)
    .map(({ name }) => name)
}

/** Names of the folders right inside a folder. */
export function subfoldersOf(state: State, id: number): string[] {
  return entriesOf(state, id)
    .filter(([, child]) => objectOf(state, child).type === 'directory')
    .map(([name]) => name)
}

/** UTF-8 size of all files below a folder. */
export function bytesBelow(state: State, id: number): number {
  return entriesOf(state, id).reduce((sum, [, child]) => {
    const object = objectOf(state, child)
    return sum + (object.type === 'file' ? Buffer.byteLength(object.content) : bytesBelow(state, child))
  }, 0)
}

function surveyOf(state: State): Survey {
  const known = surveys.get(state)
  if (known) return known
  const files: ListedFile[] = []
  const folders: ListedFolder[] = []
  const counts = new Map([[objectOf(state, state.root).name, 1]])
  const visit = (folder: number): void => {
    for (const [name, id] of entriesOf(state, folder)) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
      const object = objectOf(state, id)
      if (object.type === 'file') files.push({ name, folder, file: object })
      else {
        folders.push({ name, id })
        visit(id)
      }
    }
  }
  visit(state.root)
  const sayable = ({ name }: { name: string }): boolean => counts.get(name) === 1 && /^\w/.test(name)
  const survey = { files: files.filter(sayable), folders: folders.filter(sayable), names: [...counts.keys()] }
  surveys.set(state, survey)
  return survey
}
