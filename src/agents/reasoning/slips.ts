import { isObject, type Json, type JsonObject } from '../../core/json.js'
import { between, chance, pick, type Rng } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import type { VisibleCall } from '../../core/visible.js'
import { type NextCalls, type PlannedCall, siblingOf, toolNamed } from '../../graph/index.js'
import { type Intention, report, think } from '../../language/index.js'
import type { ReasonedStep, ReasoningInput } from './agent.js'
import { type Obstacle, saying } from './unfinished.js'

/**
 * How a first attempt goes wrong now and then, as weak assistants do: the wished tool at once with the user's own words
 * (a step skipped, a number in the wrong unit) or with a made-up value, a tool of a similar name, an answer before the work is done.
 */
const SLIPS = ['skips', 'guesses', 'confuses', 'stops'] as const

type Calls = Extract<NextCalls, { kind: 'calls' }>

/** The step of a slip, where one falls to this attempt and there is room for it here; the attempt is over after it. */
export function slipStep(obstacle: Obstacle, next: NextCalls, input: ReasoningInput): ReasonedStep | undefined {
  const { attempt, trial = 0, fallible = 0, random } = input
  if (attempt > 0 || trial > 0 || !chance(random.fork('slips?'), fallible, 100)) return undefined
  const made = obstacle.visible.calls.filter(({ turn }) => turn === obstacle.visible.turn)
  const kind = pick(random.fork('slip'), SLIPS)
  if (kind === 'stops') return next.kind === 'calls' ? stopsEarly(obstacle, made) : undefined
  const last = made.at(-1)
  // What is wished for was tried and is not done: this agent has no second idea.
  if (last && next.kind !== 'done' && isSlipped(kind, obstacle, last)) return concludes(obstacle, last)
  if (next.kind !== 'calls') return undefined
  if (kind === 'confuses') return confuses(obstacle, next)
  return made.length === 0 ? jumps(obstacle, next, kind === 'guesses') : undefined
}

function isSlipped(kind: 'skips' | 'guesses' | 'confuses', { graph, requests }: Obstacle, last: VisibleCall): boolean {
  return requests.some(
    (request) => last.call.name === (kind === 'confuses' ? siblingOf(graph, request)?.tool : request.tool),
  )
}

function stopsEarly({ lexicon, random }: Obstacle, made: readonly VisibleCall[]): ReasonedStep | undefined {
  const last = made.at(-1)
  const told = last && !last.result.error && report(lexicon, wishOf(last), last.result.value, random.fork('stops'))
  return told ? saying(told) : undefined
}

function concludes({ lexicon, random }: Obstacle, last: VisibleCall): ReasonedStep {
  if (last.result.error)
    return saying(pick(random, ['That did not work.', 'I could not get that done.', 'It was refused.']))
  const told = report(lexicon, wishOf(last), last.result.value, random.fork('concludes'))
  return saying(told ?? 'That is done.')
}

function wishOf({ call }: VisibleCall): Request {
  const args = Object.entries(call.arguments).map(([name, value]) => [name, { by: 'value', value }] as const)
  return { tool: call.name, arguments: Object.fromEntries(args) }
}

/** The wished tool before what it needs, with the words of the user or one made-up value. */
function jumps(
  { graph, lexicon, requests, random }: Obstacle,
  { calls }: Calls,
  inventing: boolean,
): ReasonedStep | undefined {
  if (calls.some(({ purpose }) => purpose.kind === 'goal')) return undefined
  const request = requests[calls[0]?.request ?? 0]
  if (!request) return undefined
  const { parameters, spec } = toolNamed(graph, request.tool)
  const args: { [name: string]: Json } = {}
  let invents = inventing
  for (const { name, required } of parameters) {
    const reference = request.arguments[name]
    const said = reference === undefined || reference.by === 'earlier' ? undefined : reference.value
    const missing = required && reference?.by !== 'value'
    const value = invents && missing ? invented(spec.parameters, name, said, random.fork(name)) : said
    invents &&= !missing
    if (value === undefined && required) return undefined
    if (value !== undefined) args[name] = value
  }
  return calling({ lexicon, random }, request, args, { kind: 'hasty' })
}

/** A value of the right form that nobody gave: letters of what the user said, else digits. */
function invented(schema: JsonObject, name: string, said: Json | undefined, random: Rng): Json | undefined {
  const properties = schema['properties']
  const type = isObject(properties) && isObject(properties[name]) ? properties[name]['type'] : undefined
  if (type === 'integer' || type === 'number') return between(random, 1000, 9999)
  if (type !== 'string') return undefined
  const letters = String(said ?? '').replaceAll(/[^A-Za-z]/g, '')
  return letters.length > 2 && chance(random.fork('letters'), 1, 2)
    ? letters.slice(0, 3).toUpperCase()
    : String(between(random, 10_000, 99_999))
}

/** A tool named like the wished one in its place, with the same values. */
function confuses({ graph, lexicon, requests, random, offered }: Obstacle, { calls }: Calls): ReasonedStep | undefined {
  const goal = calls.find(({ purpose }) => purpose.kind === 'goal')
  const request = goal && requests[goal.request]
  const sibling = request && siblingOf(graph, request)
  if (!goal || !sibling || !offered.has(sibling.tool)) return undefined
  const args = valuesFor(graph, goal, sibling)
  return args && calling({ lexicon, random }, sibling, args, { kind: 'goal', found: [] })
}

function valuesFor(graph: Obstacle['graph'], goal: PlannedCall, sibling: Request): JsonObject | undefined {
  const wanted = toolNamed(graph, goal.tool).parameters
  const args: { [name: string]: Json } = {}
  for (const { name, entity, required } of toolNamed(graph, sibling.tool).parameters) {
    const like = wanted.find((parameter) => entity !== undefined && parameter.entity === entity)
    const value = goal.arguments[name] ?? goal.arguments[like?.name ?? name]
    if (value === undefined && required) return undefined
    if (value !== undefined) args[name] = value
  }
  return args
}

function calling(
  { lexicon, random }: Pick<Obstacle, 'lexicon' | 'random'>,
  { tool, arguments: said }: Request,
  args: JsonObject,
  why: Intention['why'],
): ReasonedStep {
  const reasoning = think(lexicon, [{ tool, arguments: said, why }], random)
  return { ...(reasoning ? { reasoning } : {}), content: '', calls: [{ name: tool, arguments: args }] }
}
