import * as z from 'zod'

const directory = z.object({
  type: z.literal('directory'),
  name: z.string(),
  map: z.number().int(),
  parent: z.number().int().nullable(),
})
const file = z.object({ type: z.literal('file'), name: z.string(), content: z.string() })

/**
 * A tree of directories whose sharing shows (SEMANTICS.md section 5): directories and files are objects, the entries of
 * a directory lie in a map of their own, and copies and moves may share either. Ids are places in the two lists, which
 * only grow: a list of thousands is copied at once, a table of as many keys is not.
 */
export const state = z.object({
  longContext: z.boolean(),
  objects: z.array(z.discriminatedUnion('type', [directory, file])),
  /** Entry name and object id, in insertion order. */
  maps: z.array(z.array(z.tuple([z.string(), z.number().int()]))),
  root: z.number().int(),
  cwd: z.number().int(),
})

export type State = z.infer<typeof state>
export type Directory = z.infer<typeof directory>
export type File = z.infer<typeof file>
export type Entries = State['maps'][number]

export function objectOf(from: State, id: number): Directory | File {
  const found = from.objects[id]
  if (!found) throw new Error(`file-system: the state has no object ${id}.`)
  return found
}

export function directoryOf(from: State, id: number): Directory {
  const found = objectOf(from, id)
  if (found.type !== 'directory') throw new Error(`file-system: object ${id} is not a directory.`)
  return found
}

/** The entries of a directory, by its id. */
export function entriesOf(from: State, id: number): Entries {
  return mapOf(from, directoryOf(from, id).map)
}

export function mapOf(from: State, map: number): Entries {
  const found = from.maps[map]
  if (!found) throw new Error(`file-system: the state has no map ${map}.`)
  return found
}

/** The object an entry of a directory stands for; an entry literally named `.` stands for the directory itself. */
export function entryOf(from: State, id: number, name: string): number | undefined {
  const entry = entriesOf(from, id).find(([key]) => key === name)
  return entry && name === '.' ? id : entry?.[1]
}

/** Absolute path as `pwd` prints it, the root's own name included. */
export function pathOf(from: State, id: number): string {
  const names: string[] = []
  for (let at: number | null = id; at !== null; at = directoryOf(from, at).parent)
    names.unshift(directoryOf(from, at).name)
  return `/${names.join('/')}`
}
