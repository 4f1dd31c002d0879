import type { Manifest } from '../core/run.js'
import type { Trajectory } from '../core/trajectory.js'
import type { Ended } from '../runtime/index.js'
import { attemptCounts, attemptRows } from './attempts.js'
import { ledgerOf, ledgerRows } from './ledger.js'
import { printConversation, printTable } from './show.js'
import type { WaveFiles } from './wave.js'

/**
 * 0 when every item was accepted or requests were written down, 1 when some were given up or the run could not go on, 130 when
 * a person stopped it.
 */
export function exitCodeOf(
  { manifest: { status, accepted, requested }, stopped }: Ended,
  files: WaveFiles = [],
): number {
  if (files.length > 0 && stopped === undefined) return 0
  if (status === 'stopped') return stopped === undefined ? 130 : 1
  return accepted < requested ? 1 : 0
}

/** What came of a run: a table and a conversation, one JSON object, or one line. */
export function tell(
  directory: string,
  { manifest, sample, stopped }: Ended,
  { json, show, files = [] }: { readonly json?: boolean; readonly show?: boolean; readonly files?: WaveFiles },
): void {
  if (stopped !== undefined)
    process.stderr.write(`Stopped: ${stopped}. Nothing is lost; go on with: turnsmith resume ${directory}\n`)
  const { requested, accepted, rejected, timing, cost } = manifest
  const { turns = 0, calls = 0, proposed = 0, sampled = 0 } = manifest.stats
  if (show) {
    printTable('Run', [
      ['directory', directory],
      ['trajectories', `${accepted} of ${requested}`],
      ['turns', String(turns)],
      ['tool calls', String(calls)],
      ['proposed turns', String(proposed)],
      ['calls while sampling', String(sampled)],
      [
        'turned down',
        Object.entries(rejected)
          .map(([cause, n]) => `${cause} ${n}`)
          .join(', ') || 'none',
      ],
      ['seconds', timing.seconds.toFixed(1)],
    ])
    if (cost.length > 0) {
      printTable('Models', ledgerRows(ledgerOf(manifest)))
      printTable('Attempts', attemptRows(manifest.stats))
    }
    if (sample) printConversation(JSON.parse(Buffer.from(sample).toString('utf8')) as Trajectory)
  }
  const { total, ...ledger } = ledgerOf(manifest)
  const { answers, lost, ...spent } = total
  const counts = { seconds: timing.seconds, turns, calls, proposed, sampled, cost: spent, out: directory }
  const models = cost.length > 0 ? { answers, lost, ledger, attempts: attemptCounts(manifest.stats) } : {}
  const batch = files.length > 0 ? { batch: files } : {}
  if (json) console.log(JSON.stringify({ requested, accepted, rejected, ...counts, ...models, ...batch }))
  else if (files.length > 0) console.log(waveLine(directory, manifest, files))
  else if (!show) console.log(lineOf(directory, manifest))
}

function waveLine(directory: string, { requested, accepted }: Manifest, files: WaveFiles): string {
  const written = files.map(({ path, requests }) => `${requests} requests in ${path}`).join(', ')
  return `${accepted} of ${requested} trajectories in ${directory}; ${written}. Next: turnsmith batch read ${directory} RESULTS`
}

function lineOf(directory: string, { status, requested, accepted, timing }: Manifest): string {
  const made = `${accepted} of ${requested} trajectories in ${directory}`
  if (status === 'stopped') return `${made}; stopped. Go on with: turnsmith resume ${directory}`
  return `${made} (${timing.seconds.toFixed(1)} s). Next: turnsmith verify ${directory}`
}
