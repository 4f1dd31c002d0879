import { UsageError } from '../core/errors.js'
import type { Drawing } from '../graph/draw/index.js'
import type { Comparison, FreshStarts, GraphVerdict, RelationGraph } from '../graph/infer/index.js'
import { cyclesOf, deadEndsOf, distancesTo, minimalSetsOf, type NeedyTool, plansFor } from '../graph/query/index.js'
import { printTable } from './show.js'

const SHOWN = 12

/** A declared graph, tool by tool. */
export function printDeclared({ tools, relations, environments }: Drawing): void {
  for (const environment of environments) {
    const own = tools.filter((tool) => tool.environment === environment)
    printTable(
      environment,
      own.map((tool) => [tool.name, `${tool.effect.padEnd(8)} ${needsOf(tool)}`]),
    )
  }
  const kinds = [...new Set(relations.map(({ kind }) => kind))]
  printTable(
    'Relations',
    kinds.map((kind) => [kind, String(relations.filter((relation) => relation.kind === kind).length)]),
  )
}

/** An inferred graph: what was found, and what each tool needs. */
export function printGraph(graph: RelationGraph): void {
  for (const { name, seen } of graph.environments) {
    const own = graph.tools.filter(({ environment }) => environment === name)
    printTable(
      `${name}${seen === 'results' ? ' (results only, less confidence)' : ''}`,
      own.map(({ name: tool, effect, prerequisites, deadEnd }) => [
        tool,
        `${effect.padEnd(8)} ${deadEnd ?? prerequisites.map(({ anyOf }) => anyOf.join(' or ')).join(', and ')}`,
      ]),
    )
  }
  const { enables, provides, disables, affects, compatible, budget } = graph
  printTable('Relations', [
    ['enables', String(enables.length)],
    ['provides', String(provides.length)],
    ['disables', String(disables.length)],
    ['affects', String(affects.length)],
    ['compatible', String(compatible.length)],
    ['calls made', `${budget.used} of ${budget.calls}`],
  ])
}

/** How an inferred graph stands to a reference. */
export function printComparison(
  { enables, provides, effects, disagreements }: Comparison,
  { tried, reproduced, weak }: FreshStarts,
): void {
  printTable('Against the reference', [
    ['enables, hard', shareText(enables.hardRecall)],
    ['enables, soft', shareText(enables.softRecall)],
    ['enables, unlisted', String(enables.unlisted)],
    ['provides, key', shareText(provides.keyRecall)],
    ['provides, content', shareText(provides.contentRecall)],
    ['provides, unlisted', String(provides.unlisted)],
    ['effects', shareText(effects.accuracy)],
    ['witnesses on fresh states', `${reproduced} of ${tried}`],
  ])
  const missed = [...enables.missed, ...provides.missed, ...effects.wrong]
  if (missed.length > 0)
    printTable(
      'Missed',
      missed.map((what) => ['', what]),
    )
  if (disagreements.length > 0)
    printTable(
      'Where execution disagrees with the reference',
      disagreements.map(({ relation, execution }) => [relation, execution]),
    )
  if (weak.length > 0)
    printTable(
      'Shown from fewer than 95 % of fresh states',
      weak.slice(0, SHOWN).map((one) => [one.relation, `${one.reproduced} of ${one.tried}`]),
    )
}

/** What one tool needs, and what leads to it. */
export function printTool(tools: readonly NeedyTool[], name: string): void {
  const tool = tools.find((other) => other.name === name)
  if (!tool) throw new UsageError(`--tool ${name}`, 'no environment given has that tool', 'See turnsmith tools ENV.')
  const plan = plansFor(tools).of(name)
  const distances = [...distancesTo(tools, name)].filter(([, distance]) => distance > 0)
  printTable(name, [
    ['needs', needsOf(tool) || 'nothing'],
    ['shortest plan', plan?.map((step) => step.tool).join(', ') ?? 'none'],
    [
      'minimal sets',
      minimalSetsOf(tools, name)
        .slice(0, SHOWN)
        .map((set) => set.join(' + ') || 'none needed')
        .join(' | '),
    ],
    ['distance', distances.map(([other, distance]) => `${other} ${distance}`).join(', ') || 'nothing leads to it'],
  ])
}

/** Tools that need one another and tools that nothing reaches, where there are such. */
export function printOddities(tools: readonly NeedyTool[], conditions: readonly NeedyTool[]): void {
  const [cycles, deadEnds] = [cyclesOf(conditions), deadEndsOf(tools)]
  if (cycles.length > 0)
    printTable(
      'Cycles',
      cycles.map((cycle) => ['', cycle.join(', ')]),
    )
  if (deadEnds.length > 0)
    printTable(
      'Not reached by calls alone',
      deadEnds.map(({ tool, reason }) => [tool, reason]),
    )
}

export function printVerdict({ tried, reproduced, calls, failures }: GraphVerdict): void {
  printTable('Witnesses', [
    ['made again', `${tried}, in ${calls} calls`],
    ['show their relation', String(reproduced)],
  ])
  if (failures.length > 0)
    printTable('Failed', [
      ...failures.slice(0, SHOWN).map((failure) => ['', failure] as const),
      ...(failures.length > SHOWN ? [['', `and ${failures.length - SHOWN} more`] as const] : []),
    ])
}

function needsOf({ needs, deadEnd }: NeedyTool): string {
  if (deadEnd !== undefined) return deadEnd
  return needs
    .map(({ label, alternatives }) => {
      const ways = alternatives.map((tools) => tools.join(' + ')).join(' or ')
      return `${label} (${ways === '' ? 'as the start has it' : ways})`
    })
    .join(', and ')
}

function shareText(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
