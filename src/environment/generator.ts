/** Position of an environment's generator; part of its private state, so that snapshots and forks carry it. */
export interface GeneratorState {
  readonly seed: number
  /** 32-bit words drawn so far. */
  readonly drawn: number
}

/**
 * The random source of an environment's tools: MT19937 seeded as CPython's `random.Random(seed)`, so that environments
 * which reproduce Python programs draw the same ids (reference `bfcl/SEMANTICS.md` section 4). Output i of a seed never
 * changes, so the words of a seed are made once and a position is a plain number.
 */
export class Generator {
  private readonly words: Words
  private position: number

  constructor({ seed, drawn }: GeneratorState) {
    this.words = wordsOf(seed)
    this.position = drawn
  }

  /** 32-bit words drawn so far, those from before it was made included. */
  get drawn(): number {
    return this.position
  }

  /** The next 32-bit word. */
  word(): number {
    const value = this.words(this.position)
    this.position += 1
    return value
  }

  /** A uniform float in [0, 1) from two words. */
  random(): number {
    return ((this.word() >>> 5) * 67108864 + (this.word() >>> 6)) / 9007199254740992
  }

  /** An integer in [low, high], both included; spans beyond 2^32 take several words. */
  integer(low: number, high: number): number {
    const span = high - low + 1
    const width = bitLength(span)
    let value = this.bits(width)
    while (value >= span) value = this.bits(width)
    return low + value
  }

  uniform(low: number, high: number): number {
    return low + (high - low) * this.random()
  }

  private bits(count: number): number {
    if (count <= 32) return this.word() >>> (32 - count)
    const low = this.word()
    return (this.word() >>> (64 - count)) * 4294967296 + low
  }
}

/** Binary digits of a whole number below 2^53. */
function bitLength(value: number): number {
  const high = Math.floor(value / 4294967296)
  return high === 0 ? 32 - Math.clz32(value) : 64 - Math.clz32(high)
}

type Words = (index: number) => number

const streams = new Map<number, Words>()

function wordsOf(seed: number): Words {
  let words = streams.get(seed)
  if (!words) {
    if (streams.size > 256) streams.clear()
    words = mersenneTwister(seed)
    streams.set(seed, words)
  }
  return words
}

const N = 624
const M = 397

function mersenneTwister(seed: number): Words {
  const state = initByArray(keyOf(seed))
  const words: number[] = []
  return (index) => {
    while (words.length <= index) {
      twist(state)
      for (const y of state) words.push(temper(y))
    }
    return words[index] as number
  }
}

/** |seed| as 32-bit words, low word first, at least one. */
function keyOf(seed: number): number[] {
  let rest = BigInt(Math.abs(seed))
  const key: number[] = []
  do {
    key.push(Number(rest & 0xffffffffn))
    rest >>= 32n
  } while (rest > 0n)
  return key
}

function initByArray(key: readonly number[]): Uint32Array {
  const mt = new Uint32Array(N)
  const get = (i: number): number => mt[i] as number
  mt[0] = 19650218
  for (let i = 1; i < N; i++) mt[i] = Math.imul(1812433253, get(i - 1) ^ (get(i - 1) >>> 30)) + i
  let i = 1
  let j = 0
  for (let k = Math.max(N, key.length); k > 0; k--) {
    mt[i] = (get(i) ^ Math.imul(get(i - 1) ^ (get(i - 1) >>> 30), 1664525)) + (key[j] as number) + j
    i += 1
    j = (j + 1) % key.length
    if (i >= N) {
      mt[0] = get(N - 1)
      i = 1
    }
  }
  for (let k = N - 1; k > 0; k--) {
    mt[i] = (get(i) ^ Math.imul(get(i - 1) ^ (get(i - 1) >>> 30), 1566083941)) - i
    i += 1
    if (i >= N) {
      mt[0] = get(N - 1)
      i = 1
    }
  }
  mt[0] = 0x80000000
  return mt
}

function twist(mt: Uint32Array): void {
  for (let k = 0; k < N; k++) {
    const y = ((mt[k] as number) & 0x80000000) | ((mt[(k + 1) % N] as number) & 0x7fffffff)
    mt[k] = (mt[(k + M) % N] as number) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0)
  }
}

function temper(word: number): number {
  let y = word
  y ^= y >>> 11
  y ^= (y << 7) & 0x9d2c5680
  y ^= (y << 15) & 0xefc60000
  y ^= y >>> 18
  return y >>> 0
}
