import { cpus } from 'node:os'
import * as z from 'zod'
import { createWorld, defineEnvironment, defineTool, type World } from '../src/environment/index.js'

const KILOBYTES = [3, 50, 500]
/** Each way is measured in rounds of this length; the fastest counts, which other programs on the machine disturb least. */
const ROUND_MS = 40
const ROUNDS = 8

const state = z.object({
  items: z.record(
    z.string(),
    z.object({ title: z.string(), text: z.string(), shelf: z.number().int(), tags: z.array(z.string()) }),
  ),
  moves: z.number().int(),
})
type State = z.infer<typeof state>
const define = defineTool<State>()

const shelf = defineEnvironment<State>({
  name: 'shelf',
  version: 1,
  summary: 'Things on shelves.',
  state,
  scenario: () => ({ state: { items: {}, moves: 0 }, userKnows: [], situations: [] }),
  tools: {
    where: define({
      description: 'Tell the shelf of an item.',
      effect: 'read',
      parameters: z.object({ item: z.string() }),
      returns: z.object({ shelf: z.number().int() }),
      run: ({ state: { items }, args }) => ({ shelf: items[args.item]?.shelf ?? -1 }),
    }),
    move: define({
      description: 'Put an item on another shelf.',
      effect: 'write',
      parameters: z.object({ item: z.string(), shelf: z.number().int() }),
      returns: z.object({ moves: z.number().int() }),
      run({ draft, args }) {
        const next = draft()
        const item = next.items[args.item]
        if (item) item.shelf = args.shelf
        next.moves += 1
        return { moves: next.moves }
      },
    }),
  },
})

/** Cost of what worlds do, against a clone of the state, which is what forking by copying would cost. */
export function run(): void {
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}; microseconds, fastest of ${ROUNDS} rounds; in brackets how many times cheaper than structuredClone of the state`,
  )
  const rows = KILOBYTES.map(measure)
  const names = Object.keys(rows[0]?.microseconds ?? {})
  console.log(['state'.padStart(8), ...names.map((name) => name.padStart(18))].join(''))
  for (const { kilobytes, microseconds } of rows) {
    const clone = microseconds['clone'] ?? 0
    console.log(
      [`${kilobytes} KB`.padStart(8), ...names.map((name) => cell(microseconds[name] ?? 0, clone).padStart(18))].join(
        '',
      ),
    )
  }
  console.log(JSON.stringify({ bench: 'environment', rows }))
}

function cell(microseconds: number, clone: number): string {
  const ratio = clone / microseconds
  return `${microseconds.toPrecision(3)} (${ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(2)}x)`
}

interface Measured {
  readonly kilobytes: number
  readonly microseconds: { readonly [what: string]: number }
}

function measure(kilobytes: number): Measured {
  const whole = stateOf(kilobytes * 1024)
  const items = Object.keys(whole.items)
  const item = (i: number): string => items[i % items.length] ?? ''
  const world = worldOf(whole)
  const writing = world.fork()
  return {
    kilobytes,
    microseconds: {
      read: fastest((i) => world.call({ id: '', name: 'where', arguments: { item: item(i) } })),
      write: fastest((i) => writing.call({ id: '', name: 'move', arguments: { item: item(i), shelf: i } })),
      fork: fastest(() => world.fork()),
      snapshot: fastest(() => world.snapshot()),
      // A new identity each time, since a digest is remembered with the state it was made of.
      digest: fastest(() => worldOf({ ...whole }).digest()),
      clone: fastest(() => structuredClone(whole)),
    },
  }
}

/** Items are as long as tickets, files or messages are. */
const TEXT = 'A few sentences of no importance. '.repeat(9)

/** A state whose JSON text has about this many bytes. */
function stateOf(bytes: number): State {
  const items: State['items'] = {}
  let size = 24
  for (let i = 0; size < bytes; i++) {
    const entry = { title: `thing number ${i}`, text: TEXT, shelf: i % 40, tags: ['oak', `row ${i % 7}`] }
    items[`item-${i}`] = entry
    size += JSON.stringify(entry).length + `"item-${i}":,`.length
  }
  return { items, moves: 0 }
}

function worldOf(whole: State): World {
  const environments = [shelf]
  return createWorld(environments, {
    environments: [shelf.ref],
    state: { shelf: whole },
    clock: '2026-03-02T09:00:00',
  })
}

/** Microseconds of one call in the fastest round. */
function fastest(work: (i: number) => unknown): number {
  let best = Infinity
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    let calls = 0
    while (performance.now() - begun < ROUND_MS) {
      for (let i = 0; i < 8; i++) work(calls + i)
      calls += 8
    }
    best = Math.min(best, ((performance.now() - begun) * 1000) / calls)
  }
  return best
}
