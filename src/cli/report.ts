import { Command } from 'commander'
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { knownEnvironments } from '../catalog/environments.js'
import { type Meant, meant } from '../catalog/semantics.js'
import { UsageError } from '../core/errors.js'
import type { Preference } from '../core/preference.js'
import type { Manifest } from '../core/run.js'
import { messagesOf, type Trajectory } from '../core/trajectory.js'
import { createWorld, type Environment } from '../environment/index.js'
import { buildGraph } from '../graph/index.js'
import { visibleOf } from '../language/index.js'
import {
  collectOverlap,
  type CountTokens,
  type Meaning,
  type OverlapFigure,
  pageOf,
  percent,
  type QualityLine,
  readBfcl,
  type Report,
  reportOn,
} from '../report/index.js'
import { PREFERENCES, readManifest, readPreferences, readTrajectories, TRAJECTORIES } from '../store/index.js'
import { verifyRow } from '../verifiers/index.js'
import { createProgress } from './progress.js'
import { printTable } from './show.js'
import { withOwnTools } from './own-tools.js'

interface ReportCommandOptions {
  readonly out?: string
  readonly replace?: boolean
  readonly prove: boolean
  readonly decontaminate: readonly string[]
  readonly json?: boolean
}

export function reportCommand(): Command {
  return withOwnTools(new Command('report'))
    .description('Measure a run: the quality table, and a page of charts in DIR/report.html.')
    .argument('<dir>', 'a run directory')
    .option('--out <file>', 'where to write the page (default: report.html in the run directory)')
    .option('--replace', 'replace the page that is there')
    .option('--no-prove', 'take certificates at their word instead of proving every row again')
    .option(
      '--decontaminate <benchmark:dir>',
      'compare with your copy of a benchmark (bfcl:DIR); repeatable',
      (given: string, before: string[]) => [...before, given],
      [] as string[],
    )
    .option('--json', 'print one JSON object as the last line')
    .addHelpText('before', 'Example: turnsmith report runs/mine --decontaminate bfcl:data/bfcl\n')
    .action(report)
}

async function report(directory: string, options: ReportCommandOptions): Promise<void> {
  const manifest = readManifest(directory)
  const out = options.out ?? join(directory, 'report.html')
  checkTarget(out, options.replace ?? false)
  const overlaps = []
  for (const given of options.decontaminate) overlaps.push(collectOverlap(await readBfcl(benchmarkFolder(given))))
  const known = knownEnvironments()
  const environments = manifest.environments.flatMap(({ name }) => known.get(name) ?? [])
  const countTokens = await installedTokenizer()
  const progress = createProgress('rows', Math.max(1, manifest.accepted))
  const measured = await reportOn(rowsOf(directory), {
    universe: buildGraph(environments),
    meaningOf,
    pairs: pairsOf(directory),
    ...(options.prove ? { prove } : {}),
    ...(countTokens ? { countTokens } : {}),
    overlaps,
    onRow: () => progress.advance(),
  })
  progress.finish()
  writeFileSync(out, pageOf(measured, aboutOf(directory, manifest)), { flag: options.replace ? 'w' : 'wx' })
  const { quality, figures, overlaps: shared } = measured
  if (options.json) console.log(JSON.stringify({ rows: figures.shape.rows, out, quality, figures, overlaps: shared }))
  else print(measured, out)
}

/** Fails before the measuring, not after it. */
function checkTarget(out: string, replace: boolean): void {
  if (existsSync(out) && (!replace || statSync(out).isDirectory())) {
    throw new UsageError(
      `--out ${out}`,
      'there is something already',
      'Choose another file, or add --replace to replace a page; nothing was overwritten.',
    )
  }
  if (!existsSync(resolve(out, '..')))
    throw new UsageError(
      `--out ${out}`,
      'the folder it lies in does not exist',
      'Make the folder, or choose another file.',
    )
}

function benchmarkFolder(given: string): string {
  const match = /^bfcl:(.+)$/.exec(given)
  if (!match?.[1])
    throw new UsageError(
      '--decontaminate',
      `'${given}' is not a benchmark and its folder`,
      'Give bfcl:DIR, the folder with BFCL_v4_multi_turn_base.json.',
    )
  return match[1]
}

async function* rowsOf(directory: string): AsyncGenerator<Trajectory> {
  for await (const { row } of readTrajectories(join(directory, TRAJECTORIES))) yield row
}

async function* pairsOf(directory: string): AsyncGenerator<Preference> {
  const file = join(directory, PREFERENCES)
  if (!existsSync(file)) return
  for await (const { pair } of readPreferences(file)) yield pair
}

const kinds = new Map<string, Meant | undefined>()

/** The world a row was made in; undefined where an environment is unknown or is not what it was. */
function kindOf({ initial }: Trajectory): Meant | undefined {
  const key = initial.environments.map(({ name, digest }) => `${name}@${digest}`).join('+')
  if (!kinds.has(key)) {
    const environments = initial.environments.flatMap(({ name, digest }): Environment[] => {
      const environment = knownEnvironments().get(name)
      return environment?.ref.digest === digest ? [environment] : []
    })
    kinds.set(key, environments.length === initial.environments.length ? meant(environments) : undefined)
  }
  return kinds.get(key)
}

function meaningOf(row: Trajectory): Meaning | undefined {
  const kind = kindOf(row)
  if (!kind) return undefined
  const { graph, lexicon } = kind.semantics
  const world = createWorld(kind.environments, row.initial as never)
  return {
    graph,
    world,
    visibleBefore: (turn) => ({
      ...visibleOf(lexicon, messagesOf(row.system, row.turns.slice(0, turn)), world.tools),
      turn,
    }),
  }
}

function prove(row: Trajectory): ReturnType<typeof verifyRow> {
  const kind = kindOf(row)
  if (!kind)
    throw new UsageError(
      `row ${row.id}`,
      'an environment of the row is unknown or has changed since',
      'Give the file of your own environments with --module or --openapi, use the version of turnsmith that made the run, or add --no-prove.',
    )
  return verifyRow(row, kind.environments, kind.semantics)
}

/** Counts tokens with `gpt-tokenizer` where the user has installed it; turnsmith does not need it. */
async function installedTokenizer(): Promise<CountTokens | undefined> {
  const name = 'gpt-tokenizer'
  try {
    const { countTokens } = (await import(name)) as { countTokens?: CountTokens }
    return countTokens
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}

function aboutOf(directory: string, manifest: Manifest): { title: string; facts: string[] } {
  const facts = [
    `seed ${manifest.seed}`,
    `turnsmith ${manifest.turnsmith}`,
    `run ${manifest.run.slice(0, 12)}`,
    ...(manifest.status === 'complete' ? [] : [`${manifest.status}: not the whole run`]),
  ]
  return { title: `Run ${basename(resolve(directory))}`, facts }
}

function print({ quality, figures, overlaps }: Report, out: string): void {
  printTable(
    'Quality',
    quality.map((line) => [
      `${markOf(line)} ${line.what}`,
      `${line.shown}  (bar ${line.bar})${line.note === undefined ? '' : `  ${line.note.slice(0, 160)}`}`,
    ]),
  )
  const { shape, families, nearDuplicates, attempts, preferences, operators } = figures
  printTable('Run', [
    ['rows, turns, calls', `${shape.rows}, ${shape.turns}, ${shape.calls}`],
    ['difficulty 0-8', families.buckets.join(' ')],
    ['near-duplicates', String(nearDuplicates.dropped.length)],
    ['failed attempts', attempts.kinds.map(({ name, count }) => `${name} ${count}`).join(', ') || 'none'],
    ['renamed rows, twins', `${operators.renamed}, ${operators.twins} (${operators.policyPairs} by policy)`],
    ['noise in messages', operators.noise.map(({ name, count }) => `${name} ${count}`).join(', ') || 'none'],
    [
      'preference pairs',
      `${preferences.pairs}${preferences.pairs === 0 ? '' : `: ${preferences.errors.map(({ name, count }) => `${name} ${count}`).join(', ')}`}`,
    ],
    ...(figures.unknownRows > 0 ? [['rows of unknown environments', String(figures.unknownRows)] as const] : []),
  ])
  for (const overlap of overlaps) printTable(`Overlap with ${overlap.benchmark}`, overlapTable(overlap))
  console.log(`\nPage: ${out}`)
}

function markOf({ holds }: QualityLine): string {
  return holds === null ? 'open  ' : holds ? 'holds ' : 'MISSES'
}

function overlapTable({ rows, queries, plans, schemas, values, absent }: OverlapFigure): [string, string][] {
  return [
    [
      'messages sharing 13 words',
      `${queries.shared13.messages} of ${queries.messages}, in ${queries.shared13.rows} rows`,
    ],
    ['messages sharing 8 words', `${queries.shared8.messages} of ${queries.messages}, in ${queries.shared8.rows} rows`],
    ['turns with the tools of an answer', `${plans.shared} of ${plans.turns}`],
    [
      'tools of the same name',
      `${schemas.sameName} of ${schemas.offered}, in ${percent(rows === 0 ? 0 : schemas.rows / rows)} of rows`,
    ],
    ['telling values shared', `${values.shared} of ${values.known}, in ${values.rows} rows`],
    ...(absent.length > 0 ? [['not compared', absent.join('; ')] as [string, string]] : []),
  ]
}
