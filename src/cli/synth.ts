import { Command, Option } from 'commander'
import { DEFAULT_ENVIRONMENTS, environmentsNamed, worldsOf } from '../catalog/index.js'
import { digest } from '../core/digest.js'
import { UsageError } from '../core/errors.js'
import type { Json } from '../core/json.js'
import type { Manifest } from '../core/run.js'
import type { Trajectory } from '../core/trajectory.js'
import type { Policy } from '../core/policy.js'
import { POLICIES, policyLine, type Recipe, ROUND, runItems, type WorldKind } from '../pipeline/index.js'
import {
  createRunDirectory,
  REJECTED,
  TRAJECTORIES,
  writeEnvironmentDocument,
  writeJsonLines,
  writeManifest,
} from '../store/index.js'
import { VERSION } from '../version.js'
import { names, oneOf, turnRange, wholeNumber } from './options.js'
import { createProgress } from './progress.js'
import { printConversation, printTable } from './show.js'

interface SynthOptions {
  readonly count: number
  readonly seed: number
  readonly out: string
  readonly environments?: readonly string[]
  readonly targets?: readonly string[]
  readonly turns: [number, number]
  readonly sampler: NonNullable<Recipe['sampler']>
  readonly concurrency: number
  readonly replace?: boolean
  readonly json?: boolean
  readonly show?: boolean
}

export function synthCommand(): Command {
  return new Command('synth')
    .description('Make verified trajectories.')
    .option('--count <n>', 'trajectories to make', wholeNumber('--count', 1), 100)
    .option('--seed <n>', 'same seed, same bytes', wholeNumber('--seed', 0), 1)
    .requiredOption('--out <dir>', 'run directory; must be empty or new')
    .option('--environments <a,b>', `built-in environments (default: ${DEFAULT_ENVIRONMENTS.join(',')})`, names)
    .option('--targets <tools>', 'only these tools as targets', names)
    .addOption(new Option('--turns <a-b>', 'turns per trajectory').argParser(turnRange).default([3, 5], '3-5'))
    .option(
      '--sampler <name>',
      'how the graph is walked',
      oneOf('--sampler', ['directed', 'random', 'learned']),
      'directed',
    )
    .option('--agents <kind>', 'who plays the four roles', oneOf('--agents', ['procedural'], ['model']), 'procedural')
    .option(
      '--concurrency <n>',
      'items under way at once; does not change the bytes',
      wholeNumber('--concurrency', 1),
      4,
    )
    .option('--replace', 'replace the run that the directory holds')
    .option('--show', 'print a summary table and one conversation')
    .option('--json', 'print one JSON object as the last line')
    .addHelpText('before', 'Example: turnsmith synth --count 300 --seed 7 --out runs/mine\n')
    .action(async (options: SynthOptions) => {
      await synth(options)
    })
}

interface Totals {
  accepted: number
  turns: number
  calls: number
  proposed: number
  sampled: number
  readonly rejected: Map<string, number>
  sample?: Trajectory
}

async function synth(options: SynthOptions): Promise<void> {
  const where = '--environments'
  const chosen = options.environments ?? DEFAULT_ENVIRONMENTS
  const environments = environmentsNamed(chosen, where)
  const worlds = worldsOf(environments)
  for (const target of options.targets ?? []) assertTarget(target, worlds, chosen)
  const recipe: Recipe = {
    seed: options.seed,
    worlds,
    turns: options.turns,
    kmax: 3,
    sampler: options.sampler,
    ...(options.targets ? { targets: new Set(options.targets) } : {}),
  }
  createRunDirectory(options.out, { replace: options.replace ?? false })
  const configuration: Json = {
    count: options.count,
    seed: options.seed,
    environments: chosen,
    turns: options.turns,
    targets: options.targets ?? null,
    agents: 'procedural',
    sampler: options.sampler,
    ...(options.sampler === 'learned' ? { round: ROUND } : {}),
  }
  const begun = performance.now()
  const started: Manifest = {
    schema: 1,
    turnsmith: VERSION,
    run: digest({ configuration, version: VERSION, environments: environments.map(({ ref }) => ref.digest) }),
    configuration,
    seed: options.seed,
    environments: environments.map(({ ref: { name, version, digest: id } }) => ({ name, version, digest: id })),
    status: 'running',
    requested: options.count,
    accepted: 0,
    rejected: {},
    cost: [],
    files: [],
    timing: { seconds: 0 },
  }
  writeManifest(options.out, started)
  for (const { ref, specs } of environments)
    writeEnvironmentDocument(options.out, ref.digest, {
      name: ref.name,
      version: ref.version,
      tools: specs as unknown as Json,
    })
  const totals = await runInto(options, recipe)
  const { rejected, files, interrupted, ...counts } = totals
  const seconds = Math.round(performance.now() - begun) / 1000
  const causes = Object.fromEntries([...rejected].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  writeManifest(options.out, {
    ...started,
    status: interrupted ? 'stopped' : 'complete',
    accepted: counts.accepted,
    rejected: causes,
    files,
    timing: { seconds },
  })
  if (options.show) {
    printTable('Run', [
      ['directory', options.out],
      ['trajectories', `${counts.accepted} of ${options.count}`],
      ['turns', String(counts.turns)],
      ['tool calls', String(counts.calls)],
      ['proposed turns', String(counts.proposed)],
      ['calls while sampling', String(counts.sampled)],
      ['turned down', [...rejected].map(([cause, n]) => `${cause} ${n}`).join(', ') || 'none'],
      ['seconds', seconds.toFixed(1)],
    ])
    if (counts.sample) printConversation(counts.sample)
  }
  const summary = {
    requested: options.count,
    accepted: counts.accepted,
    rejected: causes,
    seconds,
    turns: counts.turns,
    calls: counts.calls,
    proposed: counts.proposed,
    sampled: counts.sampled,
    cost: { usd: 0, tokensIn: 0, tokensOut: 0 },
    out: options.out,
  }
  if (options.json) console.log(JSON.stringify(summary))
  else if (!options.show)
    console.log(
      `${summary.accepted} of ${summary.requested} trajectories in ${options.out} (${seconds.toFixed(1)} s). Next: turnsmith verify ${options.out}`,
    )
  if (interrupted) process.exitCode = 130
  else if (counts.accepted < options.count) process.exitCode = 1
}

/** A target must be a tool that somebody could ask for. */
function assertTarget(target: string, worlds: readonly WorldKind[], environments: readonly string[]): void {
  const tool = worlds.flatMap(({ semantics }) => semantics.graph.tools.get(target) ?? [])[0]
  if (!tool)
    throw new UsageError(
      '--targets',
      `there is no tool '${target}' in ${environments.join(', ')}`,
      'See `turnsmith tools ENV`.',
    )
  if (!tool.wishable)
    throw new UsageError(
      '--targets',
      `'${target}' is a step on the way to other tools, nothing that its environment lets a user ask for`,
      'Name a tool that people ask for.',
    )
}

async function runInto(
  options: SynthOptions,
  recipe: Recipe,
): Promise<Totals & { files: Manifest['files']; interrupted: boolean }> {
  const trajectories = await writeJsonLines(options.out, TRAJECTORIES)
  const refused = await writeJsonLines(options.out, REJECTED)
  const policies = options.sampler === 'learned' ? await writeJsonLines(options.out, POLICIES) : undefined
  const totals: Totals = { accepted: 0, turns: 0, calls: 0, proposed: 0, sampled: 0, rejected: new Map() }
  const progress = createProgress('trajectories', options.count)
  const stop = new AbortController()
  const onInterrupt = (): void => stop.abort()
  process.once('SIGINT', onInterrupt)
  let before: Policy | undefined
  const onPolicy = async (policy: Policy): Promise<void> => {
    await policies?.write(policyLine(policy, before))
    before = policy
  }
  await runItems(
    recipe,
    options.count,
    options.concurrency,
    async ({ row, rejections, proposed, sampled }) => {
      totals.proposed += proposed
      totals.sampled += sampled
      for (const rejection of rejections) {
        const key = `${rejection.phase}:${rejection.cause}`
        totals.rejected.set(key, (totals.rejected.get(key) ?? 0) + 1)
        await refused.write(rejection)
      }
      if (row) {
        totals.accepted += 1
        totals.turns += row.turns.length
        totals.calls += row.turns.reduce(
          (sum, { steps }) => sum + steps.reduce((n, { calls }) => n + calls.length, 0),
          0,
        )
        totals.sample ??= row
        await trajectories.write(row)
      }
      progress.advance()
    },
    { signal: stop.signal, onPolicy },
  )
  process.off('SIGINT', onInterrupt)
  progress.finish()
  return {
    ...totals,
    files: [await trajectories.close(), await refused.close(), ...(policies ? [await policies.close()] : [])],
    interrupted: stop.signal.aborted,
  }
}
