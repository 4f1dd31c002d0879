import type { Json } from '../../core/json.js'
import type { Request } from '../../core/reference.js'
import { type GraphTool, knowledgeOf, type Stuck } from '../../graph/index.js'
import { directed } from './directed.js'
import { interact } from './interact.js'
import { proposeRequests } from './proposals.js'
import type { SamplerInput } from './sampler.js'
import { walk, type DeadEnd } from './walk.js'
import { proposalsFrom } from './wishes.js'

/** Why a tool never becomes a target: what nobody can ask for, what the states tried never allow, or where every walk ended. */
export type Hindrance =
  /** No wording asks for it. */
  | { readonly kind: 'no-wording' }
  /** It has wordings, but nothing says which arguments a person would choose. */
  | { readonly kind: 'no-choice' }
  /** Called without arguments it fails in every state tried; `value` is what it says. */
  | { readonly kind: 'always-fails'; readonly value: Json }
  /** No state tried offers arguments for it. */
  | { readonly kind: 'never-possible' }
  /** Arguments there are, but no words for them. */
  | { readonly kind: 'not-sayable' }
  /** Every walk to it ended so; the commonest end. */
  | { readonly kind: 'dead-end'; readonly deadEnd: DeadEnd }

export interface Unreached {
  readonly tool: string
  readonly because: Hindrance
  /** Starts tried. */
  readonly tried: number
}

const ASSIGNMENTS = 40

/** The tools of the graph that no turn from any of these starts can be about, each with the reason found by trying. */
export function unreached(starts: readonly SamplerInput[]): Unreached[] {
  const [first] = starts
  if (!first) return []
  return [...first.graph.tools.values()].flatMap((tool) => {
    const because = hindranceOf(tool, starts)
    return because ? [{ tool: tool.spec.name, because, tried: starts.length }] : []
  })
}

/** Why nothing that starts here can be about the tool; undefined where something can. */
function hindranceOf(tool: GraphTool, starts: readonly SamplerInput[]): Hindrance | undefined {
  const name = tool.spec.name
  if (!tool.wishable) return hasWording(tool, starts) ? { kind: 'no-choice' } : { kind: 'no-wording' }
  const targets = new Set([name])
  const ends: Hindrance[] = []
  for (const start of starts) {
    // A preparing turn counts: after it the tool was reached.
    if (interact(directed, { ...start, targets }).trace) return undefined
    ends.push(endOf(tool, start))
  }
  return commonest(ends)
}

function hasWording({ spec }: GraphTool, starts: readonly SamplerInput[]): boolean {
  return starts.some(({ world }) =>
    world.environments.some((environment) => environment.tool(spec.name)?.phrases !== undefined),
  )
}

function endOf(tool: GraphTool, start: SamplerInput): Hindrance {
  const { graph, visible, world, random } = start
  const knowledge = knowledgeOf(graph, visible)
  const requests = (sayable: (request: Request) => boolean): Request[] =>
    proposeRequests(tool, proposalsFrom({ ...start, sayable }, knowledge, 'hindrance'), ASSIGNMENTS)
  const sayable = requests(start.sayable)
  if (sayable.length > 0) {
    return commonest(
      sayable.flatMap((request): Hindrance[] => {
        const walked = walk(graph, world.fork(), knowledge, [request], random.fork('hindrance-walk'))
        return walked.trace ? [] : [{ kind: 'dead-end', deadEnd: walked.deadEnd }]
      }),
    )
  }
  if (requests(() => true).length > 0) return { kind: 'not-sayable' }
  const failure = tool.parameters.some(({ required }) => required)
    ? undefined
    : world.fork().call({ id: 'probe', name: tool.spec.name, arguments: {} })
  return failure?.error ? { kind: 'always-fails', value: failure.value } : { kind: 'never-possible' }
}

function commonest(hindrances: readonly Hindrance[]): Hindrance {
  const counts = new Map<string, { hindrance: Hindrance; count: number }>()
  for (const hindrance of hindrances) {
    const key =
      hindrance.kind === 'dead-end'
        ? `${hindrance.deadEnd.kind}:${hindrance.deadEnd.kind === 'stuck' ? reasonOf(hindrance.deadEnd.stuck) : ''}`
        : hindrance.kind
    const known = counts.get(key)
    counts.set(key, { hindrance: known?.hindrance ?? hindrance, count: (known?.count ?? 0) + 1 })
  }
  const [most] = [...counts.values()].toSorted((a, b) => b.count - a.count)
  return most?.hindrance ?? { kind: 'never-possible' }
}

function reasonOf({ reason, tool, parameter }: Stuck): string {
  return `${reason}:${tool}:${parameter ?? ''}`
}

/** A hindrance in words, as a report gives it. */
export function sayHindrance(hindrance: Hindrance): string {
  switch (hindrance.kind) {
    case 'no-wording':
      return 'no wording asks for it: it is a step on the way to other tools'
    case 'no-choice':
      return 'its environment does not say which arguments a person would choose: it is a step on the way to other tools'
    case 'always-fails':
      return `it failed in every state tried: ${JSON.stringify(hindrance.value)}`
    case 'never-possible':
      return 'no state tried offers arguments for it'
    case 'not-sayable':
      return 'there are arguments for it, but no words for them'
    case 'dead-end':
      return sayDeadEnd(hindrance.deadEnd)
  }
}

function sayDeadEnd(deadEnd: DeadEnd): string {
  switch (deadEnd.kind) {
    case 'stuck':
      return `every way to it ends at ${deadEnd.stuck.tool}${deadEnd.stuck.parameter === undefined ? '' : ` (${deadEnd.stuck.parameter})`}: ${deadEnd.stuck.reason}`
    case 'failed':
      return `on every way to it ${deadEnd.tool} fails: ${JSON.stringify(deadEnd.value)}`
    case 'too-long':
      return 'every way to it takes more calls than a turn may have'
    case 'owes-nothing':
      return 'a turn about it would owe nothing: it changes nothing that is observed and answers no question'
    case 'nothing-to-tell':
      return 'its results never hold what a user who asks for it wants to hear'
    case 'already-told':
      return 'its answer is always told by the calls that lead to it'
    case 'too-much-to-tell':
      return 'its results hold more than an answer can tell'
  }
}
