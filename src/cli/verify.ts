import { Command } from 'commander'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ENVIRONMENTS, worldKind } from '../catalog/index.js'
import { UsageError } from '../core/errors.js'
import type { Trajectory } from '../core/trajectory.js'
import type { Discrepancy } from '../core/verdict.js'
import type { Environment } from '../environment/index.js'
import type { WorldKind } from '../pipeline/index.js'
import { fileSha256, readManifest, readTrajectories, TRAJECTORIES } from '../store/index.js'
import { type RowVerdict, verifyRow } from '../verifiers/index.js'
import { createProgress } from './progress.js'

export interface VerifySummary {
  rows: number
  verified: number
  failed: number
  nullPassed: number
  mutants: { tried: number; killed: number; equivalent: number; survived: number }
  queryMutants: { tried: number; killed: number; survived: number }
  ungrounded: number
  leaks: number
  unnecessary: number
  ambiguous: number
  uninformed: number
  reorderings: { tried: number; accepted: number }
}

export function verifyCommand(): Command {
  return new Command('verify')
    .description('Re-prove every row from itself: no model, no network. Exit 1 if any fails.')
    .argument('<path>', 'a run directory, or a trajectories.jsonl')
    .option('--json', 'print one JSON object as the last line')
    .addHelpText('before', 'Example: turnsmith verify runs/mine\n')
    .action(async (path: string, options: { json?: boolean }) => {
      const { summary, failures } = await verify(path)
      for (const line of failures.slice(0, 20)) console.error(line)
      if (failures.length > 20) console.error(`... and ${failures.length - 20} more`)
      if (options.json) console.log(JSON.stringify(summary))
      else
        console.log(
          `${summary.verified} of ${summary.rows} rows verified; mutants ${summary.mutants.killed}/${summary.mutants.tried} and query mutants ${summary.queryMutants.killed}/${summary.queryMutants.tried} refused; null agents passed ${summary.nullPassed}.`,
        )
      if (summary.failed > 0 || failures.length > 0) process.exitCode = 1
    })
}

export async function verify(path: string): Promise<{ summary: VerifySummary; failures: string[] }> {
  if (!existsSync(path))
    throw new UsageError(path, 'there is no such file or directory', 'Give a run directory or a trajectories.jsonl.')
  const directory = statSync(path).isDirectory()
  const manifest = directory ? readManifest(path) : undefined
  const file = directory ? join(path, TRAJECTORIES) : path
  const summary: VerifySummary = {
    rows: 0,
    verified: 0,
    failed: 0,
    nullPassed: 0,
    mutants: { tried: 0, killed: 0, equivalent: 0, survived: 0 },
    queryMutants: { tried: 0, killed: 0, survived: 0 },
    ungrounded: 0,
    leaks: 0,
    unnecessary: 0,
    ambiguous: 0,
    uninformed: 0,
    reorderings: { tried: 0, accepted: 0 },
  }
  const failures: string[] = []
  const progress = createProgress('rows', Math.max(1, manifest?.accepted ?? 1))
  for await (const { line, row } of readTrajectories(file)) {
    const verdict = verdictFor(row, `${file} line ${line}`)
    add(summary, verdict)
    for (const reason of verdict.reasons)
      failures.push(`row ${row.id} (line ${line}), ${place(reason)}: ${explain(reason)}`)
    progress.advance()
  }
  progress.finish()
  const listed = manifest?.files.find(({ name }) => name === TRAJECTORIES)
  if (listed && failures.length === 0 && (listed.rows !== summary.rows || listed.sha256 !== (await fileSha256(file)))) {
    failures.push(
      `${file}: the file is not the one the manifest describes (${listed.rows} rows, sha256 ${listed.sha256.slice(0, 12)}…)`,
    )
    summary.failed += 1
  }
  return { summary, failures }
}

const kinds = new Map<string, WorldKind>()

function kindFor(names: readonly string[], environments: readonly Environment[]): WorldKind {
  const key = names.join('+')
  const known = kinds.get(key)
  if (known) return known
  const made = worldKind(environments)
  kinds.set(key, made)
  return made
}

function verdictFor(row: Trajectory, where: string): RowVerdict {
  const refs = row.initial.environments
  const environments = refs.map(({ name }) => {
    const environment = ENVIRONMENTS.get(name)
    if (!environment)
      throw new UsageError(
        `${where}, row ${row.id}`,
        `there is no environment '${name}'`,
        `Known: ${[...ENVIRONMENTS.keys()].join(', ')}.`,
      )
    return environment
  })
  const changed = refs.find(
    (ref, i) => ref.digest !== environments[i]?.ref.digest || ref.version !== environments[i]?.ref.version,
  )
  if (changed) {
    const reason: Discrepancy = {
      kind: 'digest-mismatch',
      turn: 0,
      expected: `environment ${changed.name} ${changed.digest.slice(0, 12)}…`,
      got: `${ENVIRONMENTS.get(changed.name)?.ref.digest.slice(0, 12)}…`,
    }
    return { id: row.id, pass: false, reasons: [reason], certificate: row.certificate }
  }
  const kind = kindFor(
    refs.map(({ name }) => name),
    environments,
  )
  return verifyRow(row, kind.environments, kind.semantics)
}

function add(summary: VerifySummary, { pass, reasons, certificate }: RowVerdict): void {
  summary.rows += 1
  if (pass) summary.verified += 1
  else summary.failed += 1
  for (const { tried, killed, survived } of Object.values(certificate.mutants)) {
    summary.mutants.tried += tried
    summary.mutants.killed += killed
    summary.mutants.survived += survived
  }
  for (const { tried, killed, survived } of Object.values(certificate.queryMutants)) {
    summary.queryMutants.tried += tried
    summary.queryMutants.killed += killed
    summary.queryMutants.survived += survived
  }
  for (const { tried, failed } of Object.values(certificate.nullAgents)) summary.nullPassed += tried - failed
  summary.ungrounded += reasons.filter(({ kind }) => kind === 'ungrounded-argument').length
  summary.leaks += reasons.filter(({ kind }) => kind === 'leak').length
  summary.ambiguous += reasons.filter(({ kind }) => kind === 'ambiguous' || kind === 'incomplete-query').length
  summary.uninformed += reasons.filter(({ kind }) => kind === 'uninformed').length
  summary.reorderings.tried += certificate.reorderings.tried
  summary.reorderings.accepted += certificate.reorderings.accepted
  summary.unnecessary += certificate.mutants['drop-call']?.survived ?? 0
}

function place({ turn, step, call }: Discrepancy): string {
  return [
    `turn ${turn}`,
    ...(step === undefined ? [] : [`step ${step}`]),
    ...(call === undefined ? [] : [`call ${call}`]),
  ].join(', ')
}

function explain({ kind, ...reason }: Discrepancy): string {
  const details = Object.entries(reason).filter(([name]) => !['turn', 'step', 'call'].includes(name))
  return `${kind} ${JSON.stringify(Object.fromEntries(details))}`.slice(0, 400)
}
