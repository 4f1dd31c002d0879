import { digest, digestedText, sha256 } from '../core/digest.js'
import type { Json } from '../core/json.js'
import type { Trajectory, Turn } from '../core/trajectory.js'
import type { Certificate } from '../core/verdict.js'
import type { TurnProof } from './turn.js'

export type Uncertified = Omit<Trajectory, 'certificate'>

/** Names of the checks that `proveTurn` and `verifyRow` make, for the certificate. */
const CHECKS = [
  'schema',
  'replay',
  'messages',
  'provenance',
  'outcome',
  'grounding',
  'informed',
  'leak',
  'completeness',
  'advanced-tool',
  'reasoning',
  'null-agents',
  'mutants',
  'query-mutants',
  'renaming',
  'twin',
  'families',
] as const

/** The certificate of a row whose turns were all proved. */
export function certificateOf(row: Uncertified, proofs: readonly TurnProof[]): Certificate {
  const mutants = sum(proofs.map((proof) => proof.mutants))
  const turns = new Map(row.turns.map((turn) => [turn as unknown as Json, digestedText(turn as unknown as Json)]))
  return {
    version: 1,
    row: digest(row as unknown as Json, turns),
    turns: [...turns.values()].map(sha256),
    checks: Object.fromEntries(CHECKS.map((check) => [check, statusOf(check, row)])),
    nullAgents: sum(proofs.map((proof) => proof.nullAgents)),
    mutants: Object.fromEntries(
      Object.entries(mutants).map(([operator, counts]) => [operator, { ...counts, equivalent: {} }]),
    ),
    queryMutants: sum(proofs.map((proof) => proof.queryMutants)),
    reorderings: {
      tried: proofs.reduce((total, { reorderings }) => total + reorderings.tried, 0),
      accepted: proofs.reduce((total, { reorderings }) => total + reorderings.accepted, 0),
    },
    families: tallyOf(proofs.flatMap(({ families }) => families)),
  }
}

/** What stands behind a check: a proof, or for words that a model wrote, tries. */
function statusOf(
  check: (typeof CHECKS)[number],
  { turns, renaming, twin }: Uncertified,
): Certificate['checks'][string] {
  const written = turns.filter(({ query }) => query.writer === 'model').length
  if (check === 'completeness' && written > 0) return 'empirical'
  if (check === 'query-mutants' && written > 0 && written === turns.length)
    return { notApplicable: 'a model wrote the queries' }
  if (check === 'twin' && !twin) return { notApplicable: 'the row stands alone' }
  return check === 'renaming' && !renaming ? { notApplicable: 'the tools are shown as they are' } : 'proved'
}

export function digestTurn(turn: Turn): string {
  return digest(turn as unknown as Json)
}

function tallyOf(names: readonly string[]): { [name: string]: number } {
  const counts: { [name: string]: number } = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

/** Adds up counts by name. */
function sum<T extends object>(all: readonly { readonly [name: string]: T }[]): { [name: string]: T } {
  const total: { [name: string]: { [count: string]: number } } = {}
  for (const counts of all) {
    for (const [name, entry] of Object.entries(counts)) {
      const into = (total[name] ??= {})
      for (const [count, n] of Object.entries(entry) as [string, number][]) into[count] = (into[count] ?? 0) + n
    }
  }
  return total as { [name: string]: T }
}
