import { Command } from 'commander'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../core/errors.js'
import { FAMILIES } from '../core/family.js'
import { assertReachable, createEndpoint, createTraffic, ModelError, readingCalls } from '../model/index.js'
import {
  aspectsOf,
  planTries,
  probe,
  type Profile,
  profileOf,
  type Rate,
  spreadOver,
  type Tried,
} from '../probe/index.js'
import { AppendedLines, fileSha256, keepSettings, type Settings } from '../store/index.js'
import { listenForInterrupts } from './interrupts.js'
import { names, oneOf, temperature, wholeNumber } from './options.js'
import { withOwnTools } from './own-tools.js'
import { createProgress } from './progress.js'
import { printTable } from './show.js'
import { tasksIn } from './tasks-in.js'

interface ProbeOptions {
  readonly baseUrl: string
  readonly model: string
  readonly tries: number
  readonly limit: number
  readonly families?: readonly string[]
  readonly concurrency: number
  readonly temperature: number
  readonly maxTokens: number
  readonly toolCalls: 'native' | 'hermes' | 'qwen-xml' | 'bracketed'
  readonly out?: string
  readonly json?: boolean
}

const CALL_STYLES = ['native', 'hermes', 'qwen-xml', 'bracketed'] as const

export function probeCommand(): Command {
  return withOwnTools(new Command('probe'))
    .description(
      'Let a model try the turns of a run, several times each, and say what it can do: pass rates by family, tool, relation and length. Run it again to go on.',
    )
    .argument('<run>', 'a run directory, or a trajectories.jsonl')
    .requiredOption('--base-url <url>', 'endpoint, up to and including /v1; its key, if any, in TURNSMITH_API_KEY')
    .requiredOption('--model <name>', 'model name the endpoint knows')
    .option('--tries <k>', 'tries at each task', wholeNumber('--tries', 1), 4)
    .option('--limit <n>', 'tasks, spread over the run', wholeNumber('--limit', 1), 200)
    .option('--families <a,b>', 'only turns of these families', (text) =>
      names(text).map(oneOf('--families', FAMILIES)),
    )
    .option('--concurrency <n>', 'tries at a time', wholeNumber('--concurrency', 1), 16)
    .option('--temperature <t>', 'sampling temperature', temperature, 0.7)
    .option('--max-tokens <n>', 'tokens an answer may have', wholeNumber('--max-tokens', 1), 4096)
    .option(
      '--tool-calls <style>',
      `how the model writes calls where the server does not parse them: ${CALL_STYLES.join(', ')}`,
      oneOf('--tool-calls', CALL_STYLES),
      'native',
    )
    .option('--out <dir>', 'tries and profile; default: runs/probe/<model>')
    .option('--json', 'print one JSON object as the last line')
    .addHelpText('before', 'Example: turnsmith probe runs/mine --base-url http://localhost:8000/v1 --model my-model\n')
    .action(async (run: string, options: ProbeOptions) => {
      process.exitCode = await carryOut(run, options)
    })
}

/** Makes the tries that are not made yet, then writes and prints the profile of all. */
async function carryOut(run: string, options: ProbeOptions): Promise<number> {
  const { model, tries, limit, families } = options
  const tasks = await tasksIn(run, families ? { families } : {})
  const ids = spreadOver(tasks, limit)
  const out = options.out ?? join('runs', 'probe', model.replaceAll(/[^A-Za-z0-9._-]+/g, '_'))
  keepSettings(out, 'probe.json', { run: await fileSha256(tasks.about), ...settingsOf(options) })
  const kept = new AppendedLines<Tried>(join(out, 'tries.jsonl'))
  const wanted = new Set(ids)
  const made = kept.read().filter(({ task, attempt }) => wanted.has(task) && attempt < tries)
  const done = new Set(made.map(({ task, attempt }) => `${task} ${attempt}`))
  const rest = planTries(ids, tries).filter(({ task, attempt }) => !done.has(`${task} ${attempt}`))
  const interrupts = listenForInterrupts('Stopping; the same command goes on.')
  const progress = createProgress('tries', ids.length * tries, {
    done: made.length,
    workers: () => options.concurrency,
  })
  try {
    if (rest.length > 0) await assertReachable(options.baseUrl)
    await probe(tasks, rest, modelOf(options), { ...options, signal: interrupts.signal }, (tried) => {
      kept.append(tried)
      made.push(tried)
      progress.advance({ accepted: tried.passed, rejected: tried.reasons })
    })
  } catch (error) {
    if (!interrupts.signal.aborted)
      throw error instanceof ModelError ? endpointFailed(error, options.baseUrl, made.length) : error
  } finally {
    progress.finish()
    interrupts.release()
  }
  const tried = new Set(made.map(({ task }) => task))
  const aspects = new Map(
    await Promise.all([...tried].map(async (id) => [id, aspectsOf(await tasks.open(id))] as const)),
  )
  const profile = profileOf(model, tries, made, aspects)
  writeFileSync(join(out, 'profile.json'), `${JSON.stringify(profile, null, 2)}\n`)
  if (options.json) console.log(JSON.stringify({ ...summaryOf(profile), out }))
  else print(profile, out)
  return interrupts.signal.aborted ? 130 : 0
}

function settingsOf({ model, temperature: heat, maxTokens, toolCalls }: ProbeOptions): Settings {
  return { model, temperature: heat, maxTokens, toolCalls }
}

function modelOf({ baseUrl, model, toolCalls }: ProbeOptions): ReturnType<typeof readingCalls> {
  const apiKey = process.env['TURNSMITH_API_KEY']
  const wire = createTraffic({ retries: 4 }).over(createEndpoint({ baseUrl, model, ...(apiKey ? { apiKey } : {}) }))
  return readingCalls(wire, toolCalls)
}

function endpointFailed({ message, failure }: ModelError, baseUrl: string, done: number): UsageError {
  const after = done === 0 ? '' : ` after ${done} tries`
  return new UsageError(
    baseUrl,
    `${failure === 'unreachable' ? 'nothing answers' : 'the endpoint does not answer what is asked'}${after} (${message})`,
    done === 0 ? 'Check --base-url, --model and TURNSMITH_API_KEY.' : 'Run the same command to go on once it is back.',
  )
}

function summaryOf({ overall, k, byFamily }: Profile): object {
  return {
    ...overall,
    k,
    byFamily: Object.fromEntries(Object.entries(byFamily).map(([name, { passRate }]) => [name, passRate])),
  }
}

/** Tools shown, of those that go wrong most often. */
const SHOWN = 10

function print({ overall, k, byFamily, byTool, byHiddenSteps, reasons, model }: Profile, out: string): void {
  printTable(`${model}: ${overall.tries} tries at ${overall.tasks} tasks`, [
    ['pass@1', percent(overall.passRate)],
    [`pass@${k}`, percent(overall.passAtK)],
  ])
  const rows = (rates: readonly (readonly [string, Rate])[]): [string, string][] =>
    rates.map(([name, { tasks, passRate, passAtK }]) => [
      name,
      `${percent(passRate)}  pass@${k} ${percent(passAtK)}  of ${tasks}`,
    ])
  const weakest = (rates: Profile['byTool']): (readonly [string, Rate])[] =>
    Object.entries(rates).toSorted(([, one], [, other]) => one.passRate - other.passRate)
  if (overall.tries === 0) return
  printTable('By family', rows(weakest(byFamily)))
  printTable('By hidden steps', rows(Object.entries(byHiddenSteps)))
  printTable('Weakest tools', rows(weakest(byTool).slice(0, SHOWN)))
  const wrong = Object.entries(reasons).toSorted(([, one], [, other]) => other - one)
  if (wrong.length > 0)
    printTable(
      'What was wrong',
      wrong.slice(0, SHOWN).map(([reason, count]) => [reason, String(count)]),
    )
  const profile = join(out, 'profile.json')
  console.log(`\n${profile}. Next: turnsmith synth --targets ${profile}, or turnsmith serve RUN --profile ${profile}`)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`.padStart(7)
}
