import { existsSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { bindArguments, signatureOf } from '../src/benchmarks/bfcl/signature.js'
import {
  constantsFor,
  createStart,
  Executor,
  type GoldenRecord,
  loadClasses,
  readGoldenRecords,
  type Start,
} from '../src/benchmarks/bfcl/index.js'
import type { Json, JsonObject } from '../src/core/json.js'
import { callTool, type Environment } from '../src/environment/index.js'
import { parseCall } from '../src/text/index.js'

/**
 * Calls a second of the original, one core at 2.5 GHz (DESIGN section 13): both ends of what its executor was measured
 * at from call texts, whichever calls those were, and its bare Python methods.
 */
const ORIGINAL = { executor: [8_600, 11_400], bare: 230_000 } as const
/** How long each way is measured; the fastest round counts, which other programs on the machine disturb least. */
const MILLISECONDS = 4000
const FILES = ['gt_base', 'gt_miss_func', 'gt_miss_param', 'gt_long_context']

interface Case {
  readonly start: Start
  readonly calls: readonly {
    readonly text: string
    readonly name: string
    readonly args: JsonObject
    readonly bound: JsonObject
    readonly owner: number
    readonly environment: Environment
  }[]
}

/** The ground-truth calls of all cases, three ways: from call text, from parsed arguments, and bare without any text. */
export async function run(): Promise<void> {
  const directory = resolve(
    process.env['TURNSMITH_BFCL_DIR'] ?? join(process.cwd(), '../shared/reference/bfcl'),
    'golden',
  )
  if (!existsSync(directory)) {
    console.log('bfcl: not run, no golden transcripts (set TURNSMITH_BFCL_DIR)')
    return
  }
  const classes = await loadClasses()
  const constants = constantsFor(directory)
  const toCase = (record: GoldenRecord): Case =>
    caseOf(
      record,
      createStart(classes, {
        involved: record.involved_classes,
        configuration: record.initial_config,
        longContext: record.long_context,
        extension: record.long_context ? constants() : {},
        clock: `${record.today}T12:00:00`,
      }),
    )
  const records = FILES.map((file) => readGoldenRecords(join(directory, `${file}.jsonl.gz`)).map(toCase))
  const [short, all] = [records.slice(0, 3).flat(), records.flat()]
  const load = (loadavg()[0] ?? 0).toFixed(1)
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, load ${load} on ${cpus().length} cores; ground-truth calls, fastest round of ${MILLISECONDS / 1000} s`,
  )
  console.log('against the original executor at its best and at its slowest; a bar that holds against the best holds')
  for (const [what, cases] of [
    ['without long context', short],
    ['all categories', all],
  ] as const) {
    console.log(`${what}: ${cases.reduce((sum, { calls }) => sum + calls.length, 0)} calls`)
    report('parsed call -> result text', fastest(cases, parsed), ORIGINAL.executor, 30)
    report('call text   -> result text', fastest(cases, fromText), ORIGINAL.executor, 15)
    report('bare call', fastest(cases, bare), [ORIGINAL.bare], 1.5)
  }
}

function caseOf(record: GoldenRecord, start: Start): Case {
  const calls = record.turns
    .flatMap((turn) => turn.calls)
    .map(({ call: text }) => {
      const { callee, positional, keywords } = parseCall(text)
      const name = callee.kind === 'name' ? callee.name : ''
      const owner = start.classes.findIndex(({ environment }) => environment.spec(name))
      const { name: className, environment } = start.classes[owner] as Start['classes'][number]
      const value = (item: (typeof positional)[number]): Json => (item.kind === 'literal' ? item.value : null)
      const given = keywords.map((keyword) => ({ name: keyword.name, value: value(keyword.value) }))
      const spec = environment.spec(name)
      const bound = spec ? bindArguments(signatureOf(className, spec), positional.map(value), given) : {}
      return { text, name, args: bound, bound, owner, environment }
    })
  return { start, calls }
}

function fromText({ start, calls }: Case): void {
  const executor = new Executor(start, 'bench')
  for (const { text } of calls) executor.execute(text)
}

function parsed({ start, calls }: Case): void {
  const executor = new Executor(start, 'bench')
  for (const { name, args } of calls) executor.call(name, args)
}

function bare({ start, calls }: Case): void {
  const states = [...start.states]
  for (const { name, bound, owner, environment } of calls)
    states[owner] = callTool(environment, name, bound, states[owner] as Json, start.clock).state
}

/** Calls a second of the fastest round over all cases. */
function fastest(cases: readonly Case[], action: (one: Case) => void): number {
  let best = Infinity
  for (const end = performance.now() + MILLISECONDS; performance.now() < end;) {
    const begin = performance.now()
    for (const one of cases) action(one)
    best = Math.min(best, performance.now() - begin)
  }
  return (cases.reduce((sum, one) => sum + one.calls.length, 0) / best) * 1000
}

function report(what: string, perSecond: number, original: readonly number[], bar: number): void {
  const ratios = original.map((figure) => `${(perSecond / figure).toFixed(1)} x of ${thousands(figure)}`).toReversed()
  console.log(`  ${what}: ${thousands(perSecond)} calls/s = ${ratios.join(', ')} (bar ${bar} x)`)
}

const thousands = (count: number): string => String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',')
