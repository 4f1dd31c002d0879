/**
 * Copy-on-write drafts of plain JSON trees: a writable view of a value that is never changed itself. Reads give child
 * views, the first write copies the place and its ancestors, `finish` gives the new tree and shares all that was not
 * written. Five to ten times cheaper than a general library, since objects and arrays are all there is.
 */
export interface Draft<T> {
  readonly root: T
  /** The tree with all writes in it; the very same value where nothing was written. Call it once. */
  readonly finish: () => T
}

type Tree = { [key: string | number]: unknown }

interface Node {
  readonly base: Tree
  readonly parent: Node | undefined
  /** Where it lies in the parent, until a tool moves it. */
  readonly key: string
  /** How deep it lies, the root at 1. */
  readonly depth: number
  /** Views made in the whole draft. */
  readonly views: { count: number }
  view: object
  /** Made with the first view below or the first write, since a view below is mostly asked for to write to it. */
  copy: Tree | undefined
  /** Has something been written here or below? */
  written: boolean
  /** What the places of the copy held in the base; anything else that is there is a view or new. */
  origin: Tree
  /** Of the views that lie in the copy. */
  children: Node[] | undefined
  /** Keys at which the tool put objects: views, or values that may hold views. Items of lists move, so all are searched. */
  given: string[] | undefined
}

const NODE = Symbol('node')

export function createDraft<T>(base: T): Draft<T> {
  const node = viewOf(base as Tree, undefined, '', { count: 0 })
  return { root: node.view as T, finish: () => finished(node) as T }
}

function viewOf(base: Tree, parent: Node | undefined, key: string, views: { count: number }): Node {
  views.count += 1
  const node: Node = {
    base,
    parent,
    key,
    depth: parent ? parent.depth + 1 : 1,
    views,
    view: base,
    copy: undefined,
    written: false,
    origin: base,
    children: undefined,
    given: undefined,
  }
  node.view = Array.isArray(base) ? new Proxy([node], arrayTraps) : new Proxy(node, objectTraps)
  return node
}

function copyOf(node: Node): Tree {
  return (node.copy ??= (Array.isArray(node.base) ? node.base.slice() : { ...node.base }) as Tree)
}

/** The copy, to be written to; the places above have theirs since they gave the view. */
function writable(node: Node): Tree {
  for (let at: Node | undefined = node; at && !at.written; at = at.parent) at.written = true
  return copyOf(node)
}

function read(node: Node, key: string | symbol): unknown {
  if (key === NODE) return node
  const source = node.copy ?? node.base
  const value = source[key as string]
  if (typeof value !== 'object' || value === null || typeof key === 'symbol') return value
  if (value !== node.origin[key] || !Object.hasOwn(source, key)) return value
  const child = viewOf(value as Tree, node, key, node.views)
  ;(node.children ??= []).push(child)
  copyOf(node)[key] = child.view
  return child.view
}

function write(node: Node, key: string | symbol, value: unknown): boolean {
  const source = node.copy ?? node.base
  const before = source[key as string]
  if (before === value && (value !== undefined || Object.hasOwn(source, key))) return true
  const copy = writable(node)
  if (typeof value === 'object' && value !== null) (node.given ??= []).push(key as string)
  copy[key as string] = value
  return true
}

function remove(node: Node, key: string | symbol): boolean {
  if (Object.hasOwn(node.copy ?? node.base, key)) delete writable(node)[key as string]
  return true
}

function describe(node: Node, key: string | symbol, target: object): PropertyDescriptor | undefined {
  const found = Reflect.getOwnPropertyDescriptor(node.copy ?? node.base, key)
  if (!found) return undefined
  return {
    ...found,
    value: read(node, key),
    writable: true,
    configurable: !(Array.isArray(target) && key === 'length'),
  }
}

const refuse = (): never => {
  throw new TypeError('A draft is plain JSON: assign its properties, nothing else.')
}

const objectTraps: ProxyHandler<Node> = {
  get: read,
  set: write,
  deleteProperty: remove,
  has: (node, key) => key in (node.copy ?? node.base),
  ownKeys: (node) => Reflect.ownKeys(node.copy ?? node.base),
  getOwnPropertyDescriptor: (node, key) => describe(node, key, node),
  getPrototypeOf: (node) => Reflect.getPrototypeOf(node.base),
  defineProperty: refuse,
  setPrototypeOf: refuse,
  preventExtensions: refuse,
}

/** What tools do most with lists, done at once: each item behind the place would pass through the traps. */
const listMethods = {
  push(this: object, ...items: unknown[]): number {
    return listWith(nodeOf(this) as Node, items).push(...items)
  },

  splice(this: object, ...range: [start: number, count: number, ...items: unknown[]]): unknown[] {
    const node = nodeOf(this) as Node
    const [start, count, ...items] = range
    const list = listWith(node, items)
    if (node.children) node.given ??= ['']
    const from = start < 0 ? Math.max(list.length + start, 0) : Math.min(start, list.length)
    const end = range.length === 1 ? list.length : Math.min(from + Math.max(count, 0), list.length)
    for (let i = from; i < end; i++) read(node, String(i))
    const origin = (node.origin as unknown as unknown[]).slice()
    origin.splice(from, end - from, ...items.map(() => undefined))
    node.origin = origin as unknown as Tree
    return list.splice(from, end - from, ...items)
  },
}

function listWith(node: Node, items: readonly unknown[]): unknown[] {
  const list = writable(node) as unknown as unknown[]
  if (items.some((item) => typeof item === 'object' && item !== null)) node.given ??= ['']
  return list
}

const arrayTraps: ProxyHandler<Node[]> = {
  get: ([node], key) => (key === 'push' || key === 'splice' ? listMethods[key] : read(node as Node, key)),
  set: ([node], key, value) => write(node as Node, key, value),
  deleteProperty: ([node], key) => remove(node as Node, key),
  has: ([node], key) => key in ((node as Node).copy ?? (node as Node).base),
  ownKeys: ([node]) => Reflect.ownKeys((node as Node).copy ?? (node as Node).base),
  getOwnPropertyDescriptor: (target, key) => describe(target[0] as Node, key, target),
  getPrototypeOf: () => Array.prototype,
  defineProperty: refuse,
  setPrototypeOf: refuse,
  preventExtensions: refuse,
}

const nodeOf = (value: object): Node | undefined => (value as { [NODE]?: Node })[NODE]

function finished(node: Node): Tree {
  const { copy, children, given } = node
  if (!copy || !node.written) return node.base
  node.children = undefined
  node.given = undefined
  if (children) for (const child of children) if (copy[child.key] === child.view) copy[child.key] = finished(child)
  // A new value cannot hold the place itself nor those above it, so there is nothing to find without other views.
  if (given && node.views.count > node.depth) {
    if (Array.isArray(copy)) for (let i = 0; i < copy.length; i++) settle(node, copy, i)
    else for (const key of given) settle(node, copy, key)
  }
  return copy
}

function settle(node: Node, copy: Tree, key: string | number): void {
  const value = copy[key]
  if (typeof value === 'object' && value !== null && value !== node.origin[key]) copy[key] = withoutViews(value as Tree)
}

/** A value written by a tool may be a view, or hold views deep inside. */
function withoutViews(value: Tree): Tree {
  const node = nodeOf(value)
  if (node) return finished(node)
  for (const key of Object.keys(value)) {
    const child = value[key]
    if (typeof child !== 'object' || child === null) continue
    const clean = withoutViews(child as Tree)
    if (clean !== child) value[key] = clean
  }
  return value
}
