import type { JsonObject } from '../core/json.js'
import { pick, type Rng } from '../core/random.js'
import type { Reference } from '../core/reference.js'
import type { Environment, WorldScenario } from '../environment/index.js'
import { type ApiGraph, type Knowledge, knowledgeOf, learn, nextCalls } from '../graph/index.js'
import type { Transition } from './transition.js'

/** More calls than this are not "within a few steps". */
const STEPS = 14

/** Nothing was ever proposed for the tool: one that is always out of order says so in this way. */
export const NO_CANDIDATES = 'it never had candidates'

/** What came of trying for every tool that a user may wish for. */
export interface Reached {
  readonly transitions: readonly Transition[]
  /** Tools that succeeded. */
  readonly tools: ReadonlySet<string>
  /** For the others, why the last try failed. */
  readonly stuck: ReadonlyMap<string, string>
}

/** Wishes for one tool after another in one world, with arguments that its candidates propose and all else found by calls. */
export function reachTools(
  environment: Environment,
  graph: ApiGraph,
  scenario: WorldScenario,
  wanted: ReadonlySet<string>,
  random: Rng,
): Reached {
  const world = scenario.world.fork()
  const transitions: Transition[] = []
  const tools = new Set<string>()
  const stuck = new Map<string, string>()
  let knowledge = toldAtStart(environment, graph, scenario)
  const wishes = [...graph.tools.values()].filter(({ wishable }) => wishable).map(({ spec }) => spec.name)
  for (let turn = 0; turn < 3 * wishes.length; turn++) {
    const left = wishes.filter((name) => wanted.has(name) && !tools.has(name))
    if (left.length === 0) break
    const name = pick(random.fork(`tool${turn}`), turn % 3 === 2 ? wishes : left)
    const state = world.stateOf(environment.ref.name)
    const candidates = environment.tool(name)?.candidates?.({
      state,
      known: scenario.userKnows,
      random: random.fork(`candidates${turn}`),
      clock: world.clock,
    }) ?? [{}]
    if (candidates.length === 0) {
      if (!stuck.has(name)) stuck.set(name, NO_CANDIDATES)
      continue
    }
    knowledge = { ...knowledge, turn, queries: [...knowledge.queries, ''] }
    const assignment = pick(random.fork(`candidate${turn}`), candidates)
    for (let made = 0; made <= STEPS; made++) {
      const next = nextCalls(graph, [{ tool: name, arguments: outright(assignment) }], knowledge)
      if (next.kind === 'done') tools.add(name)
      else
        stuck.set(
          name,
          next.kind === 'stuck'
            ? `${next.stuck.reason} ${next.stuck.parameter ?? ''} with ${JSON.stringify(assignment)}`
            : `${made} calls are not enough`,
        )
      const [planned] = next.kind === 'calls' ? next.calls : []
      if (!planned) break
      const call = { id: 'law', name: planned.tool, arguments: planned.arguments }
      const before = world.fork()
      const result = world.call(call)
      transitions.push({ call, result, before, after: world.fork(), knowledge })
      knowledge = learn(graph, knowledge, [{ turn, index: made, call, result }])
    }
  }
  return { transitions, tools, stuck }
}

function outright(assignment: JsonObject): { [parameter: string]: Reference } {
  return Object.fromEntries(Object.entries(assignment).map(([parameter, value]) => [parameter, { by: 'value', value }]))
}

/** What the briefings tell an assistant, without going through their words. */
function toldAtStart(
  { ref, definition }: Environment,
  graph: ApiGraph,
  { world, userKnows }: WorldScenario,
): Knowledge {
  const state = world.stateOf(ref.name)
  const told = (definition.briefings ?? []).filter(({ when }) => when(state))
  const facts = told.flatMap(({ values, entities }) =>
    Object.entries(values(state, userKnows)).flatMap(([slot, value]) => {
      const entity = entities?.[slot]
      return entity === undefined ? [] : [{ entity, value, span: [0, 0] as const }]
    }),
  )
  const places = told.flatMap(({ values, place }) =>
    place === undefined ? [] : [[ref.name, String(values(state, userKnows)[place])]],
  )
  return knowledgeOf(graph, {
    turn: 0,
    facts,
    conditions: told.flatMap(({ establishes }) => (establishes ?? []).map((name) => `${ref.name}:${name}`)),
    places: Object.fromEntries(places) as { [environment: string]: string },
    queries: [],
    calls: [],
  })
}
