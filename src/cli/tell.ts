import type { Manifest, Spend } from '../core/run.js'
import type { Trajectory } from '../core/trajectory.js'
import type { Ended } from '../runtime/index.js'
import { printConversation, printTable } from './show.js'

/** 0 when every item was accepted, 1 when some were given up, 130 when the run was stopped before it was done. */
export function exitCodeOf({ status, accepted, requested }: Manifest): number {
  if (status === 'stopped') return 130
  return accepted < requested ? 1 : 0
}

/** What came of a run: a table and a conversation, one JSON object, or one line. */
export function tell(
  directory: string,
  { manifest, sample }: Ended,
  { json, show }: { readonly json?: boolean; readonly show?: boolean },
): void {
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
    if (sample) printConversation(JSON.parse(Buffer.from(sample).toString('utf8')) as Trajectory)
  }
  const counts = { seconds: timing.seconds, turns, calls, proposed, sampled, cost: sumOf(cost), out: directory }
  if (json) console.log(JSON.stringify({ requested, accepted, rejected, ...counts }))
  else if (!show) console.log(lineOf(directory, manifest))
}

function lineOf(directory: string, { status, requested, accepted, timing }: Manifest): string {
  const made = `${accepted} of ${requested} trajectories in ${directory}`
  if (status === 'stopped') return `${made}; stopped. Go on with: turnsmith resume ${directory}`
  return `${made} (${timing.seconds.toFixed(1)} s). Next: turnsmith verify ${directory}`
}

function sumOf(cost: readonly Spend[]): {
  readonly usd: number
  readonly tokensIn: number
  readonly tokensOut: number
} {
  const sum = (field: 'usd' | 'tokensIn' | 'tokensOut'): number =>
    cost.reduce((total, spend) => total + (spend[field] ?? 0), 0)
  return { usd: sum('usd'), tokensIn: sum('tokensIn'), tokensOut: sum('tokensOut') }
}
