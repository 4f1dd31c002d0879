import { chance, type Rng } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import type { Visible } from '../../core/visible.js'
import { type ApiGraph, knowledgeOf, nextCalls, type NextCalls, restrict } from '../../graph/index.js'
import {
  considerDates,
  considerRetrying,
  considerUnmet,
  type Lexicon,
  read,
  think,
  visibleOf,
} from '../../language/index.js'
import { answer } from './answer.js'
import { deciding, intentionOf } from './intention.js'
import { mendingThought } from './mending.js'
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
    return saying(answer(obstacle, next.goals, input.random), thought)
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
  const intentions = calls.map((call) => intentionOf({ graph, lexicon, requests, knowledge }, call, random))
  const thought = again
    ? considerRetrying(graph.tools.get(failed.call.name)?.spec.effect === 'read', random)
    : (mendingThought({ graph, lexicon, visible, knowledge, random }, calls, intentions[0]) ??
      think(lexicon, intentions, random))
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
