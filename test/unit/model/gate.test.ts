import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGate } from '../../../src/model/gate.js'

/** Lets requests through and ends them, so many rounds, each turned away as `overloaded` says. */
async function rounds(
  gate: ReturnType<typeof createGate>,
  count: number,
  overloaded: (limit: number, i: number) => boolean,
): Promise<void> {
  for (let round = 0; round < count; round++) {
    const limit = gate.limit()
    for (let i = 0; i < limit; i++) await gate.enter()
    for (let i = 0; i < limit; i++) gate.leave(overloaded(limit, i))
  }
}

describe('the gate of an endpoint', () => {
  it('opens to its most when nothing is turned away', async () => {
    const gate = createGate(4, 64)
    await rounds(gate, 5, () => false)
    expect(gate.limit()).toBe(64)
  })

  it('halves when a tenth of a round is turned away, once a round', async () => {
    const gate = createGate(40, 64)
    for (let i = 0; i < 40; i++) await gate.enter()
    for (let i = 0; i < 40; i++) gate.leave(true)
    expect(gate.limit()).toBeGreaterThanOrEqual(19)
    expect(gate.limit()).toBeLessThanOrEqual(20)
  })

  it('settles near what the endpoint can take', async () => {
    const gate = createGate(64, 256)
    await rounds(gate, 60, (limit, i) => limit > 24 && i >= 24)
    expect(gate.limit()).toBeGreaterThanOrEqual(10)
    expect(gate.limit()).toBeLessThanOrEqual(40)
  })

  it('comes back soon from where bad luck put it', async () => {
    const gate = createGate(16, 256)
    await rounds(gate, 1, () => true)
    expect(gate.limit()).toBeLessThan(16)
    await rounds(gate, 12, () => false)
    expect(gate.limit()).toBe(256)
  })

  it('is not moved by one request in fifty that is turned away at random', async () => {
    const gate = createGate(64, 64)
    let sent = 0
    await rounds(gate, 20, () => (sent += 1) % 50 === 0)
    expect(gate.limit()).toBe(64)
  })

  it('never lets more through than its limit says, and leaves nobody waiting', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 200 }), async (outcomes) => {
        const gate = createGate(4, 16)
        let inside = 0
        let most = 0
        let done = 0
        await Promise.all(
          outcomes.map(async (overloaded) => {
            await gate.enter()
            inside += 1
            most = Math.max(most, inside)
            await Promise.resolve()
            inside -= 1
            gate.leave(overloaded)
            done += 1
          }),
        )
        expect(done).toBe(outcomes.length)
        expect(most).toBeLessThanOrEqual(16)
        expect(gate.limit()).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: 50 },
    )
  })

  it('lets go of those that stop waiting', async () => {
    const gate = createGate(1, 1)
    await gate.enter()
    const stop = new AbortController()
    const waiting = gate.enter(stop.signal)
    stop.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    gate.leave(false)
    await gate.enter()
  })
})
