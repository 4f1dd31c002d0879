import { Command, Option } from 'commander'
import { leftOutOf } from '../catalog/index.js'
import { FAMILIES, type FamilyName } from '../core/family.js'
import { UsageError } from '../core/errors.js'
import type { Shard } from '../core/shard.js'
import type { Environment } from '../environment/index.js'
import { type OperatorName, OPERATORS, type Recipe, ROUND, tooFewTurns } from '../pipeline/index.js'
import { type Configuration, startedManifest } from '../runtime/index.js'
import { createRunDirectory } from '../store/index.js'
import { VERSION } from '../version.js'
import { carryOut, type Means, withMeans } from './carry-out.js'
import { operatorsFor } from './operators.js'
import { names, oneOf, several, turnRange, wholeNumber } from './options.js'
import { type SpeakerOptions, speakersOf } from './speakers.js'
import { ENVIRONMENTS_HELP, environmentsOfRun } from './environments-of-run.js'
import { withOwnTools } from './own-tools.js'
import { targetsAmong } from './targets.js'

interface SynthOptions extends Means, SpeakerOptions {
  readonly count: number
  readonly seed: number
  readonly out: string
  readonly environments?: readonly string[]
  readonly targets?: readonly string[]
  readonly turns: [number, number]
  readonly sampler: NonNullable<Recipe['sampler']>
  readonly operators?: readonly OperatorName[]
  readonly agents: 'procedural' | 'model'
  readonly shard?: Shard
  readonly families?: readonly FamilyName[]
  readonly replace?: boolean
}

export function synthCommand(): Command {
  const command = new Command('synth')
    .description('Make verified trajectories.')
    .option('--count <n>', 'trajectories to make', wholeNumber('--count', 1), 100)
    .option('--seed <n>', 'same seed, same bytes', wholeNumber('--seed', 0), 1)
    .requiredOption('--out <dir>', 'run directory; must be empty or new')
    .option('--environments <a,b>', ENVIRONMENTS_HELP, names)
    .option(
      '--targets <tools>',
      'only these tools as targets; or the profile.json of a probe: what the model fails at',
      names,
    )
    .addOption(new Option('--turns <a-b>', 'turns per trajectory').argParser(turnRange).default([3, 5], '3-5'))
    .option(
      '--sampler <name>',
      'how the graph is walked',
      oneOf('--sampler', ['directed', 'random', 'learned']),
      'directed',
    )
    .option(
      '--families <a,b>',
      `a turn of each of these in every row (default: a mixture of all: ${FAMILIES.join(',')}; with models: base)`,
      familyNames,
    )
    .option(
      '--operators <list>',
      `what rows may be put through, of ${OPERATORS.join(', ')}; or none (default: all)`,
      operatorsOf,
    )
    .option('--agents <kind>', 'who plays the four roles', oneOf('--agents', ['procedural', 'model']), 'procedural')
    .option('--model <name>', 'the model of all roles, or role=name; `procedural` is a name too (repeatable)', several)
    .option('--config <file>', 'endpoints, models and prices (default: turnsmith.config.ts, if there is one)')
    .option('--shard <i/n>', 'make part i of n, counted from 0; see `turnsmith merge`', shardOf)
    .option('--batch <file>', 'write down what models would be asked, for a batch; see `turnsmith batch`')
    .option('--replace', 'replace the run that the directory holds')
  return withMeans(withOwnTools(command))
    .addHelpText('before', 'Example: turnsmith synth --count 300 --seed 7 --out runs/mine\n')
    .action(async (options: SynthOptions) => {
      await synth(options)
    })
}

function familyNames(text: string): FamilyName[] {
  return names(text).map((name) => oneOf('--families', FAMILIES)(name) as FamilyName)
}

function operatorsOf(text: string): OperatorName[] {
  const given = text === 'none' ? [] : names(text)
  return given.map((name) => oneOf('--operators', OPERATORS)(name) as OperatorName)
}

/** `i/n` with 0 <= i < n. */
function shardOf(text: string): Shard {
  const match = /^(\d+)\/(\d+)$/.exec(text)
  const [index, of] = [Number(match?.[1]), Number(match?.[2])]
  if (match && index < of) return [index, of]
  throw new UsageError(
    '--shard',
    `'${text}' is not a part of a run`,
    'Give i/n with i from 0 to n-1: of four parts, 0/4 to 3/4.',
  )
}

async function synth(options: SynthOptions): Promise<void> {
  const { count, seed, turns, families, sampler, shard, out, replace = false } = options
  const environments = environmentsOfRun(options.environments)
  const chosen = environments.map(({ ref }) => ref.name)
  environments.forEach(tellWhatIsLeftOut)
  const targets = options.targets && targetsAmong(options.targets, environments)
  if (shard && sampler === 'learned')
    throw new UsageError(
      '--shard',
      'a learned sampler cannot be sharded: the policy of a round learns from all items of the rounds before, which lie in other shards',
      'Leave out --shard, or use --sampler directed or random.',
    )
  const short = tooFewTurns(families ?? [], turns[1])
  if (short) throw new UsageError('--families', short, 'Raise the last number of --turns, or name fewer families.')
  const configuration: Configuration = {
    count,
    seed,
    environments: chosen,
    turns,
    targets: targets ?? null,
    families: families ?? null,
    agents: options.agents,
    ...(options.agents === 'model' ? { models: await speakersOf(options) } : {}),
    sampler,
    operators: operatorsFor(options.agents, options.operators),
    ...(sampler === 'learned' ? { round: ROUND } : {}),
  }
  createRunDirectory(out, { replace })
  await carryOut(out, startedManifest(configuration, VERSION, shard), configuration, options, true)
}

/** Every row shows all tools of its environments: of more than these a user should choose. */
const MANY_TOOLS = 100

/** Says how much of an interface is simulated where not all of it is, and when that is more than a row should hold. */
function tellWhatIsLeftOut({ ref: { name, source }, specs }: Environment): void {
  if (source === 'openapi' && specs.length > MANY_TOOLS)
    process.stderr.write(
      `${name}: each row will show ${specs.length} tools; choose among them with --openapi FILE#collection,collection\n`,
    )
  const left = leftOutOf(name).length
  if (left === 0) return
  const what = left === 1 ? 'one thing of its document is' : `${left} things of its document are`
  process.stderr.write(`${name}: ${specs.length} tools; ${what} left out, see turnsmith environments --openapi FILE\n`)
}
