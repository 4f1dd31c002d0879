import { Command } from 'commander'
import { existsSync } from 'node:fs'
import { environmentsNamed, worldKind } from '../catalog/index.js'
import { FAMILIES } from '../core/family.js'
import { UsageError } from '../core/errors.js'
import { createRng } from '../core/random.js'
import { inBand, readProfile } from '../probe/index.js'
import { type RunTasksOptions, serveTasks, type Tasks, tasksOfScenarios } from '../server/index.js'
import { VERSION } from '../version.js'
import { names, oneOf, wholeNumber } from './options.js'
import { withOwnTools } from './own-tools.js'
import { tasksIn } from './tasks-in.js'

interface ServeOptions {
  readonly port: number
  readonly host: string
  readonly families?: readonly string[]
  readonly profile?: string
  readonly band: readonly [number, number]
  readonly maxSessions: number
  readonly idle: number
  readonly json?: boolean
}

/** Where the token is looked for; keys are never given on a command line. */
const TOKEN = 'TURNSMITH_SERVER_TOKEN'

export function serveCommand(): Command {
  return withOwnTools(new Command('serve'))
    .description(
      'Serve the turns of a run as tasks to trainers (OpenEnv, MCP, NeMo Gym, plain HTTP), each try rewarded by outcome.',
    )
    .argument('<run|environments>', 'a run directory, a trajectories.jsonl, or environments a,b to act in freely')
    .option('--port <n>', '0 for any that is free', wholeNumber('--port', 0), 8765)
    .option(
      '--host <address>',
      `other machines can reach any but loopback, which needs a token in ${TOKEN}`,
      '127.0.0.1',
    )
    .option('--families <a,b>', 'only turns of these families', (text) =>
      names(text).map(oneOf('--families', FAMILIES)),
    )
    .option('--profile <file>', 'only tasks that `turnsmith probe` tried, whose pass rate lies in --band')
    .option('--band <a-b>', 'the least and the highest pass rate', bandOf, [0.1, 0.9] as const)
    .option('--max-sessions <n>', 'sessions that go on at the same time', wholeNumber('--max-sessions', 1), 1024)
    .option('--idle <seconds>', 'drop a session that nobody uses', wholeNumber('--idle', 1), 900)
    .option('--json', 'print one JSON object with the address as the first line')
    .addHelpText(
      'before',
      'Example: turnsmith serve runs/mine --port 8765\n         turnsmith serve ticketing,travel\n',
    )
    .action(async (what: string, options: ServeOptions) => await serve(what, options))
}

async function serve(what: string, options: ServeOptions): Promise<void> {
  const { families, profile, band, port, host, maxSessions: most, idle, json } = options
  if (port > 65_535) throw new UsageError('--port', `there is no port ${port}`, 'Give one up to 65535.')
  const tasks = existsSync(what)
    ? await tasksIn(what, { ...(families ? { families } : {}), ...probed(profile, band) })
    : freeTasks(what, families ?? profile)
  const token = process.env[TOKEN]
  const server = await serveTasks(tasks, { host, port, most, idle, version: VERSION, ...(token ? { token } : {}) })
  if (json) console.log(JSON.stringify({ url: server.url, tasks: tasks.count ?? null }))
  else
    console.log(
      `${tasks.count === undefined ? `Scenarios of ${tasks.about}` : `${tasks.count} tasks of ${tasks.about}`} at ${server.url}${token ? ' (with a token)' : ''}. Ctrl-C ends it.`,
    )
  await interrupted()
  await server.close()
}

/** Only what a model sometimes gets right and sometimes not has something to teach it. */
function probed(profile: string | undefined, bounds: readonly [number, number]): Pick<RunTasksOptions, 'keep'> {
  return profile === undefined ? {} : { keep: inBand(readProfile(profile), bounds) }
}

function bandOf(text: string): readonly [number, number] {
  const [, least = '', most = ''] = /^(\d(?:\.\d+)?)-(\d(?:\.\d+)?)$/.exec(text) ?? []
  if (least !== '' && Number(least) <= Number(most) && Number(most) <= 1) return [Number(least), Number(most)]
  throw new UsageError('--band', `'${text}' is no range of pass rates`, 'Give one such as 0.1-0.9.')
}

/** Environments that nobody asks anything of. */
function freeTasks(what: string, chosenBy: unknown): Tasks {
  if (chosenBy !== undefined)
    throw new UsageError(what, 'environments have no turns to choose among', 'Give a run directory.')
  const environments = environmentsNamed(names(what), 'serve')
  const { brief } = worldKind(environments)
  return tasksOfScenarios(environments, ({ world, userKnows }, seed) =>
    brief(world, userKnows, createRng(seed).fork('briefing'), []),
  )
}

/** The ordinary end of a server. */
async function interrupted(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
