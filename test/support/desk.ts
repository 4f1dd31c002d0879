import { worldKind } from '../../src/catalog/worlds.js'
import type { AdvancedTool } from '../../src/core/advanced-tool.js'
import type { JsonObject } from '../../src/core/json.js'
import type { Message } from '../../src/core/message.js'
import { createRng } from '../../src/core/random.js'
import type { Reference, Request } from '../../src/core/reference.js'
import type { ToolCall } from '../../src/core/tool.js'
import type { Trace, TracedCall } from '../../src/core/trace.js'
import { messagesOfStep, type Step } from '../../src/core/trajectory.js'
import { createWorld, replay, type World } from '../../src/environment/index.js'
import { mini } from '../../src/environments/mini/environment.js'
import { knowledgeOf } from '../../src/graph/index.js'
import { visibleOf } from '../../src/language/index.js'
import { walk } from '../../src/phases/graph-interaction/walk.js'
import { refine } from '../../src/phases/guided-chain/index.js'
import { synthesize } from '../../src/phases/tool-query-synthesis/index.js'
import type { ActingTurn } from '../../src/verifiers/index.js'

/** One parcel desk whose every value is known: tests change one thing in it and say what must be found. */
export const kind = worldKind([mini])

export const DESK = {
  parcels: {
    P101: { recipient: 'Ada Dahl', branch: 'B11', grams: 3400, pickup: null },
    P125: { recipient: 'Omar Novak', branch: 'B34', grams: 820, pickup: null },
    P147: { recipient: 'Mei Torres', branch: 'B11', grams: 150, pickup: null },
  },
  branches: {
    B11: { street: 'Mill Lane', closes: '17:30' },
    B34: { street: 'Elm Square', closes: '18:30' },
    B52: { street: 'Canal Walk', closes: '19:30' },
  },
  codes: {},
  generator: { seed: 12, drawn: 0 },
}

const CLOCK = '2026-03-02T09:00:00'

export function deskWorld(state: JsonObject = DESK): World {
  return createWorld([mini], { environments: [mini.ref], state: { mini: state }, clock: CLOCK })
}

const recipient = (value: string): Reference => ({ by: 'field', field: 'recipient', match: 'equals', value })
const street = (value: string): Reference => ({ by: 'field', field: 'street', match: 'equals', value })

/** Three hidden calls and a change. */
export const SEND: Request = {
  tool: 'send_to_branch',
  arguments: { parcel_id: recipient('Ada Dahl'), branch_id: street('Canal Walk') },
}
/** A hidden call and an answer. */
export const WEIGH: Request = { tool: 'get_parcel', arguments: { parcel_id: recipient('Omar Novak') } }
/** A hidden call, a change and a drawn value. */
export const BOOK: Request = {
  tool: 'book_pickup',
  arguments: { parcel_id: recipient('Mei Torres'), day: { by: 'value', value: '2026-03-05' } },
}
/** Points back at what the turn before was about. */
export const WEIGH_IT: Request = { tool: 'get_parcel', arguments: { parcel_id: { by: 'earlier' } } }

/** A turn that was made and passes all checks. */
export interface DeskTurn {
  readonly context: ActingTurn
  readonly advancedTool: AdvancedTool
}

/** Takes requests through the three phases; `before` is the turn to go on from. */
export async function deskTurn(requests: readonly Request[], before?: DeskTurn): Promise<DeskTurn> {
  const start = before ? after(before) : deskWorld()
  const messages = before
    ? conversationOf(before)
    : [{ role: 'system', content: 'You work at a parcel desk.' } as Message]
  const turn = before ? before.context.turn + 1 : 0
  const random = createRng(`desk:${turn}:${JSON.stringify(requests)}`)
  const knowledge = knowledgeOf(kind.semantics.graph, {
    ...visibleOf(kind.semantics.lexicon, messages, start.tools),
    turn,
  })
  const { trace } = walk(kind.semantics.graph, start.fork(), knowledge, requests, random.fork('walk'))
  if (!trace) throw new Error('deskTurn: these requests lead to no trace')
  const made = await synthesize(kind.roles, {
    trace,
    turn,
    situations: [],
    register: 'plain',
    random: random.fork('query'),
  })
  if (!made?.advancedTool) throw new Error('deskTurn: these requests cannot be said')
  const asked: Message[] = [...messages, { role: 'user', content: made.hardQuery.text }]
  const { accepted } = await refine(kind.roles, {
    start,
    messages: asked,
    turn,
    trace,
    capability: made.advancedTool.hint,
    kmax: 3,
    label: 'desk',
    random,
  })
  if (!accepted) throw new Error('deskTurn: no attempt passed')
  return {
    context: { ...kind.semantics, turn, start, messages, query: made.hardQuery, trace, steps: accepted },
    advancedTool: made.advancedTool,
  }
}

export function after({ context: { start, steps } }: DeskTurn): World {
  const world = start.fork()
  replay(
    world,
    steps.flatMap(({ calls }) => calls),
  )
  return world
}

export function conversationOf({ context: { messages, query, steps } }: DeskTurn): Message[] {
  return [...messages, { role: 'user', content: query.text }, ...steps.flatMap(messagesOfStep)]
}

/** Steps that make these calls, executed on a fork of `start`, and then answer. */
export function stepsOf(
  start: World,
  calls: readonly (readonly (readonly [name: string, args: JsonObject])[])[],
  answer: string,
): Step[] {
  const world = start.fork()
  const acting = calls.map((step, s): Step => {
    const made = step.map(([name, args], c): ToolCall => ({ id: `call${s}${c}`, name, arguments: args }))
    return { content: '', calls: made, results: replay(world, made) }
  })
  return [...acting, { content: answer, calls: [], results: [] }]
}

/** The accepted final answer of a turn. */
export function answerOf({ context: { steps } }: DeskTurn): string {
  return steps.at(-1)?.content ?? ''
}

/** A trace with one more call put in, executed anew; later sources move along. */
export function withCallAt(
  trace: Trace,
  index: number,
  name: string,
  args: JsonObject,
  bindings: Trace['calls'][number]['bindings'],
  start: World,
): Trace {
  const moved = trace.calls.map((traced): TracedCall => ({
    ...traced,
    needs: traced.needs.map((need) => (need >= index ? need + 1 : need)),
    bindings: traced.bindings.map(({ source, ...rest }) => ({
      ...rest,
      source: source.from === 'result' && source.call >= index ? { ...source, call: source.call + 1 } : source,
    })),
  }))
  const added: TracedCall = {
    call: { id: 'added', name, arguments: args },
    result: { callId: 'added', value: null },
    bindings,
    needs: [],
    hidden: false,
  }
  const world = start.fork()
  const calls = moved.toSpliced(index, 0, added).map((traced) => ({ ...traced, result: world.call(traced.call) }))
  const shift = (call: number): number => (call >= index ? call + 1 : call)
  return {
    ...trace,
    calls,
    goal: {
      calls: trace.goal.calls.map(shift),
      answers: trace.goal.answers.map((answer) => ({ ...answer, call: shift(answer.call) })),
    },
  }
}
