// Kills runs at random moments, goes on with them, and compares the bytes with those of an undisturbed run.
// `npm run test:soak`, or `node scripts/soak.mjs --rounds 20 --count 100 --environments mini`.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    count: { type: 'string', default: '400' },
    kills: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    turns: { type: 'string', default: '3-5' },
    environments: { type: 'string' },
    sampler: { type: 'string', default: 'directed' },
    main: { type: 'string', default: join(import.meta.dirname, '../dist/cli/main.js') },
  },
})
const chosen = values.environments === undefined ? [] : ['--environments', values.environments]
const options = ['--count', values.count, '--seed', values.seed, '--turns', values.turns, '--sampler', values.sampler]
const root = mkdtempSync(join(tmpdir(), 'turnsmith-soak-'))
const files = ['trajectories.jsonl', 'rejected.jsonl', ...(values.sampler === 'learned' ? ['policies.jsonl'] : [])]

/** Runs a command, killed after some milliseconds if it has not ended by then; tells its exit code, null for a kill. */
async function run(args, killAfter) {
  const child = spawn(process.execPath, [values.main, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const ended = new Promise((resolve) => child.on('close', resolve))
  const stop = new AbortController()
  if (killAfter !== undefined)
    setTimeout(killAfter, undefined, { signal: stop.signal }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    )
  const code = await ended
  const killed = child.signalCode === 'SIGKILL' && killAfter !== undefined
  stop.abort()
  if (code !== 0 && !killed)
    throw new Error(`turnsmith ${args.join(' ')} ended with ${code ?? child.signalCode}\n${stderr}`)
  return code
}

function contentOf(out) {
  const manifest = { ...JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')), timing: null }
  return [...files.map((name) => readFileSync(join(out, name), 'latin1')), JSON.stringify(manifest)]
}

const commandFor = (out) =>
  existsSync(join(out, 'manifest.json')) ? ['resume', out] : ['synth', ...options, ...chosen, '--out', out]

const whole = join(root, 'whole')
const begun = performance.now()
await run([...commandFor(whole), '--workers', '1'])
const milliseconds = performance.now() - begun
const expected = contentOf(whole)
console.error(
  `undisturbed: ${values.count} items in ${(milliseconds / 1000).toFixed(1)} s; now ${values.rounds} rounds in ${root}`,
)

let [kills, different] = [0, 0]
for (let round = 0; round < Number(values.rounds); round++) {
  const out = join(root, `round-${round}`)
  const moments = []
  // One kill or more, each in what may be left of the run, then a process that may end.
  const times = 1 + (round % Number(values.kills))
  for (let left = times; left > 0; left--) {
    const moment = (Math.random() * milliseconds * 2) / (1 + times)
    const code = await run([...commandFor(out), '--workers', String(1 + (round % 2))], moment)
    moments.push(`${Math.round(moment)} ms${code === null ? '' : ' (too late)'}`)
    if (code === null) kills += 1
  }
  await run([...commandFor(out), '--workers', String(1 + (round % 2))])
  const same = contentOf(out).every((text, i) => text === expected[i])
  if (!same) different += 1
  console.error(
    `round ${round + 1}: killed after ${moments.join(', ')}: ${same ? 'same bytes' : `OTHER BYTES, kept in ${out}`}`,
  )
  if (same) rmSync(out, { recursive: true })
}
console.log(JSON.stringify({ rounds: Number(values.rounds), count: Number(values.count), kills, different }))
if (different > 0) process.exitCode = 1
else rmSync(root, { recursive: true })
