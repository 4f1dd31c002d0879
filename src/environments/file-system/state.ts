import * as z from 'zod'

const directory = z.object({
  type: z.literal('directory'),
  name: z.string(),
  map: z.string(),
  parent: z.string().nullable(),
})
const file = z.object({ type: z.literal('file'), name: z.string(), content: z.string() })

/**
 * A tree of directories whose sharing shows (SEMANTICS.md section 5): directories and files are objects with ids, the
 * entries of a directory lie in a map of their own, and copies and moves may share either.
 */
export const state = z.object({
  longContext: z.boolean(),
  objects: z.record(z.string(), z.discriminatedUnion('type', [directory, file])),
  /** Entry name and object id, in insertion order. */
  maps: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
  root: z.string(),
  cwd: z.string(),
  /** Number of the next object or map id. */
  next: z.number().int(),
})

export type State = z.infer<typeof state>
export type Directory = z.infer<typeof directory>
export type File = z.infer<typeof file>
export type Entries = State['maps'][string]

export function objectOf(from: State, id: string): Directory | File {
  const found = from.objects[id]
  if (!found) throw new Error(`file-system: the state has no object '${id}'.`)
  return found
}

export function directoryOf(from: State, id: string): Directory {
  const found = objectOf(from, id)
  if (found.type !== 'directory') throw new Error(`file-system: object '${id}' is not a directory.`)
  return found
}

/** The entries of a directory, by its id. */
export function entriesOf(from: State, id: string): Entries {
  return mapOf(from, directoryOf(from, id).map)
}

export function mapOf(from: State, map: string): Entries {
  const found = from.maps[map]
  if (!found) throw new Error(`file-system: the state has no map '${map}'.`)
  return found
}

/** The object an entry of a directory stands for; an entry literally named `.` stands for the directory itself. */
export function entryOf(from: State, id: string, name: string): string | undefined {
  const entry = entriesOf(from, id).find(([key]) => key === name)
  return entry && name === '.' ? id : entry?.[1]
}

/** Absolute path as `pwd` prints it, the root's own name included. */
export function pathOf(from: State, id: string): string {
  const names: string[] = []
  for (let at: string | null = id; at !== null; at = directoryOf(from, at).parent)
    names.unshift(directoryOf(from, at).name)
  return `/${names.join('/')}`
}
