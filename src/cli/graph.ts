import { Command } from 'commander'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { defaultEnvironments, environmentsNamed } from '../catalog/index.js'
import { UsageError } from '../core/errors.js'
import type { Environment } from '../environment/index.js'
import { type Drawable, drawDeclared, drawInferred, toDot, toHtml, toMermaid } from '../graph/draw/index.js'
import { conditionsAsNeeds } from '../graph/query/index.js'
import { buildGraph } from '../graph/index.js'
import {
  compareGraph,
  CALLS_A_TOOL,
  graphText,
  infer,
  type Inference,
  parseGraph,
  parseReference,
  type RelationGraph,
  tryFreshStarts,
  verifyGraph,
} from '../graph/infer/index.js'
import { names, oneOf, wholeNumber } from './options.js'
import { printComparison, printDeclared, printGraph, printOddities, printTool, printVerdict } from './show-graph.js'
import { withOwnTools } from './own-tools.js'

interface GraphCommandOptions {
  readonly infer?: boolean
  readonly seed: number
  readonly probeBudget?: number
  readonly resultsOnly?: boolean
  readonly compare?: string
  readonly verify?: string
  readonly tool?: string
  readonly format?: string
  readonly out?: string
  readonly replace?: boolean
  readonly json?: boolean
}

const FORMATS: readonly string[] = ['json', 'dot', 'mermaid', 'html']
const FORMAT_OF: { readonly [extension: string]: string } = {
  '.json': 'json',
  '.dot': 'dot',
  '.gv': 'dot',
  '.mmd': 'mermaid',
  '.html': 'html',
}
/** States that inference never saw, from which each relation is followed for a comparison. */
const FRESH_STARTS = 20
const LEAST_BUDGET = 1_000

export function graphCommand(): Command {
  return withOwnTools(new Command('graph'))
    .description('The API relation graph: which tools enable others, and whose results feed which parameters.')
    .argument('[environments...]', 'built-in environments by name (default: all)')
    .option('--infer', 'find relations by calling the tools, each with a witness, instead of reading declared ones')
    .option('--seed <n>', 'same seed, same graph', wholeNumber('--seed', 0), 1)
    .option(
      '--probe-budget <n>',
      `calls that inference may make (default: ${CALLS_A_TOOL} a tool)`,
      wholeNumber('--probe-budget', LEAST_BUDGET),
    )
    .option('--results-only', 'infer from results alone, as where an environment hides its state')
    .option('--compare <reference.json>', 'how much of a reference graph was inferred, and where execution disagrees')
    .option('--verify <graph.json>', 'make the calls of every stored witness again')
    .option('--tool <name>', 'what one tool needs, and what leads to it')
    .option(
      '--format <format>',
      `${FORMATS.join(', ')} (default: by the name of --out, else a table)`,
      oneOf('--format', FORMATS),
    )
    .option('--out <file>', 'where to write the graph')
    .option('--replace', 'replace the file that is there')
    .option('--json', 'print one JSON object as the last line')
    .addHelpText('before', 'Example: turnsmith graph ticketing travel --infer --out graph.json\n')
    .action(run)
}

function run(given: readonly string[], options: GraphCommandOptions): void {
  const asked = given.flatMap(names)
  if (options.verify !== undefined) return verify(options.verify, asked, options)
  const environments = environmentsNamed(asked.length > 0 ? asked : defaultEnvironments(), 'graph')
  checkOut(options)
  if (options.infer) return inferred(environments, options)
  if (options.compare !== undefined)
    throw new UsageError('--compare', 'only an inferred graph can be compared', 'Add --infer.')
  declared(environments, options)
}

function declared(environments: readonly Environment[], options: GraphCommandOptions): void {
  const graph = buildGraph(environments)
  const drawing = drawDeclared(graph)
  deliver(graph, () => `${JSON.stringify(drawing, null, 2)}\n`, options)
  if (options.tool !== undefined) printTool(drawing.tools, options.tool)
  else if (isTable(options)) {
    printDeclared(drawing)
    printOddities(drawing.tools, drawing.tools)
  }
  sayWritten(options)
  if (options.json) console.log(JSON.stringify(drawing))
}

function inferred(environments: readonly Environment[], options: GraphCommandOptions): void {
  const reference =
    options.compare === undefined
      ? undefined
      : parseReference(readText('--compare', options.compare), `--compare ${options.compare}`)
  const inference = infer(environments, {
    seed: options.seed,
    ...(options.probeBudget === undefined ? {} : { budget: options.probeBudget }),
    resultsOnly: options.resultsOnly ?? false,
    onProgress: (done, calls) =>
      process.stderr.write(`${JSON.stringify({ inferred: done, calls, of: options.probeBudget ?? null })}\n`),
  })
  const { graph } = inference
  deliver(graph, () => graphText(graph), options)
  if (reference) return compare(inference, reference, options)
  if (options.tool !== undefined) printTool(drawInferred(graph).tools, options.tool)
  else if (isTable(options)) {
    printGraph(graph)
    printOddities(drawInferred(graph).tools, conditionsAsNeeds(graph))
  }
  sayWritten(options)
  if (options.json) console.log(JSON.stringify(summaryOf(graph, options)))
}

function compare(
  inference: Inference,
  reference: Parameters<typeof compareGraph>[1],
  options: GraphCommandOptions,
): void {
  const comparison = compareGraph(inference.graph, reference)
  const witnesses = tryFreshStarts(inference, FRESH_STARTS)
  if (isTable(options)) printComparison(comparison, witnesses)
  if (options.json) console.log(JSON.stringify({ ...comparison, witnesses, ...summaryOf(inference.graph, options) }))
}

function verify(path: string, asked: readonly string[], options: GraphCommandOptions): void {
  const where = `--verify ${path}`
  if (options.infer || asked.length > 0)
    throw new UsageError(where, 'the file names its environments', 'Leave out the environments and --infer.')
  const graph = parseGraph(readText('--verify', path), where)
  const verdict = verifyGraph(
    graph,
    environmentsNamed(
      graph.environments.map(({ name }) => name),
      where,
    ),
  )
  if (options.json) console.log(JSON.stringify(verdict))
  else printVerdict(verdict)
  if (!verdict.pass) process.exitCode = 1
}

function summaryOf({ environments, tools, budget, ...relations }: RelationGraph, { out }: GraphCommandOptions): object {
  const { enables, disables, affects, provides, compatible } = relations
  return {
    environments: environments.map(({ name }) => name),
    tools: tools.length,
    relations: {
      enables: enables.length,
      provides: provides.length,
      disables: disables.length,
      affects: affects.length,
      compatible: compatible.length,
    },
    deadEnds: tools.flatMap(({ name, deadEnd }) => (deadEnd === undefined ? [] : [{ tool: name, reason: deadEnd }])),
    calls: budget.used,
    ...(out === undefined ? {} : { out }),
  }
}

/** Writes the graph to `--out`, or where only a format is given, to stdout. */
function deliver(graph: Drawable, asJson: () => string, options: GraphCommandOptions): void {
  const format = formatOf(options)
  if (format === undefined) return
  const text = textIn(format, graph, asJson)
  if (options.out === undefined) process.stdout.write(text)
  else writeFileSync(options.out, text, { flag: options.replace ? 'w' : 'wx' })
}

function sayWritten({ out, json }: GraphCommandOptions): void {
  if (out !== undefined && !json) console.log(`\nWritten: ${out}`)
}

function textIn(format: string, graph: Drawable, asJson: () => string): string {
  switch (format) {
    case 'dot':
      return toDot(graph)
    case 'mermaid':
      return toMermaid(graph)
    case 'html':
      return toHtml(graph)
    default:
      return asJson()
  }
}

function formatOf({ format, out }: GraphCommandOptions): string | undefined {
  return format ?? (out === undefined ? undefined : (FORMAT_OF[extname(out)] ?? 'json'))
}

/** Is a table to be printed for a person? */
function isTable(options: GraphCommandOptions): boolean {
  return !options.json && (options.out !== undefined || formatOf(options) === undefined)
}

/** Fails before the work, not after it. */
function checkOut({ out, replace }: GraphCommandOptions): void {
  if (out === undefined) return
  if (existsSync(out) && !replace)
    throw new UsageError(`--out ${out}`, 'there is something already', 'Choose another file, or add --replace.')
  if (!existsSync(resolve(out, '..')))
    throw new UsageError(`--out ${out}`, 'the folder it lies in does not exist', 'Make the folder, or choose another.')
}

function readText(option: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(
      `${option} ${path}`,
      `the file cannot be read (${(error as NodeJS.ErrnoException).code})`,
      'Check the path.',
    )
  }
}
