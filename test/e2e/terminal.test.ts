import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MAIN, turnsmith } from '../support/cli.js'
import { expectSame, SYNTH, undisturbedRun } from '../support/disturbed-runs.js'

const whole = undisturbedRun()

/** util-linux's `script` gives a program a terminal. */
const there = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false

/**
 * Runs the command line on a terminal; `onText` may press keys. What the terminal showed comes back with the exit
 * code. The shell makes way for the command: Ctrl-C reaches all that is in the foreground, and some shells die of it.
 */
function onTerminal(
  args: readonly string[],
  onText: (shown: string, press: (key: string) => void) => void,
): Promise<{ readonly shown: string; readonly code: number | null }> {
  const quoted = [process.execPath, MAIN, ...args].map((word) => `'${word}'`).join(' ')
  const child = spawn('script', ['--quiet', '--return', '--command', `exec ${quoted}`, '/dev/null'])
  let shown = ''
  return new Promise((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString('utf8')
      onText(shown, (key) => child.stdin.write(key))
    })
    child.on('close', (code) => resolve({ shown, code }))
  })
}

const CTRL_C = '\u0003'

/** What the bar says of a run that is under way. */
const BAR = /[1-9]\d*\/60 trajectories · [\d.]+\/s · (none rejected|rejected [a-z-]+ \d+.*?) · 1 worker · ETA \d+ s/

describe.skipIf(!there)('on a terminal', () => {
  it('a bar says how far a run is, and Ctrl-C finishes what is under way', async () => {
    const out = join(whole.root, 'bar')
    let pressed = false
    const { shown, code } = await onTerminal([...SYNTH, '--out', out, '--workers', '1'], (text, press) => {
      if (pressed || !BAR.test(text)) return
      pressed = true
      press(CTRL_C)
    })
    expect(shown).toMatch(BAR)
    expect(shown).toMatch(/Finishing what is under way; Ctrl-C again stops at once/)
    expect(shown).toMatch(/[1-9]\d* of 60 trajectories in \S+; stopped\. Go on with: turnsmith resume/)
    expect(code).toBe(130)
    expect((await turnsmith('resume', out)).code).toBe(0)
    expectSame(out, whole.out)
  }, 120_000)
})

describe.skipIf(!there)('the bar of a run', () => {
  it('names a cause once, whichever phases it comes from', async () => {
    const workshop = join(import.meta.dirname, '../../examples/environments/workshop.ts')
    const synth = [
      'synth',
      '--count',
      '30',
      '--module',
      workshop,
      '--workers',
      '1',
      '--out',
      join(whole.root, 'causes'),
    ]
    const { shown, code } = await onTerminal(synth, () => undefined)
    expect(code).toBe(0)
    const last = [...shown.matchAll(/30\/30 trajectories · [\d.]+\/s · rejected (.*?) · 1 worker/g)].at(-1)?.[1] ?? ''
    const causes = last.split(', ').map((cause) => cause.split(' ')[0])
    expect(causes).toContain('unreachable')
    expect(new Set(causes).size).toBe(causes.length)
  }, 60_000)
})

describe.skipIf(there)('without util-linux', () => {
  it('there was no terminal to look at', () => {
    expect(there).toBe(false)
  })
})

describe('without a terminal', () => {
  it('progress is lines of JSON on stderr, and stdout has what was asked for and nothing else', async () => {
    const ran = await turnsmith(...SYNTH, '--out', join(whole.root, 'lines'), '--json')
    const lines = ran.stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { [field: string]: unknown })
    expect(lines.at(-1)).toMatchObject({
      progress: 'trajectories',
      done: 60,
      total: 60,
      accepted: 60,
      etaSeconds: 0,
      usd: 0,
    })
    expect(Object.keys(lines[0] ?? {})).toEqual([
      'progress',
      'done',
      'total',
      'accepted',
      'perSecond',
      'rejected',
      'etaSeconds',
      'usd',
      'workers',
    ])
    expect(ran.stdout.trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(ran.stdout)).toMatchObject({ requested: 60, accepted: 60 })
  }, 120_000)
})
