import { describe, expect, it } from 'vitest'
import { startProgram } from '../support/processes.js'

describe('npm run bench', () => {
  it('compiles all benchmarks and prints what one of them measured', async () => {
    const few = { TURNSMITH_BENCH_SESSIONS: '5', TURNSMITH_BENCH_SECONDS: '1' }
    const { code, stdout } = await startProgram('bench/run.mjs', ['server'], few).ended
    expect([code, stdout]).toEqual([0, expect.stringMatching(/5 sessions at once.*\n\d+ steps, 0 failed/)])
  }, 180_000)
})
