import { type Directory, directoryOf, type Entries, entriesOf, type File, mapOf, type State } from './state.js'

/** A state with nothing but a root directory, which is the working directory. */
export function emptyState(rootName: string, longContext = false): State {
  return {
    longContext,
    objects: [{ type: 'directory', name: rootName, map: 0, parent: null }],
    maps: [[]],
    root: 0,
    cwd: 0,
  }
}

/** Appends a file to a directory; returns its id. */
export function addFile(to: State, parent: number, name: string, content: string): number {
  return addObject(to, parent, { type: 'file', name, content })
}

/** Appends a directory with its own map, holding the given entries, to a directory; returns its id. */
export function addDirectory(to: State, parent: number, name: string, entries: Entries = []): number {
  const map = to.maps.push([...entries]) - 1
  return addObject(to, parent, { type: 'directory', name, map, parent })
}

/** Appends a directory that shares an existing map; returns its id. */
export function addAlias(to: State, parent: number, name: string, map: number): number {
  return addObject(to, parent, { type: 'directory', name, map, parent })
}

/** Takes an entry that the state has in a directory out of the draft of that state. */
export function removeEntry(draft: State, from: State, parent: number, name: string): void {
  const index = entriesOf(from, parent).findIndex(([key]) => key === name)
  if (index >= 0) mapOf(draft, directoryOf(from, parent).map).splice(index, 1)
}

/** Would a directory with these entries, put into `parent`, contain itself? */
export function wouldContainItself(from: State, entries: Entries, parent: number): boolean {
  const target = directoryOf(from, parent).map
  const seen = new Set<number>()
  const reaches = (list: Entries): boolean =>
    list.some(([, id]) => {
      const object = from.objects[id]
      if (object?.type !== 'directory' || seen.has(object.map)) return false
      seen.add(object.map)
      return object.map === target || reaches(mapOf(from, object.map))
    })
  return reaches(entries)
}

function addObject(to: State, parent: number, object: Directory | File): number {
  const id = to.objects.push(object) - 1
  entriesOf(to, parent).push([object.name, id])
  return id
}
