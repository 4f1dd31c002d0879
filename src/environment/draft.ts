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
  /** Views handed out before the first write, by key. */
  children: Map<string, Node> | undefined
  /** May the copy hold views or values that hold views? */
  holdsViews: boolean
}

const NODE = Symbol('node')

export function createDraft<T>(base: T): Draft<T> {
  const node = viewOf(base as Tree, undefined, { count: 0 })
  return { root: node.view as T, finish: () => finished(node) as T }
}

function viewOf(base: Tree, parent: Node | undefined, views: { count: number }): Node {
  views.count += 1
  const node: Node = { base, views, parent, view: base, copy: undefined, children: undefined, holdsViews: false }
  node.view = Array.isArray(base) ? new Proxy([node], arrayTraps) : new Proxy(node, objectTraps)
  return node
}

function writable(node: Node): Tree {
  if (node.copy) return node.copy
  const copy = (Array.isArray(node.base) ? node.base.slice() : { ...node.base }) as Tree
  for (const [key, child] of node.children ?? []) copy[key] = child.view
  node.copy = copy
  node.holdsViews = node.children !== undefined
  if (node.parent) markChanged(node.parent)
  return copy
}

function markChanged(node: Node): void {
  writable(node)
  node.holdsViews = true
}

function read(node: Node, key: string | symbol): unknown {
  if (key === NODE) return node
  const source = node.copy ?? node.base
  const value = source[key as string]
  if (typeof value !== 'object' || value === null || typeof key === 'symbol') return value
  if (node.copy && (value !== node.base[key] || nodeOf(value))) return value
  if (!Object.hasOwn(source, key)) return value
  const known = node.copy ? undefined : node.children?.get(key)
  if (known) return known.view
  const child = viewOf(value as Tree, node, node.views)
  if (node.copy) {
    node.copy[key] = child.view
    node.holdsViews = true
  } else (node.children ??= new Map()).set(key, child)
  return child.view
}

function write(node: Node, key: string | symbol, value: unknown): boolean {
  const source = node.copy ?? node.base
  const before = source[key as string]
  if (before === value && (value !== undefined || Object.hasOwn(source, key))) return true
  writable(node)[key as string] = value
  if (typeof value === 'object' && value !== null) node.holdsViews = true
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

const arrayTraps: ProxyHandler<Node[]> = {
  get: ([node], key) => read(node as Node, key),
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
  const { copy } = node
  if (!copy) return node.base
  if (node.holdsViews && node.views.count > 1) {
    node.holdsViews = false
    for (const key of Object.keys(copy)) {
      const value = copy[key]
      if (typeof value === 'object' && value !== null && value !== node.base[key])
        copy[key] = withoutViews(value as Tree)
    }
  }
  return copy
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
