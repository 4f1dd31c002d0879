// Kills runs at random moments, goes on with them, and compares the bytes with those of an undisturbed run.
// `npm run test:soak`, or `node scripts/soak.mjs --kills 20 --count 100 --environments mini`.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    'kills-per-run': { type: 'string', default: '40' },
    count: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    turns: { type: 'string', default: '3-5' },
    environments: { type: 'string' },
    sampler: { type: 'string', default: 'directed' },
    main: { type: 'string', default: join(import.meta.dirname, '../dist/cli/main.js') },
  },
})
const wanted = Number(values.kills)
const chosen = values.environments === undefined ? [] : ['--environments', values.environments]
const options = ['--count', values.count, '--seed', values.seed, '--turns', values.turns, '--sampler', values.sampler]
const root = mkdtempSync(join(tmpdir(), 'turnsmith-soak-'))
const files = ['trajectories.jsonl', 'rejected.jsonl', ...(values.sampler === 'learned' ? ['policies.jsonl'] : [])]

/** Runs a command, killed after some milliseconds if it has not ended by then; tells whether it was killed. */
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
  return killed
}

function contentOf(out) {
  const manifest = { ...JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')), timing: null }
  return [...files.map((name) => readFileSync(join(out, name), 'latin1')), JSON.stringify(manifest)]
}

const commandFor = (out) =>
  existsSync(join(out, 'manifest.json')) ? ['resume', out] : ['synth', ...options, ...chosen, '--out', out]

async function timed(work) {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

const whole = join(root, 'whole')
const total = await timed(() => run([...commandFor(whole), '--workers', '1']))
const start = await timed(() => run(commandFor(whole)))
const expected = contentOf(whole)
const report = (text) => console.error(`${(performance.now() / 1000).toFixed(0).padStart(5)} s  ${text}`)
report(`undisturbed: ${values.count} items in ${(total / 1000).toFixed(1)} s; ${wanted} kills in ${root}`)

/** Kills come anywhere: while a process starts, works, or writes the final files. Half of a short life goes into warming up. */
const longest = start + (4 * Math.max(0, total - start)) / Number(values['kills-per-run'])

let [kills, runs, different] = [0, 0, 0]
while (kills < wanted) {
  const out = join(root, `run-${runs}`)
  const before = kills
  const means = (n) => ['--workers', String(1 + (n % 2))]
  while (kills < wanted && (await run([...commandFor(out), ...means(kills)], Math.random() * longest))) {
    kills += 1
    if (kills % 10 === 0) report(`${kills} of ${wanted} kills`)
  }
  // The last run has its kills behind it and may end.
  await run([...commandFor(out), ...means(runs)])
  const same = contentOf(out).every((text, i) => text === expected[i])
  if (!same) different += 1
  runs += 1
  report(`run ${runs}: killed ${kills - before} times: ${same ? 'same bytes' : `OTHER BYTES, kept in ${out}`}`)
  if (same) rmSync(out, { recursive: true })
}
console.log(JSON.stringify({ kills, runs, count: Number(values.count), different }))
if (different > 0) process.exitCode = 1
else rmSync(root, { recursive: true })
