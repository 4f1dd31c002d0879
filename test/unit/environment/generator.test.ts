import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Generator } from '../../../src/environment/index.js'
import { BFCL_DIR } from '../../support/golden.js'

const FILE = join(BFCL_DIR, 'rng_vectors.json')
const present = existsSync(FILE)
if (!present) console.log('generator: BFCL reference data absent, vectors of CPython not compared')

interface Vectors {
  readonly getrandbits32: readonly number[]
  readonly random: readonly number[]
  readonly randint: { readonly [range: string]: readonly number[] }
  readonly uniform: { readonly [range: string]: readonly number[] }
}

const vectors = present
  ? Object.entries((JSON.parse(readFileSync(FILE, 'utf8')) as { seeds: { [seed: string]: Vectors } }).seeds)
  : []

const generatorOf = (seed: number): Generator => new Generator({ seed, drawn: 0 })
const rangeOf = (text: string): [number, number] => text.split('..').map(Number) as [number, number]

describe.skipIf(!present)('vectors of CPython', () => {
  it.each(vectors)('are the outputs of seed %s', (seed, { getrandbits32, random, randint, uniform }) => {
    const fresh = (): Generator => generatorOf(Number(seed))
    const [words, floats] = [fresh(), fresh()]
    expect(getrandbits32.map(() => words.word())).toEqual(getrandbits32)
    expect(random.map(() => floats.random())).toEqual(random)
    for (const [range, values] of Object.entries(randint)) {
      const generator = fresh()
      expect(values.map(() => generator.integer(...rangeOf(range)))).toEqual(values)
    }
    for (const [range, values] of Object.entries(uniform)) {
      const generator = fresh()
      expect(values.map(() => generator.uniform(...rangeOf(range)))).toEqual(values)
    }
  })

  it('were there for several seeds', () => {
    expect(vectors.length).toBeGreaterThan(3)
  })
})

describe('a generator', () => {
  // First words of CPython's random.Random(0) and random.Random(1).
  it.each([
    [0, [3626764237, 1654615998, 3255389356]],
    [1, [577090037, 2444712010, 3639700191]],
  ])('of seed %d starts with known words', (seed, words) => {
    const generator = generatorOf(seed)
    expect(words.map(() => generator.word())).toEqual(words)
  })

  it('goes on from its position as if it had never stopped', () => {
    const whole = new Generator({ seed: 5, drawn: 0 })
    const values = Array.from({ length: 700 }, () => whole.word())
    const resumed = new Generator({ seed: 5, drawn: 650 })
    expect(Array.from({ length: 50 }, () => resumed.word())).toEqual(values.slice(650))
    expect(resumed.drawn).toBe(whole.drawn)
  })

  it('counts every word it draws, refused ones too', () => {
    const generator = new Generator({ seed: 0, drawn: 0 })
    generator.random()
    expect(generator.drawn).toBe(2)
    for (let i = 0; i < 50; i++) generator.integer(0, 4)
    expect(generator.drawn).toBeGreaterThan(52)
  })

  it('keeps its streams apart when many seeds are in use', () => {
    const first = generatorOf(1).word()
    for (let seed = 2; seed < 400; seed++) generatorOf(seed).word()
    expect(generatorOf(1).word()).toBe(first)
  })
})
