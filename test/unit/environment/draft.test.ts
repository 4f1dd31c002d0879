import fc from 'fast-check'
import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import { createDraft } from '../../../src/environment/draft.js'

type Box = { [key: string]: unknown }

const tree = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(1, 'x', null, true),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', '1'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value

const root = fc.record(
  {
    a: tree,
    b: fc.array(tree, { maxLength: 4 }),
    c: fc.dictionary(fc.constantFrom('a', 'b'), tree, { noNullPrototype: true }),
  },
  { noNullPrototype: true },
)

/** A step: where to go (by index among the keys met), and what to do there. */
const step = fc.record({
  path: fc.array(fc.nat(5), { maxLength: 4 }),
  action: fc.nat(9),
  key: fc.nat(5),
  value: tree,
  other: fc.array(fc.nat(5), { maxLength: 3 }),
})

function place(from: Box, path: readonly number[]): Box {
  let here = from
  for (const index of path) {
    const keys = Object.keys(here)
    const child = here[keys[index % Math.max(keys.length, 1)] ?? '']
    if (typeof child !== 'object' || child === null) return here
    here = child as Box
  }
  return here
}

function act(
  draft: Box,
  { path, action, key, value, other }: typeof step extends fc.Arbitrary<infer S> ? S : never,
): void {
  const here = place(draft, path)
  const fresh = structuredClone(value)
  if (Array.isArray(here)) {
    const list = here as unknown[]
    if (action === 0) list.push(fresh)
    else if (action === 1) list.shift()
    else if (action === 2) list.splice((key % (list.length + 1)) - (key === 5 ? list.length : 0), key % 3, fresh)
    else if (action === 3) list.reverse()
    else if (action === 4) list.unshift(fresh)
    else if (action === 5) list.length = Math.min(list.length, key)
    else if (action === 6) list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    else if (list.length > 0) list[key % list.length] = fresh
    return
  }
  const name = ['a', 'b', 'c', '1', 'z', 'y'][key] as string
  if (action === 0) delete here[name]
  else if (action === 1) Object.assign(here, { [name]: fresh, z: 1 })
  else if (action === 2) here[name] = { inside: place(draft, other) === here ? 1 : [place(draft, other)] }
  else if (action === 3) here[name] = { ...here, [name]: fresh }
  else here[name] = fresh
}

describe('a draft', () => {
  it('gives what the library gives, and never touches its base', () => {
    fc.assert(
      fc.property(root, fc.array(step, { maxLength: 8 }), (base, steps) => {
        const before = JSON.stringify(base)
        const [theirs, finalize] = create(base as object)
        const ours = createDraft(base as object)
        // A tree put into itself is no tree: such steps end the run on both sides.
        for (const one of steps) {
          if (one.action === 2 && !Array.isArray(place(ours.root as Box, one.path))) continue
          act(theirs as Box, one)
          act(ours.root as Box, one)
          expect(JSON.stringify(ours.root)).toBe(JSON.stringify(theirs))
        }
        const next = ours.finish()
        expect(JSON.stringify(next)).toBe(JSON.stringify(finalize()))
        expect(JSON.stringify(base)).toBe(before)
      }),
      { numRuns: 1000 },
    )
  })

  it('shares what was not written, and is its base where nothing was', () => {
    const base = { a: { x: 1 }, b: { y: [1, 2] }, c: 3 }
    const untouched = createDraft(base)
    expect(untouched.root.b.y.map((n) => n + 1)).toEqual([2, 3])
    untouched.root.c = 3
    expect(untouched.finish()).toBe(base)
    const touched = createDraft(base)
    touched.root.b.y.push(3)
    const next = touched.finish()
    expect(next).toEqual({ a: { x: 1 }, b: { y: [1, 2, 3] }, c: 3 })
    expect(next.a).toBe(base.a)
    expect(base.b.y).toEqual([1, 2])
  })

  it('may be put into other places of itself, alone or inside new values', () => {
    const base: { list: { id: number }[]; box: { [key: string]: unknown } } = { list: [{ id: 1 }, { id: 2 }], box: {} }
    const { root: draft, finish } = createDraft(base)
    const first = draft.list[0] as { id: number }
    draft.box['moved'] = first
    draft.box['inside'] = { deep: [draft.list[1]] }
    first.id = 9
    draft.list.shift()
    const next = finish()
    expect(next).toEqual({ list: [{ id: 2 }], box: { moved: { id: 9 }, inside: { deep: [{ id: 2 }] } } })
    expect(structuredClone(next)).toEqual(next)
    expect(base).toEqual({ list: [{ id: 1 }, { id: 2 }], box: {} })
  })
})
