import { type Json, type JsonObject, isObject, sameJson } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { chance, pick, type Rng, shuffle } from '../../core/random.js'
import type { Reference, Request } from '../../core/reference.js'
import type { EntityDefinition, Known, World } from '../../environment/index.js'
import { type BackReference, backReferences } from './back-references.js'
import { type Candidates, candidatesFor } from './candidates.js'
import { isInMind } from './in-mind.js'
import { isPointless } from './pointless.js'
import { antecedents, type ApiGraph, type GraphTool, type Knowledge } from '../../graph/index.js'

/** What the proposals of one turn are made from. */
export interface ProposalContext {
  readonly graph: ApiGraph
  readonly world: World
  readonly known: readonly Known[]
  readonly knowledge: Knowledge
  readonly random: Rng
  /** Can people say this request? Decided by the querying side. */
  readonly sayable: (request: Request) => boolean
  /** What earlier turns were asked for, as `turn:tool`. */
  readonly asked?: ReadonlySet<string>
  /** Are certain tools wanted, even where people seldom wish for them? */
  readonly insists?: boolean
}

/** Requests for one tool that a user in this state could sensibly make, at most `limit`. */
export function proposeRequests(
  tool: GraphTool,
  context: ProposalContext,
  limit: number,
  chosen?: Candidates,
): Request[] {
  return [...requestsOneByOne(tool, context, limit, chosen)]
}

/** The same, each made when it is asked for. */
export function* requestsOneByOne(
  tool: GraphTool,
  context: ProposalContext,
  limit: number,
  chosen?: Candidates,
): Generator<Request> {
  if (isPointless(tool, context) || isAside(tool, context)) return
  const random = context.random.fork(`candidates:${tool.spec.name}`)
  let made = 0
  for (const assignment of inOrder(tool, candidatesFor(tool, context, chosen), context, random.fork('order'))) {
    if (made >= limit) return
    const request = requestFor(tool, assignment, context)
    if (!request || !context.sayable(request)) continue
    made += 1
    yield request
  }
}

/** Requests for one tool that point back at what an earlier result showed, at most `limit`. */
export function proposeBackwards(tool: GraphTool, context: ProposalContext, limit: number): Request[] {
  const back = isPointless(tool, context) ? [] : backReferences(tool, context)
  if (back.length === 0) return []
  const random = context.random.fork(`backwards:${tool.spec.name}`)
  const candidates = candidatesFor(tool, context)
  const requests: Request[] = []
  for (const reference of shuffle(random.fork('references'), back)) {
    const fitting = candidates.filter((assignment) => isCoherent(tool, assignment, reference, context.graph))
    const meant = aboutIt(tool, fitting, reference, context.graph)
    for (const assignment of shuffle(random.fork(`candidates:${reference.parameter}`), meant)) {
      if (requests.length >= limit) return requests
      const request = requestFor(tool, assignment, context, reference)
      if (!request || !context.sayable(request)) continue
      requests.push(request)
      break
    }
  }
  return requests
}

/** Would a wish lead away to what only serves the rest of the conversation, a sum of figures out of nowhere? It may, now and then. */
function isAside({ spec }: GraphTool, { world, random, insists }: ProposalContext): boolean {
  const { definition } = world.environments.find(({ ref }) => ref.name === spec.environment) ?? {}
  return (
    definition?.auxiliary === true &&
    world.environments.length > 1 &&
    insists !== true &&
    !chance(random.fork(`aside:${spec.name}`), 1, 16)
  )
}

/** Does an assignment speak of what goes with a thing that is pointed back at? A text goes anywhere but where it came from. */
function isCoherent(
  tool: GraphTool,
  assignment: JsonObject,
  { parameter, value, beside }: BackReference,
  graph: ApiGraph,
): boolean {
  if (assignment[parameter] === undefined) return false
  const entityOf = tool.parameters.find(({ name }) => name === parameter)?.entity ?? ''
  const isElsewhere = graph.entity(entityOf)?.apart === true
  return tool.parameters.every(({ name, entity }, i) => {
    const said = assignment[name]
    if (name === parameter || said === undefined || entity === undefined) return true
    const isFirst = tool.parameters.findIndex((other) => other.entity === entity) === i
    const wanted = isFirst ? beside.get(entity) : undefined
    return !sameJson(said, value) && (wanted === undefined || sameJson(wanted, said) !== isElsewhere)
  })
}

/**
 * Those that are about the thing already, if any; else those without figures and words, since the price of one thing is none for
 * another, and what is said of one does not fit another.
 */
function aboutIt(
  tool: GraphTool,
  assignments: readonly JsonObject[],
  { parameter, value }: BackReference,
  graph: ApiGraph,
): readonly JsonObject[] {
  const same = assignments.filter((assignment) => sameJson(untag(assignment[parameter] ?? null), value))
  if (same.length > 0) return same
  const isFigure = ({ name, entity }: GraphTool['parameters'][number], assignment: JsonObject): boolean =>
    name !== parameter &&
    typeof untag(assignment[name] ?? null) === 'number' &&
    (entity === undefined || graph.entity(entity)?.opaque !== true)
  return assignments.filter(
    (assignment) => !isWorded(assignment) && !tool.parameters.some((other) => isFigure(other, assignment)),
  )
}

/** Does an assignment hold words of somebody, which are about the one thing that they were written for? */
export function isWorded(assignment: JsonObject): boolean {
  return Object.values(assignment).some((value) =>
    isObject(value) ? isWorded(value) : typeof value === 'string' && value.split(' ').length > 3,
  )
}

/** Shuffled; mostly with those first that share most with what the conversation is about. */
function inOrder(
  tool: GraphTool,
  candidates: readonly JsonObject[],
  { knowledge }: ProposalContext,
  random: Rng,
): readonly JsonObject[] {
  const shuffled = shuffle(random, candidates)
  if (!chance(random.fork('continue'), 5, 6)) return shuffled
  const topics = new Map(
    tool.parameters.map(({ name, entity }) => [
      name,
      new Set(entity === undefined ? [] : antecedents(knowledge, entity).map(({ value }) => value)),
    ]),
  )
  const shared = (assignment: JsonObject): number =>
    Object.entries(assignment).filter(([name, value]) => topics.get(name)?.has(value)).length
  const order = new Map(shuffled.map((assignment) => [assignment, shared(assignment)]))
  return shuffled.toSorted((a, b) => (order.get(b) ?? 0) - (order.get(a) ?? 0))
}

function requestFor(
  tool: GraphTool,
  assignment: JsonObject,
  context: ProposalContext,
  back?: BackReference,
): Request | undefined {
  const properties = isObject(tool.spec.parameters['properties']) ? tool.spec.parameters['properties'] : {}
  const args: { [parameter: string]: Reference } = {}
  for (const [parameter, value] of leavesOf(untag(assignment) as JsonObject)) {
    const schema = properties[parameter]
    if (back?.parameter === parameter) {
      args[parameter] = back.reference
      continue
    }
    if (isObject(schema) && sameJson(schema['default'], value)) continue
    const entity = tool.parameters.find(({ name }) => name === parameter)?.entity
    const reference = referenceTo(value, entity, tool, context, context.random.fork(`${tool.spec.name}:${parameter}`))
    if (!reference) return undefined
    const random = context.random.fork(`${tool.spec.name}:${parameter}:${JSON.stringify(value)}`)
    args[parameter] =
      reference.by === 'field' && !isWorded(assignment)
        ? (extremeOf(tool, entity, assignment, context, random) ?? reference)
        : reference
  }
  return { tool: tool.spec.name, arguments: namedOnce(tool, assignment, args, context) }
}

/**
 * Where one argument is described by another thing of the same request ("at ORIG's current price"), that thing is called by its
 * name too: "the last of those stocks at ORIG's price" sounds like two.
 */
function namedOnce(
  tool: GraphTool,
  assignment: JsonObject,
  args: { readonly [parameter: string]: Reference },
  { graph }: ProposalContext,
): { readonly [parameter: string]: Reference } {
  const named = Object.values(args).flatMap((reference) => (reference.by === 'field' ? [reference.value] : []))
  return Object.fromEntries(
    Object.entries(args).map(([parameter, reference]): [string, Reference] => {
      const entity = tool.parameters.find(({ name }) => name === parameter)?.entity ?? ''
      const value = untag(assignment[parameter] ?? null)
      const isNamed = reference.by !== 'value' && graph.entity(entity)?.opaque !== true
      return isNamed && named.some((other) => sameJson(other, value))
        ? [parameter, { by: 'value', value }]
        : [parameter, reference]
    }),
  )
}

/** How this person would point at a value: back at what was just discussed, by description, or by saying it. */
function referenceTo(
  value: Json,
  entity: string | undefined,
  tool: GraphTool,
  context: ProposalContext,
  random: Rng,
): Reference | undefined {
  const { graph, known, knowledge } = context
  if (entity === undefined) return { by: 'value', value }
  const definition = graph.entity(entity)
  const before = antecedents(knowledge, entity)
  const pointable =
    (definition?.earlier?.length ?? 0) > 0 &&
    before.length > 0 &&
    before.every((atom) => sameJson(atom.value, value)) &&
    before.some((atom) => isInMind(atom, tool, context))
  if (pointable && chance(random, hasName(definition) ? 2 : 4, 5)) return { by: 'earlier' }
  const descriptions = known
    .filter((fact) => fact.entity === entity && sameJson(fact.value, value))
    .flatMap(({ by }) => by)
  if (descriptions.length > 0) return { by: 'field', ...pick(random, descriptions) }
  if (pointable) return { by: 'earlier' }
  const isAnother = definition?.single === true && before.some((atom) => !sameJson(atom.value, value))
  return definition?.opaque || isAnother ? undefined : { by: 'value', value }
}

/** People and towns are called by their names, more often than they are pointed back at. */
export function hasName(definition: EntityDefinition | undefined): boolean {
  return Object.values(definition?.mentions ?? {}).some((patterns) => patterns.includes('<value:name>'))
}

/**
 * Now and then the one that has the most or the least of something: which that is, the tools will tell. Nobody is done with a
 * thing whose name they leave open, and nobody calls it by what they change about it.
 */
function extremeOf(
  { ends: isEnd }: GraphTool,
  entity: string | undefined,
  assignment: JsonObject,
  { graph }: ProposalContext,
  random: Rng,
): Reference | undefined {
  const { extremes = {}, sought } = (entity !== undefined && graph.entity(entity)) || {}
  const said = new Set(leavesOf(assignment).map(([path]) => path.split('/').at(-1)))
  const ends = (sought ?? Object.keys(extremes)).filter((key) => !said.has(key.split(':')[0]))
  if (ends.length === 0 || isEnd !== undefined || !chance(random, 1, 5)) return undefined
  const [of = '', end] = pick(random.fork('end'), ends).split(':')
  return { by: 'earlier', which: { end: end === 'least' ? 'least' : 'most', of } }
}

/** Leaves of nested objects as `parameter/key`; lists count as one value. */
function leavesOf(value: JsonObject, prefix = ''): [string, Json][] {
  return Object.entries(value).flatMap(([key, child]): [string, Json][] =>
    isObject(child) ? leavesOf(child, `${prefix}${key}/`) : [[prefix + key, child]],
  )
}
