import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createInProcess, createThreads, type Outcome, type Pool, serve } from '../../../src/runtime/index.js'
import { temporaryDirectories } from '../../support/results.js'

const directory = temporaryDirectories()

interface Input {
  readonly n: number
  readonly exit?: boolean
  readonly exitOnce?: string
  readonly fail?: boolean
  readonly wait?: number
}
interface Output {
  readonly twice: number
  readonly shared: string
}
type Doubles = Pool<Input, string, Output>

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const pool of open.splice(0)) await pool.close()
})

const moduleNamed = (name: string): URL => new URL(`./threads/${name}`, import.meta.url)
const crashes: string[] = []

function threads(workers = 2, module = 'double.mjs'): Doubles {
  crashes.length = 0
  const onCrash = (message: string): void => void crashes.push(message)
  const pool = createThreads<Input, string, Output>({ module: moduleNamed(module), workers, data: 'data', onCrash })
  open.push(pool)
  return pool
}

const doubled = async ({ n, fail }: Input, shared: string): Promise<Output> => {
  if (fail) throw new RangeError(`cannot double ${n}`)
  return { twice: 2 * n, shared }
}

async function run(
  pool: Doubles,
  inputs: Iterable<Input> | AsyncIterable<Input>,
  signal = new AbortController().signal,
): Promise<Outcome<Input, Output>[]> {
  const outcomes: Outcome<Input, Output>[] = []
  await pool.run(inputs, 'shared', (outcome) => outcomes.push(outcome), signal)
  return outcomes
}

const numbers = (count: number): Input[] => Array.from({ length: count }, (_, n) => ({ n }))
const twicesOf = (outcomes: readonly Outcome<Input, Output>[]): unknown[] =>
  outcomes.map((outcome) => ('output' in outcome ? outcome.output.twice : 'crash'))

describe.each<[string, () => Doubles]>([
  ['in process', () => createInProcess(doubled, 3)],
  ['on threads', () => threads()],
])('a pool %s', (_, create) => {
  it('works on every input once, in order, with what is shared', async () => {
    const outcomes = await run(create(), numbers(200))
    expect(twicesOf(outcomes)).toEqual(numbers(200).map(({ n }) => 2 * n))
    expect(outcomes[7]).toMatchObject({ input: { n: 7 }, output: { shared: 'shared' } })
  })

  it('does nothing for no inputs, and works again afterwards', async () => {
    const pool = create()
    expect(await run(pool, [])).toEqual([])
    expect(twicesOf(await run(pool, numbers(3)))).toEqual([0, 2, 4])
    expect(twicesOf(await run(pool, numbers(2)))).toEqual([0, 2])
  })

  it('takes inputs as there is room for them', async () => {
    let [taken, most, done] = [0, 0, 0]
    async function* counted(): AsyncGenerator<Input> {
      for (const input of numbers(5000)) {
        taken += 1
        yield input
      }
    }
    await create().run(
      counted(),
      '',
      () => {
        done += 1
        most = Math.max(most, taken - done)
      },
      new AbortController().signal,
    )
    expect(done).toBe(5000)
    expect(most).toBeLessThan(2 * 32 * 64)
  })

  it('finishes what is under way when it is told to stop, and takes no more', async () => {
    const [stop, inputs] = [new AbortController(), numbers(100_000)]
    let closed = false
    function* endless(): Generator<Input> {
      try {
        yield* inputs
      } finally {
        closed = true
      }
    }
    const outcomes: Outcome<Input, Output>[] = []
    await create().run(
      endless(),
      '',
      (outcome) => {
        if (outcomes.push(outcome) === 5) stop.abort()
      },
      stop.signal,
    )
    expect(outcomes.length).toBeLessThan(10_000)
    expect(twicesOf(outcomes)).toEqual(outcomes.map((__, i) => 2 * i))
    expect(closed).toBe(true)
  })

  it('ends with an error of the work: that is a bug', async () => {
    const inputs = [...numbers(20), { n: 20, fail: true }, ...numbers(20)]
    await expect(run(create(), inputs)).rejects.toThrow('cannot double 20')
  })

  it('ends with an error of whoever takes the outcomes', async () => {
    const failing = create().run(
      numbers(1000),
      '',
      () => {
        throw new Error('the disk is full')
      },
      new AbortController().signal,
    )
    await expect(failing).rejects.toThrow('the disk is full')
  })
})

describe('threads', () => {
  it('hand outcomes over in the order of the inputs, however long each takes', async () => {
    const inputs = [80, 0, 40, 0, 0, 20, 0].map((wait, n) => ({ n, wait }))
    expect(twicesOf(await run(threads(4), inputs))).toEqual([0, 2, 4, 6, 8, 10, 12])
  })

  it('that die are replaced, and their inputs tried once more', async () => {
    const mark = join(directory(), 'died')
    const inputs = numbers(60).map((input) => (input.n === 30 ? { ...input, exitOnce: mark } : input))
    const outcomes = await run(threads(), inputs)
    expect(twicesOf(outcomes)).toEqual(numbers(60).map(({ n }) => 2 * n))
    expect(crashes).toHaveLength(1)
  })

  it('that die again over one input give that one up, and no other', async () => {
    const inputs = numbers(60).map((input) => (input.n % 25 === 7 ? { ...input, exit: true } : input))
    const outcomes = await run(threads(), inputs)
    expect(twicesOf(outcomes)).toEqual(numbers(60).map(({ n }) => (n % 25 === 7 ? 'crash' : 2 * n)))
    expect(outcomes[7]).toMatchObject({ input: { n: 7 }, crash: expect.stringContaining('exited') as string })
  })

  it('that cannot load their module end the run with its error', async () => {
    await expect(run(threads(2, 'broken.mjs'), numbers(3))).rejects.toThrow('this module cannot be loaded')
  })

  it('keep the stack of an error of the work', async () => {
    const failing = run(threads(), [{ n: 1, fail: true }])
    await expect(failing).rejects.toMatchObject({ stack: expect.stringContaining('double.mjs') as string })
  })
})

describe('serve', () => {
  it('answers a batch with outputs in order, and an error of the work as a value', async () => {
    const work = serve(doubled)
    expect(await work({ inputs: [{ n: 1 }, { n: 2 }], shared: 's' })).toMatchObject({
      outputs: [
        { twice: 2, shared: 's' },
        { twice: 4, shared: 's' },
      ],
    })
    expect(await work({ inputs: [{ n: 1 }, { n: 2, fail: true }], shared: '' })).toMatchObject({
      outputs: [{ twice: 2 }],
      thrown: { message: 'cannot double 2' },
    })
  })
})
