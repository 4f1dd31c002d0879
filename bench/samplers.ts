import { ENVIRONMENTS, worldKind, worldsOf } from '../src/catalog/index.js'
import { type Policy, untrained } from '../src/core/policy.js'
import { parsePointer } from '../src/core/pointer.js'
import { createRng } from '../src/core/random.js'
import type { Trace, TracedCall } from '../src/core/trace.js'
import type { Trajectory } from '../src/core/trajectory.js'
import { createScenario, replay } from '../src/environment/index.js'
import { type ApiGraph, buildGraph, knowledgeOf, type Relation, relationsOf } from '../src/graph/index.js'
import { directed, interact, learned, random, type Sampler, type SamplerInput, unreached } from '../src/phases/graph-interaction/index.js'
import { proposeRequests } from '../src/phases/graph-interaction/proposals.js'
import { walk } from '../src/phases/graph-interaction/walk.js'
import { type ProposedTurn, type Recipe, rewardOf, ROUND, synthesizeItem, train, type WorldKind } from '../src/pipeline/index.js'

const SAMPLERS = [random, directed, learned(untrained)]
const NAMES = ['random', 'directed', 'learned'] as const
const environments = [...ENVIRONMENTS.values()]

/** Starts per environment at which every tool is asked for, turns in which to come to it. */
const STARTS = Number(process.env['TURNSMITH_BENCH_STARTS'] ?? 6)
const TURNS = 3

/** Calls that each sampler may execute per seed in the second part. */
const BUDGET = Number(process.env['TURNSMITH_BENCH_CALLS'] ?? 10_000)
const SEEDS = (process.env['TURNSMITH_BENCH_SEEDS'] ?? '1,2,3,4,5').split(',').map(Number)

/** The three samplers side by side: how they reach given targets, and what they make of the same number of executed calls. */
export async function run(): Promise<void> {
  const reach = measureReach()
  const budgets: Budgeted[] = []
  for (const seed of SEEDS) for (const sampler of NAMES) budgets.push(await spend(sampler, seed))
  const means = Object.fromEntries(NAMES.map((name) => [name, meanOf(budgets.filter(({ sampler }) => sampler === name))]))
  print('Every wishable tool as target', reach.bySampler)
  console.log(`unreached: ${reach.unreached.map(({ tool, because }) => `${tool} (${because})`).join(', ')}`)
  print(`${BUDGET} executed calls, mean of seeds ${SEEDS.join(', ')}`, means)
  const gains = SEEDS.map((seed) => gain(budgets, seed))
  const [wandering, directing] = [reach.bySampler['random'], reach.bySampler['directed']]
  const bars = {
    directedReachesAll: directing?.['reached'] === directing?.['reachable'],
    directedCallsAtDepth2: ratio(directing?.['callsPerReached2'], wandering?.['callsPerReached2']),
    learnedGain: gains,
    learnedCoverageNoWorse: NAMES.length > 0 && ['targets', 'tools', 'relations'].every((what) => (means['learned']?.[what] ?? 0) >= (means['directed']?.[what] ?? 0)),
  }
  console.log(`directed at depth >= 2: ${bars.directedCallsAtDepth2.toFixed(3)} of random's calls (bar 0.333); learned over directed on difficulty + novelty: ${gains.map((g) => `${g >= 0 ? '+' : ''}${(100 * g).toFixed(1)} %`).join(', ')} (bar +15 %)`)
  console.log(JSON.stringify({ bench: 'samplers', starts: STARTS, budget: BUDGET, seeds: SEEDS, reach, budgets, bars }))
}

type Figures = { [figure: string]: number }

function measureReach(): { bySampler: { [sampler: string]: Figures }; unreached: { tool: string; because: string }[] } {
  const tallies = new Map(SAMPLERS.map(({ name }) => [name, { reached: 0, calls: 0, deep: 0, deepCalls: 0, tools: new Set<string>() }]))
  const dead: { tool: string; because: string }[] = []
  let [reachable, reachable2, wishes] = [0, 0, 0]
  for (const environment of environments) {
    const starts = Array.from({ length: STARTS }, (_, seed) => startOf(worldKind([environment]), seed))
    dead.push(...unreached(starts).map(({ tool, because }) => ({ tool, because: because.kind === 'dead-end' ? because.deadEnd.kind : because.kind })))
    for (const { spec, wishable } of starts[0]?.graph.tools.values() ?? []) {
      if (wishable) wishes += 1
      for (const start of wishable ? starts : []) {
        const depth = depthOf(spec.name, start)
        const outcomes = SAMPLERS.map((sampler) => ({ sampler, ...reachTarget(sampler, start, spec.name) }))
        if (depth === undefined && !outcomes.some(({ reached }) => reached)) continue
        reachable += 1
        if (depth !== undefined && depth >= 2) reachable2 += 1
        for (const { sampler, reached, calls } of outcomes) {
          const tally = tallies.get(sampler.name)
          if (!tally) continue
          tally.calls += calls
          if (reached) tally.tools.add(spec.name)
          if (reached) tally.reached += 1
          if (depth === undefined || depth < 2) continue
          tally.deepCalls += calls
          if (reached) tally.deep += 1
        }
      }
    }
  }
  const figures = [...tallies].map(([name, { reached, calls, deep, deepCalls, tools }]): [string, Figures] => [
    name,
    {
      reachable,
      reached,
      reachRate: reached / reachable,
      callsPerReached: calls / reached,
      reachable2,
      reachRate2: deep / reachable2,
      callsPerReached2: deepCalls / deep,
      toolsReached: tools.size,
      wishable: wishes,
    },
  ])
  return { bySampler: Object.fromEntries(figures), unreached: dead }
}

function startOf(kind: WorldKind, seed: number): SamplerInput & { readonly graph: ApiGraph } {
  const draw = createRng(seed).fork('bench')
  const { world, userKnows } = createScenario(kind.environments, draw.fork('scenario'))
  const system = kind.brief(world, userKnows, draw.fork('briefing'))
  const visible = { ...kind.see([{ role: 'system', content: system }], world.tools), turn: 0 }
  return { graph: kind.semantics.graph, world, visible, known: userKnows, random: draw.fork('sample'), sayable: kind.sayable, used: new Map() }
}

/** Hidden calls of the shortest way to any wish for the tool that this start allows; undefined where it allows none. */
function depthOf(tool: string, start: SamplerInput): number | undefined {
  const { graph, world, visible } = start
  const knowledge = knowledgeOf(graph, visible)
  const node = graph.tools.get(tool)
  const requests = node ? proposeRequests(node, { ...start, knowledge, random: start.random.fork('depth') }, 40) : []
  const depths = requests.flatMap((request) => walk(graph, world.fork(), knowledge, [request], start.random.fork('depth-walk')).trace ?? []).map(hiddenOf)
  return depths.length > 0 ? Math.min(...depths) : undefined
}

function hiddenOf({ calls }: Trace): number {
  return calls.filter(({ hidden }) => hidden).length
}

function reachTarget(sampler: Sampler, start: SamplerInput, target: string): { reached: boolean; calls: number } {
  let input: SamplerInput = { ...start, targets: new Set([target]) }
  let calls = 0
  for (let turn = 0; turn < TURNS; turn++) {
    const sampled = interact(sampler, input)
    calls += sampled.calls
    if (!sampled.trace) break
    if (sampled.trace.requests.some(({ tool }) => tool === target)) return { reached: true, calls }
    input = afterTurn(input, sampled.trace)
  }
  return { reached: false, calls }
}

function afterTurn(input: SamplerInput, { calls }: Trace): SamplerInput {
  const { visible } = input
  const world = input.world.fork()
  replay(world, calls.map(({ call }) => call))
  const made = calls.map(({ call, result }, index) => ({ turn: visible.turn, index, call, result }))
  return { ...input, world, visible: { ...visible, turn: visible.turn + 1, queries: [...visible.queries, ''], calls: [...visible.calls, ...made] }, random: input.random.fork('next') }
}

interface Budgeted extends Figures {}

async function spend(sampler: (typeof NAMES)[number], seed: number): Promise<Budgeted & { sampler: string }> {
  return { sampler, seed } as never
}
