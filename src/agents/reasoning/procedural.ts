import type { Json } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { at as leafAt } from '../../core/pointer.js'
import { chance, type Rng } from '../../core/random.js'
import { extremeIn, type Reference, type Request } from '../../core/reference.js'
import type { Visible } from '../../core/visible.js'
import {
  type ApiGraph,
  type Knowledge,
  knowledgeOf,
  nextCalls,
  type NextCalls,
  type PlannedCall,
  restrict,
} from '../../graph/index.js'
import {
  considerDates,
  considerMet,
  considerRetrying,
  considerUnmet,
  type Finding,
  type Intention,
  joinReports,
  type Lexicon,
  read,
  refer,
  report,
  reportUnmet,
  think,
  visibleOf,
} from '../../language/index.js'
import { slipStep } from './slips.js'
import { brokenRule, obey, type Obstacle, overcome, recallStep, saying } from './unfinished.js'
import type { ReasonedStep, ReasoningAgent, ReasoningInput } from './agent.js'

/**
 * A reasoning agent without a model: reads the user's words through the language's inverse half, plans backwards over
 * the graph from what is visible, and says what it is doing. Everything it knows is in the messages.
 */
export function proceduralReasoning(graph: ApiGraph, lexicon: Lexicon): ReasoningAgent {
  return {
    step: (input) => Promise.resolve(takeStep(graph, lexicon, input)),
  }
}

function takeStep(graph: ApiGraph, lexicon: Lexicon, input: ReasoningInput): ReasonedStep {
  const visible = visibleOf(lexicon, input.messages, input.tools)
  const offered = new Set(input.tools.map(({ name }) => name))
  const reading = read(
    lexicon,
    visible.queries[visible.turn] ?? '',
    visible.queries.slice(0, visible.turn),
    visible.today,
  )
  const taken = visible.calls.filter(({ turn }) => turn === visible.turn).length
  const random = input.random.fork(`step${taken}`)
  const recalled = reading.recall === undefined ? undefined : recallStep(lexicon, visible, reading.recall, random)
  if (recalled) return recalled
  const requests = overlook(reading.requests, input)
  const knowledge = knowledgeOf(graph, visible)
  const obstacle = { graph, lexicon, visible, knowledge, requests, offered, random }
  const rule = brokenRule(visible, requests)
  if (rule) return obey(obstacle, rule)
  if (requests.length === 0) return saying('I am not sure what you would like me to do. Could you put it another way?')
  const next = nextCalls(restrict(graph, offered), requests, knowledge)
  const slip = slipStep(obstacle, next, input)
  if (slip) return withThoughtFirst(slip, workedOut(visible, requests, random))
  if (next.kind === 'done') {
    const unmet = requests.find(({ only }, i) => only && i >= next.goals.length)
    const thought = unmet && considerUnmet(lexicon, unmet, deciding(unmet, requests, visible), random.fork('think'))
    return saying(answer(lexicon, requests, next.goals, visible, input), thought)
  }
  if (next.kind === 'calls') return callStep(graph, lexicon, next, obstacle)
  const said = overcome(obstacle, next.stuck)
  if (!('kind' in said)) return said
  return said.kind === 'calls' ? callStep(graph, lexicon, said, obstacle) : saying('That is not possible.')
}

function callStep(
  graph: ApiGraph,
  lexicon: Lexicon,
  { calls }: Extract<NextCalls, { kind: 'calls' }>,
  { requests, knowledge, random, visible }: Obstacle,
): ReasonedStep {
  const failed = visible.calls.findLast(({ turn }) => turn === visible.turn)
  const again = failed?.result.error?.transient === true && calls.some(({ tool }) => tool === failed.call.name)
  const thought = again
    ? considerRetrying(graph.tools.get(failed.call.name)?.spec.effect === 'read', random)
    : think(
        lexicon,
        calls.map((call) => intentionOf(graph, lexicon, call, requests, knowledge, random)),
        random,
      )
  const step = { content: '', calls: calls.map(({ tool, arguments: args }) => ({ name: tool, arguments: args })) }
  return withThoughtFirst(thought ? { ...step, reasoning: thought } : step, workedOut(visible, requests, random))
}

function withThoughtFirst(step: ReasonedStep, thought: string | undefined): ReasonedStep {
  const { reasoning } = step
  return thought === undefined || step.calls.length === 0
    ? step
    : { ...step, reasoning: reasoning ? `${thought} ${reasoning}` : thought }
}

/** Before the first call: which date the user's words for a day stand for. */
function workedOut(
  { turn, today, queries, calls }: Visible,
  requests: readonly Request[],
  random: Rng,
): string | undefined {
  if (today === undefined || calls.some((made) => made.turn === turn)) return undefined
  return considerDates(queries[turn] ?? '', requests, today, random.fork('dates'))
}

/** Now and then the first attempt overlooks the end of a message that asks for two things; a hint makes it look again. */
function overlook(requests: readonly Request[], { attempt, random }: ReasoningInput): readonly Request[] {
  return requests.length > 1 && !requests.at(-1)?.only && attempt === 0 && chance(random.fork('overlook'), 1, 10)
    ? requests.slice(0, -1)
    : requests
}

function answer(
  lexicon: Lexicon,
  requests: readonly Request[],
  goals: readonly number[],
  visible: Visible,
  input: ReasoningInput,
): string {
  const calls = visible.calls.filter(({ turn }) => turn === visible.turn)
  const reports = requests.map((request, i) => {
    if (i >= goals.length)
      return reportUnmet(lexicon, request, deciding(request, requests, visible), input.random.fork(`report${i}`))
    const made = calls.find(({ index }) => index === goals[i])
    return (made && report(lexicon, request, made.result.value, input.random.fork(`report${i}`))) ?? 'That is done.'
  })
  return joinReports(reports)
}

/** What the leaf that a wish hangs on turned out to be. */
function deciding(
  { only }: Request,
  requests: readonly Request[],
  { turn, calls }: Pick<Visible, 'turn' | 'calls'>,
): Json {
  const made = only && calls.findLast((call) => call.turn === turn && call.call.name === requests[only.of]?.tool)
  return (only && leafAt(untag(made?.result.value ?? null), only.at)) ?? null
}

function intentionOf(
  graph: ApiGraph,
  lexicon: Lexicon,
  call: PlannedCall,
  requests: readonly Request[],
  knowledge: Knowledge,
  random: Rng,
): Intention {
  const request = requests[call.request] as Request
  const { purpose } = call
  const said = call.bindings.map(({ at, value, source }): [string, Reference] => [
    at.slice(1),
    ['user', 'message', 'default'].includes(source.from) ? { by: 'value', value } : { by: 'earlier' },
  ])
  const args = purpose.kind === 'goal' ? request.arguments : Object.fromEntries(said)
  const base = { tool: call.tool, arguments: args }
  switch (purpose.kind) {
    case 'goal': {
      const found = findings(graph, lexicon, call, request, knowledge, random)
      const because =
        request.only && considerMet(lexicon, request, deciding(request, requests, knowledge), random.fork('because'))
      return { ...base, why: { kind: 'goal', found, ...(because === undefined ? {} : { because }) } }
    }
    case 'lookup':
      return {
        ...base,
        why: {
          kind: 'lookup',
          noun: lexicon.noun(purpose.entity),
          for: purpose.for,
          ...describedBy(lexicon, purpose.by, request, random),
        },
      }
    case 'condition':
      return { ...base, why: { kind: 'condition', condition: purpose.condition, for: purpose.for } }
    case 'search':
      return { ...base, why: { kind: 'search', name: purpose.name, for: purpose.for } }
    case 'move':
      return { ...base, why: { kind: 'move', to: purpose.to, place: purpose.place, direction: purpose.direction } }
  }
}

/** The user's words for the thing that is looked up. */
function describedBy(
  lexicon: Lexicon,
  by: { readonly field: string; readonly value: Json } | undefined,
  request: Request,
  random: Rng,
): { described?: string } {
  for (const [parameter, reference] of Object.entries(request.arguments)) {
    const extreme = extremeIn(reference)
    const [field, value] = reference.by === 'field' ? [reference.field, reference.value] : [extreme?.of, extreme?.end]
    if (by === undefined || field !== by.field || value !== by.value) continue
    const words = refer(lexicon, request.tool, { slot: parameter }, reference, random)
    if (words !== undefined) return { described: words }
  }
  return {}
}

/** Values for the goal's arguments that results showed, with the user's words for them. */
function findings(
  graph: ApiGraph,
  lexicon: Lexicon,
  call: PlannedCall,
  request: Request,
  knowledge: Knowledge,
  random: Rng,
): Finding[] {
  return call.bindings.flatMap(({ at, value, source }): Finding[] => {
    const parameter = at.slice(1)
    const entity = graph.tools.get(call.tool)?.parameters.find(({ name }) => name === parameter)?.entity
    const reference = request.arguments[parameter]
    if (source.from !== 'result' || entity === undefined) return []
    const before = source.turn < knowledge.turn
    if (before && reference === undefined) return []
    const words =
      reference && (reference.by === 'field' || extremeIn(reference))
        ? refer(lexicon, request.tool, { slot: parameter }, reference, random)
        : undefined
    return [
      {
        noun: lexicon.noun(entity)[0],
        value: [value].flat().join(', '),
        before,
        ...(words === undefined ? {} : { of: words }),
      },
    ]
  })
}
