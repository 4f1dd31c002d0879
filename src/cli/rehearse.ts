import { Command } from 'commander'
import type { Speakers } from '../catalog/index.js'
import { UsageError } from '../core/errors.js'
import { type Configuration, startedManifest } from '../runtime/index.js'
import { createRunDirectory } from '../store/index.js'
import { type Conduct, CONDUCTS, type Fault, MIXED_FAULTS, type ModelServerOptions } from '../testing/index.js'
import { VERSION } from '../version.js'
import { carryOut, type Means } from './carry-out.js'
import { operatorsFor } from './operators.js'
import { dollars, names, oneOf, several, turnRange, wholeNumber } from './options.js'
import { type RehearsalServer, startRehearsalServer } from './rehearsal-server.js'
import { printTable } from './show.js'
import { type SpeakerOptions, speakersOf } from './speakers.js'
import { ENVIRONMENTS_HELP, environmentsOfRun } from './environments-of-run.js'
import { withOwnTools } from './own-tools.js'

interface RehearseOptions extends SpeakerOptions {
  readonly count: number
  readonly seed: number
  readonly out: string
  readonly environments?: readonly string[]
  readonly turns: [number, number]
  readonly faults: readonly Fault[]
  readonly percent: number
  readonly latency: number
  readonly conduct: Conduct
  readonly capacity?: number
  readonly concurrency?: number
  readonly port?: number
  readonly serve?: boolean
  readonly json?: boolean
}

/** A run on models without a model: what it would cost, and what becomes of it when the endpoint is at its worst. */
export function rehearseCommand(): Command {
  return withOwnTools(new Command('rehearse'))
    .description(
      'Rehearse a run on models against a local server that plays the roles without a model, and goes wrong.',
    )
    .option('--count <n>', 'trajectories to make', wholeNumber('--count', 1), 20)
    .option('--seed <n>', 'decides rows, faults and latencies', wholeNumber('--seed', 0), 1)
    .option('--out <dir>', 'run directory; replaced where there is one', 'runs/rehearsal')
    .option('--environments <a,b>', ENVIRONMENTS_HELP, names)
    .option('--turns <a-b>', 'turns per trajectory', turnRange, [3, 5] as [number, number])
    .option('--config <file>', 'models and prices of the real run; its endpoints are not asked anything')
    .option('--model <name>', 'the model of all roles, or role=name (repeatable)', several)
    .option('--max-cost <usd>', 'stop where the real run would have spent this', dollars('--max-cost'))
    .option(
      '--faults <list>',
      `which go wrong: mixed, none, or some of ${MIXED_FAULTS.join(', ')}`,
      faultsOf,
      MIXED_FAULTS,
    )
    .option('--percent <n>', 'requests of a hundred that go wrong', wholeNumber('--percent', 0), 30)
    .option('--latency <ms>', 'the median of an answer', wholeNumber('--latency', 0), 50)
    .option('--conduct <name>', `how the model behaves: ${CONDUCTS.join(', ')}`, oneOf('--conduct', CONDUCTS), 'honest')
    .option('--capacity <n>', 'requests the server takes at once', wholeNumber('--capacity', 1))
    .option('--concurrency <n>', 'items under way at once', wholeNumber('--concurrency', 1))
    .option('--port <n>', 'the port of the server (default: a free one)', wholeNumber('--port', 1))
    .option('--serve', 'only start the server, until Ctrl-C')
    .option('--json', 'print one JSON object as the last line')
    .addHelpText('before', 'Example: turnsmith rehearse --count 20 --config turnsmith.config.ts\n')
    .action(rehearse)
}

function faultsOf(text: string): readonly Fault[] {
  if (text === 'mixed') return MIXED_FAULTS
  return text === 'none' ? [] : names(text).map((name) => oneOf('--faults', MIXED_FAULTS)(name) as Fault)
}

async function rehearse(options: RehearseOptions): Promise<void> {
  const server = await startRehearsalServer(serverOptions(options))
  try {
    if (options.serve) await serveUntilStopped(server)
    else await run(options, server)
  } finally {
    await server.close()
  }
}

function serverOptions(options: RehearseOptions): Omit<ModelServerOptions, 'environments'> {
  const { faults, percent, latency, conduct, capacity, port, seed } = options
  return {
    faults: { kinds: faults, percent },
    latency,
    conduct,
    seed,
    ...(capacity === undefined ? {} : { capacity }),
    ...(port === undefined ? {} : { port }),
  }
}

async function serveUntilStopped(server: RehearsalServer): Promise<void> {
  console.log(
    `${server.url}  Try: turnsmith synth --agents model --base-url ${server.url} --count 10 --out runs/models`,
  )
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
  })
  await tellServer(server)
}

async function run(options: RehearseOptions, server: RehearsalServer): Promise<void> {
  const { count, seed, turns, out, json, maxCost, concurrency } = options
  const environments = environmentsOfRun(options.environments).map(({ ref }) => ref.name)
  const chosen = await speakersOf({ ...options, rehearsedAt: server.url })
  const configuration: Configuration = {
    count,
    seed,
    environments,
    turns,
    targets: null,
    families: null,
    operators: operatorsFor('model'),
    agents: 'model',
    models: asRehearsed(chosen),
    sampler: 'directed',
  }
  createRunDirectory(out, { replace: true })
  const means: Means = {
    runtime: 'local',
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(maxCost === undefined ? {} : { maxCost }),
    ...(json ? { json } : { show: true }),
  }
  await carryOut(out, startedManifest(configuration, VERSION), configuration, means, true)
  await tellServer(server, json)
}

/** The server offers tools and shapes in the usual way, whatever the real endpoint does, and never takes long. */
function asRehearsed(speakers: Speakers): Speakers {
  if (Object.keys(speakers).length === 0)
    throw new UsageError('--model', 'no role has a model, so there is nothing to rehearse', 'Give one role a model.')
  return Object.fromEntries(
    Object.entries(speakers).map(([role, speaker]) => [
      role,
      {
        ...speaker,
        endpoint: {
          ...speaker.endpoint,
          kind: 'openai',
          toolCalls: 'native',
          structured: 'json-schema',
          seeded: true,
          deadline: DEADLINE,
        },
      },
    ]),
  )
}

/** Seconds after which a request that hangs is given up. */
const DEADLINE = 5

async function tellServer(server: RehearsalServer, json = false): Promise<void> {
  const { requests, answers, lost, unmetered, faults, answersOf } = await server.counts()
  const twice = [...answersOf.values()].filter((times) => times > 1).length
  if (json)
    process.stderr.write(`${JSON.stringify({ server: { requests, answers, lost, twice, unmetered, faults } })}\n`)
  else
    printTable('Server', [
      ['requests', String(requests)],
      ['whole answers', `${answers}, ${unmetered} of them without their figures`],
      ['answers lost on the way', String(lost)],
      ['answers asked for again', String(twice)],
      ...Object.entries(faults).map(([fault, times]): [string, string] => [fault, String(times)]),
    ])
}
