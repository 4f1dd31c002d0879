import { sha256 } from '../../core/digest.js'
import type { Json, JsonObject } from '../../core/json.js'
import { untag } from '../../core/number.js'
import type { Environment, World } from '../../environment/index.js'
import { type Attempt, createProber, differs, type Prober } from './prober.js'
import { createRefusals, type Refusals } from './refusals.js'
import type { Origin, ParameterKind } from './relation-graph.js'
import { holdsNews, learnShape, patternOf, type Shape } from './shape.js'
import { createStarts, type Starts } from './starts.js'
import type { Success } from './situation.js'
import { type Tool, toolsOf } from './tools.js'
import { createWeights, type Weights } from './weights.js'

/** What has been seen of one tool. */
export interface Notes {
  calls: number
  successes: number
  readonly atStart: Count
  readonly reads: Set<string>
  readonly writes: Set<string>
  draws: boolean
  /** Successful results, for learning their form. */
  readonly results: Json[]
  /** Arguments that worked lately, wherever that was. */
  readonly wins: JsonObject[]
  /** How often each result was given: one that comes again and again says little. */
  readonly answers: Map<string, number>
  /** What random values in place of one that works led to, by parameter. */
  readonly trials: readonly ParameterTrial[]
}

export interface ParameterTrial {
  kind: ParameterKind
  readonly random: Count
  readonly near: Count
  /** By key of the origin. */
  readonly origins: Map<string, Count & { readonly origin: Origin; readonly examples: Json[] }>
}

export interface Count {
  tried: number
  succeeded: number
}

/** The study of one environment: what is known about it so far, all of it found by calling. */
export interface Study {
  readonly environment: Environment
  readonly tools: readonly Tool[]
  readonly notes: readonly Notes[]
  /** Calls found to succeed, by index of the tool. */
  readonly successes: readonly Success[][]
  readonly refusals: readonly Refusals[]
  readonly starts: Starts
  readonly prober: Prober
  readonly weights: Weights
  /** May states, reads and writes be looked at? */
  readonly seesState: boolean
  /** Indices of tools that never succeeded with values from anywhere else: what their descriptions mention is tried too. */
  readonly advised: Set<number>
  stateShape: Shape
  readonly resultShapes: Shape[]
}

const SHAPE_SEEDS = 10
const RESULTS = 64
const SUCCESSES = 40
const SUCCESSES_FROM_ONE_START = 4
const WINS = 16
const FORMLESS: Shape = { fixed: new Map(), other: undefined }

export function createStudy(environment: Environment, seesState: boolean): Study {
  const tools = toolsOf(environment.specs)
  const starts = createStarts([environment])
  const states = Array.from({ length: SHAPE_SEEDS }, (_, seed) =>
    untag(starts(seed).world.stateOf(environment.ref.name)),
  )
  return {
    environment,
    tools,
    notes: tools.map(({ parameters }) => ({
      calls: 0,
      successes: 0,
      atStart: { tried: 0, succeeded: 0 },
      reads: new Set(),
      writes: new Set(),
      draws: false,
      results: [],
      wins: [],
      answers: new Map(),
      trials: parameters.map(() => ({
        kind: 'unknown',
        random: { tried: 0, succeeded: 0 },
        near: { tried: 0, succeeded: 0 },
        origins: new Map(),
      })),
    })),
    successes: tools.map(() => []),
    refusals: tools.map(createRefusals),
    starts,
    prober: createProber(),
    weights: createWeights(),
    seesState,
    advised: new Set(),
    stateShape: seesState ? learnShape(states) : FORMLESS,
    resultShapes: tools.map(() => FORMLESS),
  }
}

/** Keeps a success, so many of each tool from as many starts as can be. */
export function keep({ successes }: Study, success: Success): void {
  const own = successes[success.tool.index] ?? []
  const alike = own.filter(({ situation }) => situation.seed === success.situation.seed).length
  if (own.length < SUCCESSES && alike < SUCCESSES_FROM_ONE_START) own.push(success)
}

/** Counts a call that was made with proposed arguments and keeps what it showed. */
export function note(study: Study, tool: Tool, args: JsonObject, { ok, value }: Omit<Attempt, 'world'>): void {
  const notes = study.notes[tool.index]
  if (!notes) return
  notes.calls += 1
  if (!ok) return
  notes.successes += 1
  const answer = answerOf(value)
  notes.answers.set(answer, (notes.answers.get(answer) ?? 0) + 1)
  if (notes.wins.length >= WINS) notes.wins.shift()
  notes.wins.push(args)
  if (notes.results.length >= RESULTS) return
  notes.results.push(untag(value))
  const seen = notes.results.length
  const shape = study.resultShapes[tool.index] ?? FORMLESS
  if ([1, 2, 4, 8, 16, 32, RESULTS].includes(seen) || holdsNews(untag(value), shape))
    study.resultShapes[tool.index] = learnShape(notes.results)
}

/** Is the answer the one that a tool which takes anything mostly gives: nothing found, nothing done? */
export function isUsual({ answers, successes, trials }: Notes, value: Json): boolean {
  return (
    trials.some(({ kind }) => kind === 'content') && successes > 6 && 3 * answersLike({ answers }, value) > successes
  )
}

/** Does the call succeed, and do what the tool does? */
export function works(study: Study, tool: Tool, world: World, args: JsonObject): boolean {
  return isEffective(study, tool, world, study.prober.attempt(world, tool.spec.name, args))
}

/** Did a success do what the tool does: change the state, where it is known to write? */
export function isEffective(study: Study, { index }: Tool, before: World, { ok, world }: Attempt): boolean {
  if (!ok) return false
  return !study.seesState || study.notes[index]?.writes.size === 0 || differs(before, world)
}

/** How often the answer was given. */
export function answersLike({ answers }: Pick<Notes, 'answers'>, value: Json): number {
  return answers.get(answerOf(value)) ?? 0
}

/** What an answer says, whatever its fields are called. */
function answerOf(value: Json): string {
  return sha256(JSON.stringify(withoutNames(value)))
}

function withoutNames(value: Json): Json {
  return typeof value === 'object' && value !== null ? Object.values<Json>(value).map(withoutNames) : value
}

/** Makes a call without moving on and remembers which state it reads and writes. */
export function look(study: Study, world: World, tool: Tool, args: JsonObject): ReturnType<Prober['look']> {
  const looked = study.prober.look(world, tool.spec.name, args)
  const notes = study.notes[tool.index]
  if (!notes) return looked
  for (const place of leafmost(looked.access.reads)) notes.reads.add(patternOf(study.stateShape, place))
  for (const place of looked.access.writes) notes.writes.add(patternOf(study.stateShape, place))
  notes.draws ||= looked.access.draws
  return looked
}

/** The places without those that only lead to others; the generator's own are left out. */
export function leafmost(places: readonly string[]): string[] {
  const leading = new Set(places.map((place) => place.slice(0, place.lastIndexOf('/'))))
  return places.filter((place) => !leading.has(place) && !place.startsWith('/generator'))
}

/** Do a written and a read place touch? One may hold the other; a list's length changes with its entries. */
export function overlaps(written: readonly string[], read: readonly string[]): boolean {
  return read.some((place) => {
    const where = place.endsWith('/length') ? place.slice(0, -7) : place
    return written.some((other) => other === where || other.startsWith(`${where}/`) || where.startsWith(`${other}/`))
  })
}
