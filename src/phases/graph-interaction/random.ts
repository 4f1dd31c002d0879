import { isObject, type Json, type JsonObject } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { between, chance, pick, type Rng, shuffle } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import type { ToolSpec } from '../../core/tool.js'
import type { Known } from '../../environment/index.js'
import { type GraphTool, type Knowledge, knowledgeOf, learn, nextCalls } from '../../graph/index.js'
import { proposeRequests } from './proposals.js'
import { createSampler, type Sampled, type Sampler, type SamplerInput } from './sampler.js'
import { walk } from './walk.js'
import { alreadyAsked, proposalsFrom, wishable } from './wishes.js'

/** Wishes that would do, and random calls before it gives up. */
const WISHES = 4
const PATIENCE = 60

/**
 * The baseline: a target at random, then calls of tools at random with arguments at random, until what is known by chance
 * is enough to call the target. The trace is what the target needs of that, executed again from the start of the turn.
 */
export const random: Sampler = createSampler('random', (input): Omit<Sampled, 'calls'> => {
  const knowledge = knowledgeOf(input.graph, input.visible)
  const context = proposalsFrom(input, knowledge, 'proposals')
  for (const tool of shuffle(input.random.fork('target'), wishable(input))) {
    const wishes = proposeRequests(tool, context, WISHES).filter((request) => !alreadyAsked(request, input.visible))
    if (wishes.length > 0) return wander(input, knowledge, wishes)
  }
  return {}
})

function wander(
  { graph, world: start, visible, known, random: draw }: SamplerInput,
  before: Knowledge,
  wishes: readonly Request[],
): Omit<Sampled, 'calls'> {
  const world = start.fork()
  let knowledge = before
  let left = wishes
  for (let made = 0; made < PATIENCE && left.length > 0; made++) {
    for (const request of left.filter((wish) => isPossible(wish))) {
      const { trace } = walk(graph, start.fork(), before, [request], draw.fork(`again${made}`))
      if (trace) return { trace }
      left = left.filter((wish) => wish !== request)
    }
    const from = draw.fork(`call${made}`)
    const tool = pick(from.fork('tool'), [...graph.tools.values()])
    const call = { id: `r${made}`, name: tool.spec.name, arguments: anyArguments(tool, knowledge, known, from) }
    knowledge = learn(graph, knowledge, [{ turn: visible.turn, index: made, call, result: world.call(call) }])
  }
  return {}

  /** Is the wished tool itself the next call to make? */
  function isPossible(request: Request): boolean {
    const next = nextCalls(graph, [request], knowledge)
    return next.kind === 'calls' && next.calls.every(({ purpose }) => purpose.kind === 'goal')
  }
}

function anyArguments(
  { spec, parameters }: GraphTool,
  knowledge: Knowledge,
  known: readonly Known[],
  draw: Rng,
): JsonObject {
  const args: [string, Json][] = []
  for (const { name, required, entity } of parameters) {
    const from = draw.fork(name)
    if (!required && chance(from.fork('optional'), 1, 2)) continue
    const values = entity === undefined ? [] : valuesOf(name, entity, knowledge, known)
    args.push([name, values.length > 0 ? pick(from.fork('value'), values) : anyValue(schemaOf(spec, name), from)])
  }
  return Object.fromEntries(args)
}

/** What is visible or said of an entity type: values themselves, and the words a user has for the field of this name. */
function valuesOf(parameter: string, entity: string, { atoms }: Knowledge, known: readonly Known[]): Json[] {
  const seen = atoms.filter((atom) => atom.entity === entity).map(({ value }) => value)
  const said = known.flatMap((fact) => {
    const words = fact.by.filter(({ field }) => field === parameter).map(({ value }) => value)
    return fact.entity === entity && fact.by.length === 0 ? [fact.value, ...words] : words
  })
  return [...new Set([...seen, ...said])]
}

function schemaOf({ parameters }: ToolSpec, name: string): Json | undefined {
  return isObject(parameters['properties']) ? parameters['properties'][name] : undefined
}

/** A value that the schema allows, any one. */
function anyValue(schema: Json | undefined, draw: Rng): Json {
  if (!isObject(schema)) return null
  if (Array.isArray(schema['enum'])) return pick(draw, schema['enum'] as Json[])
  if (Array.isArray(schema['anyOf']))
    return anyValue(pick(draw.fork('branch'), schema['anyOf'] as Json[]), draw.fork('of'))
  switch (schema['type']) {
    case 'integer':
    case 'number': {
      const least = Number(untag(schema['minimum'] ?? 1))
      return between(draw, least, Math.max(least, Math.min(Number(untag(schema['maximum'] ?? 100)), least + 1000)))
    }
    case 'boolean':
      return chance(draw, 1, 2)
    case 'array':
      return [anyValue(schema['items'], draw.fork('item'))]
    case 'object':
      return Object.fromEntries(
        Object.entries(isObject(schema['properties']) ? schema['properties'] : {}).map(([key, value]) => [
          key,
          anyValue(value, draw.fork(key)),
        ]),
      )
    case 'null':
      return null
    default:
      return pick(draw, WORDS)
  }
}

const WORDS = ['note', 'report', 'north', 'blue', 'first']
