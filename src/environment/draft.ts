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
  readonly views: { count: number }
  readonly parent: Node | undefined
  view: object
  copy: Tree | undefined
  /** What the places of the copy held in the base; anything else that is there is new. */
  origin: Tree
  /** Views handed out before the first write, by key. */
  children: Map<string, Node> | undefined
  /** Keys at which the copy was given objects: views, or values that may hold views. Items of lists move, so all are searched. */
  held: string[] | undefined
}

const NODE = Symbol('node')

export function createDraft<T>(base: T): Draft<T> {
  const node = viewOf(base as Tree, undefined, { count: 0 })
  return { root: node.view as T, finish: () => finished(node) as T }
}

function viewOf(base: Tree, parent: Node | undefined, views: { count: number }): Node {
  views.count += 1
  const node: Node = {
    base,
    views,
    parent,
    view: base,
    copy: undefined,
    origin: base,
    children: undefined,
    held: undefined,
  }
  node.view = Array.isArray(base) ? new Proxy([node], arrayTraps) : new Proxy(node, objectTraps)
  return node
}

function writable(node: Node): Tree {
  if (node.copy) return node.copy
  const copy = (Array.isArray(node.base) ? node.base.slice() : { ...node.base }) as Tree
  node.copy = copy
  if (node.children) for (const [key, child] of node.children) hold(node, copy, key, child.view)
  if (node.parent) writable(node.parent)
  return copy
}

function hold(node: Node, copy: Tree, key: string, value: object): void {
  copy[key] = value
  ;(node.held ??= []).push(key)
}

function read(node: Node, key: string | symbol): unknown {
  if (key === NODE) return node
  const source = node.copy ?? node.base
  const value = source[key as string]
  if (typeof value !== 'object' || value === null || typeof key === 'symbol') return value
  if (node.copy && (value !== node.origin[key] || nodeOf(value))) return value
  if (!Object.hasOwn(source, key)) return value
  const known = node.copy ? undefined : node.children?.get(key)
  if (known) return known.view
  const child = viewOf(value as Tree, node, node.views)
  if (node.copy) hold(node, node.copy, key, child.view)
  else (node.children ??= new Map()).set(key, child)
  return child.view
}

function write(node: Node, key: string | symbol, value: unknown): boolean {
  const source = node.copy ?? node.base
  const before = source[key as string]
  if (before === value && (value !== undefined || Object.hasOwn(source, key))) return true
  const copy = writable(node)
  if (typeof value === 'object' && value !== null) hold(node, copy, key as string, value)
  else copy[key as string] = value
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
  if (items.some((item) => typeof item === 'object' && item !== null)) (node.held ??= []).push('')
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
  const { copy, held } = node
  if (!copy) return node.base
  if (held && node.views.count > 1) {
    node.held = undefined
    if (Array.isArray(copy)) for (let i = 0; i < copy.length; i++) settle(node, copy, i)
    else for (const key of held) settle(node, copy, key)
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
