import { ENVIRONMENTS, worldKind, worldsOf } from '../src/catalog/index.js'
import { untrained } from '../src/core/policy.js'
import { parsePointer } from '../src/core/pointer.js'
import { createRng } from '../src/core/random.js'
import type { Trace } from '../src/core/trace.js'
import type { Trajectory } from '../src/core/trajectory.js'
import { replay } from '../src/environment/index.js'
import { buildGraph, knowledgeOf, type Relation, relationsOf } from '../src/graph/index.js'
import {
  directed,
  interact,
  learned,
  random,
  type Sampler,
  type SamplerInput,
  sayHindrance,
  unreached,
} from '../src/phases/graph-interaction/index.js'
import { proposeRequests } from '../src/phases/graph-interaction/proposals.js'
import { walk } from '../src/phases/graph-interaction/walk.js'
import { type ProposedTurn, type Recipe, rewardOf, ROUND, synthesizeItem, train } from '../src/pipeline/index.js'
import { samplerStart } from '../test/support/sampler-start.js'

const SAMPLERS = [random, directed, learned(untrained)]

/** Starts per environment from which every tool is asked for, and turns in which to come to it. */
const STARTS = Number(process.env['TURNSMITH_BENCH_STARTS'] ?? 3)
const TURNS = 3

/** Calls that each sampler may execute per seed in the second part. */
const BUDGET = Number(process.env['TURNSMITH_BENCH_CALLS'] ?? 10_000)
const SEEDS = (process.env['TURNSMITH_BENCH_SEEDS'] ?? '1,2,3,4,5').split(',').map(Number)

type Figures = { readonly [figure: string]: number }

/** The three samplers side by side: how they reach given targets, and what they make of equally many executed calls. */
export async function run(): Promise<void> {
  const environments = [...ENVIRONMENTS.values()]
  const starts = environments.map((environment) =>
    Array.from({ length: STARTS }, (_, seed) => samplerStart(worldKind([environment]), createRng(seed).fork('bench'))),
  )
  const attempts = starts.flatMap((some) => some.flatMap(attemptsFrom))
  const reach = new Map(SAMPLERS.map(({ name }) => [name, reachOf(attempts, name)]))
  print(`Every wishable tool as the target, from ${STARTS} starts of each environment`, reach)
  for (const { tool, because } of starts.flatMap(unreached))
    console.log(`  never a target: ${tool}: ${sayHindrance(because)}`)

  const relations = relationsOf(buildGraph(environments))
  const spent = new Map<string, Figures[]>()
  for (const { name } of SAMPLERS) {
    const bySeed: Figures[] = []
    for (const seed of SEEDS)
      bySeed.push(
        await spend(
          { seed, worlds: worldsOf(environments), turns: [3, 5], kmax: 3, sampler: name, measured: true },
          relations,
        ),
      )
    spent.set(name, bySeed)
  }
  print(
    `${BUDGET} executed calls each, mean of seeds ${SEEDS.join(', ')}`,
    new Map([...spent].map(([name, bySeed]) => [name, meanOf(bySeed)])),
  )

  const figure = (name: string, what: string): number => reach.get(name as Sampler['name'])?.[what] ?? Number.NaN
  const gains = SEEDS.map(
    (_, i) =>
      (spent.get('learned')?.[i]?.['difficulty + novelty'] ?? 0) /
        (spent.get('directed')?.[i]?.['difficulty + novelty'] ?? 1) -
      1,
  )
  const mean = (name: Sampler['name'], what: string): number => meanOf(spent.get(name) ?? [])[what] ?? 0
  const bars = {
    directedReach: Math.min(figure('directed', 'reach rate'), figure('directed', 'reach rate, prepared')),
    callsAtDepth2: figure('directed', 'calls per reach, depth >= 2') / figure('random', 'calls per reach, depth >= 2'),
    learnedGain: gains.reduce((sum, gain) => sum + gain, 0) / gains.length,
    leastGain: Math.min(...gains),
    coverageNoWorse: ['targets', 'tools', 'relations'].every((what) => mean('learned', what) >= mean('directed', what)),
  }
  console.log(
    [
      `directed reaches ${percent(bars.directedReach)} of the reachable targets (bar 100 %)`,
      `takes ${percent(bars.callsAtDepth2)} of random's calls at depth >= 2 (bar 33 %)`,
      `learned gains ${percent(bars.learnedGain)} on directed in difficulty + novelty, ${percent(bars.leastGain)} at the least (bar 15 %)`,
      `coverage ${bars.coverageNoWorse ? 'no worse' : 'WORSE'}`,
    ].join('; '),
  )
  console.log(
    JSON.stringify({
      bench: 'samplers',
      budget: BUDGET,
      seeds: SEEDS,
      reach: Object.fromEntries(reach),
      spent: Object.fromEntries(spent),
      bars,
    }),
  )
}

/** One tool as the target from one start: what each sampler came to, and how deep the target lies there. */
interface Attempt {
  readonly tool: string
  /** Hidden calls of the shortest way; absent where the first turn allows no way. */
  readonly depth?: number
  readonly outcomes: ReadonlyMap<Sampler['name'], { readonly reached: boolean; readonly calls: number }>
}

/** Within one turn where one turn allows it, else in a later turn, after turns that prepare it. */
function attemptsFrom(start: SamplerInput): Attempt[] {
  return [...start.graph.tools.values()].flatMap(({ spec, wishable }): Attempt[] => {
    if (!wishable) return []
    const depth = depthOf(spec.name, start)
    const input = { ...start, targets: new Set([spec.name]) }
    const outcomes = new Map(
      SAMPLERS.map((sampler) => [
        sampler.name,
        depth === undefined ? prepareAndReach(sampler, input) : reachNow(sampler, input),
      ]),
    )
    return [{ tool: spec.name, outcomes, ...(depth === undefined ? {} : { depth }) }]
  })
}

function reachNow(sampler: Sampler, input: SamplerInput): { reached: boolean; calls: number } {
  const { trace, calls } = sampler.sample(input)
  return { reached: trace !== undefined, calls }
}

function reachOf(attempts: readonly Attempt[], name: Sampler['name']): Figures {
  const rates = (some: readonly Attempt[]): { reached: Attempt[]; rate: number; perReach: number } => {
    const reached = some.filter(({ outcomes }) => outcomes.get(name)?.reached)
    const calls = some.reduce((sum, { outcomes }) => sum + (outcomes.get(name)?.calls ?? 0), 0)
    return { reached, rate: reached.length / some.length, perReach: calls / reached.length }
  }
  const now = attempts.filter(({ depth }) => depth !== undefined)
  const deep = now.filter(({ depth = 0 }) => depth >= 2)
  const later = attempts.filter(
    ({ depth, outcomes }) => depth === undefined && [...outcomes.values()].some(({ reached }) => reached),
  )
  const [all, hard, prepared] = [rates(now), rates(deep), rates(later)]
  return {
    'tools reached': new Set([...all.reached, ...prepared.reached].map(({ tool }) => tool)).size,
    'reachable targets': now.length,
    'reach rate': all.rate,
    'calls per reach': all.perReach,
    'reachable, depth >= 2': deep.length,
    'reach rate, depth >= 2': hard.rate,
    'calls per reach, depth >= 2': hard.perReach,
    'reachable once prepared': later.length,
    'reach rate, prepared': prepared.rate,
  }
}

/** Every sayable wish for the tool, walked to; these calls count for nobody. */
function depthOf(name: string, start: SamplerInput): number | undefined {
  const { graph, world, visible } = start
  const knowledge = knowledgeOf(graph, visible)
  const tool = graph.tools.get(name)
  const wishes = tool ? proposeRequests(tool, { ...start, knowledge, random: start.random.fork('depth') }, 40) : []
  const traces = wishes.flatMap(
    (wish) => walk(graph, world.fork(), knowledge, [wish], start.random.fork('depth-walk')).trace ?? [],
  )
  return traces.length === 0
    ? undefined
    : Math.min(...traces.map(({ calls }) => calls.filter(({ hidden }) => hidden).length))
}

function prepareAndReach(sampler: Sampler, start: SamplerInput): { reached: boolean; calls: number } {
  let input = start
  let calls = 0
  for (let turn = 0; turn < TURNS; turn++) {
    const sampled = interact(sampler, input)
    calls += sampled.calls
    if (!sampled.trace) break
    if (sampled.trace.requests.some(({ tool }) => start.targets?.has(tool))) return { reached: true, calls }
    input = afterTurn(input, sampled.trace)
  }
  return { reached: false, calls }
}

function afterTurn(input: SamplerInput, { calls }: Trace): SamplerInput {
  const { visible } = input
  const world = input.world.fork()
  const results = replay(
    world,
    calls.map(({ call }) => call),
  )
  const made = calls.map(({ call, result }, index) => ({
    turn: visible.turn,
    index,
    call,
    result: results[index] ?? result,
  }))
  const seen = {
    ...visible,
    turn: visible.turn + 1,
    queries: [...visible.queries, ''],
    calls: [...visible.calls, ...made],
  }
  return { ...input, world, visible: seen, random: input.random.fork('next') }
}

/** Items of one run until the budget of calls executed while sampling is spent. */
async function spend(recipe: Recipe, relations: readonly Relation[]): Promise<Figures> {
  const began = performance.now()
  const rewards: { reward: number; difficulty: number }[] = []
  const rows: Trajectory[] = []
  const signatures = new Set<string>()
  let [policy, index, calls, proposed] = [untrained, 0, 0, 0]
  while (calls < BUDGET) {
    const turns: ProposedTurn[] = []
    for (const end = index + ROUND; index < end && calls < BUDGET; index++) {
      const item = await synthesizeItem(recipe, index, policy)
      calls += item.sampled
      turns.push(...item.turns)
      if (item.row) rows.push(item.row)
    }
    proposed += turns.length
    for (const turn of turns) {
      if (!turn.accepted) continue
      rewards.push({ reward: rewardOf(policy, turn), difficulty: turn.accepted.difficulty })
      signatures.add(turn.accepted.signature)
    }
    policy = train(policy, turns)
  }
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    traces: rewards.length,
    'calls per trace': calls / rewards.length,
    'accepted share': rewards.length / proposed,
    difficulty: mean(rewards.map(({ difficulty }) => difficulty)),
    'difficulty + novelty': mean(rewards.map(({ reward }) => reward)),
    'signatures per 1,000': (1000 * signatures.size) / rewards.length,
    ...coverageOf(rows, relations, ''),
    ...coverageOf(rows.slice(0, 40), relations, ', first 40 rows'),
    seconds: (performance.now() - began) / 1000,
  }
}

/** Different targets, tools and relations in the turns of these rows. */
function coverageOf(rows: readonly Trajectory[], relations: readonly Relation[], note: string): Figures {
  const targets = new Set<string>()
  const tools = new Set<string>()
  const covered = new Set<Relation>()
  const between = new Map<string, Relation[]>()
  for (const relation of relations) {
    const pair = `${relation.from} ${relation.to}`
    between.set(pair, [...(between.get(pair) ?? []), relation])
  }
  for (const row of rows) {
    row.turns.forEach(({ task }, k) => {
      const { expected } = task
      if (expected.kind !== 'act') return
      const { calls, requests } = expected.trace
      for (const { tool } of requests) targets.add(tool)
      for (const { call, bindings, needs } of calls) {
        tools.add(call.name)
        for (const need of needs) {
          for (const relation of between.get(`${calls[need]?.call.name} ${call.name}`) ?? [])
            if (relation.kind === 'enables') covered.add(relation)
        }
        for (const { at, source } of bindings) {
          if (source.from !== 'result') continue
          const made =
            source.turn === k
              ? calls[source.call]?.call
              : row.turns[source.turn]?.steps.flatMap((step) => step.calls)[source.call]
          for (const relation of between.get(`${made?.name} ${call.name}`) ?? []) {
            if (
              relation.kind === 'provides' &&
              relation.parameter === parsePointer(at)[0] &&
              isAt(source.path, relation.path)
            )
              covered.add(relation)
          }
        }
      }
    })
  }
  return { [`targets${note}`]: targets.size, [`tools${note}`]: tools.size, [`relations${note}`]: covered.size }
}

function isAt(path: string, pattern: string): boolean {
  const [parts, wanted] = [parsePointer(path), parsePointer(pattern)]
  return parts.length === wanted.length && wanted.every((part, i) => part === '*' || part === parts[i])
}

function meanOf(figures: readonly Figures[]): Figures {
  return Object.fromEntries(
    Object.keys(figures[0] ?? {}).map((key) => [
      key,
      figures.reduce((sum, figure) => sum + (figure[key] ?? 0), 0) / figures.length,
    ]),
  )
}

function print(title: string, columns: ReadonlyMap<string, Figures>): void {
  const [first = {}] = columns.values()
  console.log(`\n${title}`)
  console.log(`  ${''.padEnd(30)}${[...columns.keys()].map((name) => name.padStart(11)).join('')}`)
  for (const key of Object.keys(first))
    console.log(
      `  ${key.padEnd(30)}${[...columns.values()].map((figures) => shown(figures[key]).padStart(11)).join('')}`,
    )
}

function shown(value = Number.NaN): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 3 : 1)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
