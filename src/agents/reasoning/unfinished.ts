import type { Json } from '../../core/json.js'
import { untag } from '../../core/number.js'
import type { Rng } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import { breaks, type Rule } from '../../core/rule.js'
import type { Visible } from '../../core/visible.js'
import {
  type ApiGraph,
  type Atom,
  type Knowledge,
  nextCalls,
  type NextCalls,
  restrict,
  type Stuck,
} from '../../graph/index.js'
import {
  answerRecall,
  askFor,
  considerAsking,
  considerDeclining,
  considerRecalling,
  deed,
  declineByRule,
  declineMissing,
  declineUnsupported,
  describeItem,
  documentedChoices,
  incompleteOf,
  joinReports,
  limitFor,
  missingStep,
  type IncompleteWording,
  type Lexicon,
  recallables,
  reportLimit,
  reportRefusal,
  ruleInWords,
  UNSUPPORTED,
  unsupportedPurpose,
  withAsides,
} from '../../language/index.js'
import type { ReasonedStep } from './agent.js'
import { nameArguments } from './naming.js'
import { arrivals, onTheWay } from './on-the-way.js'

/** What an assistant that cannot carry a message out has in front of it. */
export interface Obstacle {
  readonly graph: ApiGraph
  readonly lexicon: Lexicon
  readonly visible: Visible
  readonly knowledge: Knowledge
  readonly requests: readonly Request[]
  /** Names of the tools on offer. */
  readonly offered: ReadonlySet<string>
  readonly random: Rng
}

/** A step that says something and calls nothing. */
export function saying(content: string, reasoning?: string): ReasonedStep {
  return { ...(reasoning ? { reasoning } : {}), content, calls: [] }
}

/** Tells again what an earlier result showed. */
export function recallStep(lexicon: Lexicon, visible: Visible, label: string, random: Rng): ReasonedStep | undefined {
  const found = recallables(lexicon, visible).find((known) => known.label === label)
  return found && saying(answerRecall(found, random), considerRecalling(label, random.fork('think')))
}

/** The rule that one of the requests breaks as it was said. */
export function brokenRule({ rules = [] }: Visible, requests: readonly Request[]): Rule | undefined {
  return rules.find((rule) =>
    requests.some(({ tool, arguments: args }) =>
      breaks(rule, {
        name: tool,
        arguments: Object.fromEntries(
          Object.entries(args).flatMap(([name, said]) => (said.by === 'value' ? [[name, untag(said.value)]] : [])),
        ),
      }),
    ),
  )
}

/** Refuses what a rule of the system prompt forbids. */
export function obey({ lexicon, requests, random }: Obstacle, rule: Rule): ReasonedStep {
  const request = requests.find(({ tool }) => tool === rule.tool) ?? { tool: rule.tool, arguments: {} }
  return saying(
    declineByRule(lexicon, rule, request, random),
    considerDeclining('policy', ruleInWords(lexicon.environments, rule, random.fork('rule')), random.fork('think')),
  )
}

/** Asks, says what is missing or reports the refusal, whatever the planner is stuck at; or the call that finds the choices. */
export function overcome(obstacle: Obstacle, stuck: Stuck): ReasonedStep | NextCalls {
  const { lexicon, requests, random, visible } = obstacle
  const request = requests.find(({ tool }) => tool === stuck.tool) ?? requests[0]
  if (!request) return saying('I am not sure what you would like me to do. Could you put it another way?')
  if (request.tool.startsWith(UNSUPPORTED))
    return saying(
      declineUnsupported(lexicon, request.tool, obstacle.offered, random),
      considerDeclining('out-of-scope', unsupportedPurpose(lexicon, request.tool), random.fork('think')),
    )
  if (stuck.reason === 'failed') return saying(refusalOf(obstacle, request))
  const wording =
    stuck.parameter === undefined || Object.hasOwn(request.arguments, stuck.parameter)
      ? undefined
      : incompleteOf(lexicon, stuck.tool, stuck.parameter)
  if (wording && obstacle.offered.has(request.tool)) return ask(obstacle, wording)
  const missing = withheld(obstacle)
  if (missing.length > 0)
    return saying(
      declineMissing(lexicon, request, missing, random),
      considerDeclining('missing-tool', lackOf(lexicon, request, missing, random.fork('lack')), random.fork('think')),
    )
  return saying(
    stuck.parameter === undefined
      ? 'I could not do that: the tools did not get me there.'
      : `I could not do that: I have no way to tell the ${stuck.parameter.replaceAll('_', ' ')}.${visible.calls.length === 0 ? '' : ' Nothing was changed.'}`,
  )
}

/** What no tool on offer does. */
function lackOf(lexicon: Lexicon, request: Request, [missing = request.tool]: readonly string[], random: Rng): string {
  return missing === request.tool ? deed(lexicon, request, random) : missingStep(lexicon, request, missing)
}

/** Tools of these environments that are not on offer and without which there is no way. */
function withheld({ graph, knowledge, requests, offered }: Omit<Obstacle, 'lexicon' | 'visible' | 'random'>): string[] {
  const absent = [...graph.tools.keys()].filter((name) => !offered.has(name))
  const needed = requests.map(({ tool }) => tool).filter((tool) => absent.includes(tool))
  if (needed.length > 0) return [...new Set(needed)]
  return absent.filter(
    (name) => nextCalls(restrict(graph, new Set([...offered, name])), requests, knowledge).kind !== 'stuck',
  )
}

function ask(obstacle: Obstacle, wording: IncompleteWording): ReasonedStep | NextCalls {
  const { graph, lexicon, requests, random } = obstacle
  const { tool, parameter } = wording.definition
  const entity = graph.tools.get(tool)?.parameters.find(({ name }) => name === parameter)?.entity
  const noun =
    entity === undefined ? parameter.replaceAll('_', ' ') : lexicon.noun(entity)[0].replace(/ (id|number|code)$/, '')
  const opaque = entity !== undefined && graph.entity(entity)?.opaque === true
  const choices = opaque ? choicesAmong(obstacle, wording, entity) : documentedChoices(lexicon, tool, parameter)
  if ('kind' in choices) return choices
  const wish = requests.find((request) => request.tool === tool) ?? { tool, arguments: {} }
  const goal = deed(lexicon, wish, random.fork('goal'))
  return saying(askFor(wording, choices, random), considerAsking(noun, choices.length, goal, random.fork('think')))
}

/** The things of a type that results show, as a user would point at them; or the next call towards a list of them. */
function choicesAmong(obstacle: Obstacle, { definition }: IncompleteWording, entity: string): string[] | NextCalls {
  const { graph, lexicon, knowledge, offered, random } = obstacle
  const { tool, parameter } = definition
  const items = listed(knowledge, entity)
  if (items.length === 0) {
    const on = restrict(graph, offered)
    for (const { tool: producer, output } of on.producers(entity)) {
      if (!output.collection || producer.spec.effect !== 'read') continue
      const next = nextCalls(on, [{ tool: producer.spec.name, arguments: {} }], knowledge)
      if (next.kind === 'calls') return next
    }
  }
  return items
    .flatMap(({ fields }) => describeItem(lexicon, tool, parameter, fields, random.fork('item')) ?? [])
    .slice(0, 6)
}

function listed({ atoms }: Knowledge, entity: string): Atom[] {
  const items = atoms.filter((atom) => atom.entity === entity && atom.role === 'item')
  return items.filter((atom, i) => items.findIndex(({ value }) => value === atom.value) === i)
}

function refusalOf(obstacle: Obstacle, request: Request): string {
  const { lexicon, visible, random } = obstacle
  const last = visible.calls.findLast(({ turn, result }) => turn === visible.turn && result.error !== undefined)
  const value: Json = last?.result.value ?? null
  const limit = limitFor(lexicon, last?.call.name ?? request.tool, value)
  const asked = visible.calls.flatMap(({ turn, index, call }) =>
    turn === visible.turn && obstacle.requests.some(({ tool }) => tool === call.name) ? [index] : [],
  )
  const text =
    limit && last
      ? reportLimit(lexicon, limit, request, value, random, nameArguments(obstacle, request, last, [], random).names)
      : reportRefusal(last?.call.name ?? '', value)
  const first = onTheWay(obstacle, asked, undefined, random.fork('aside'))
  return joinReports([
    withAsides(text, first, false, random.fork('first')),
    ...arrivals(obstacle, asked, random.fork('arrivals')).map((way) => way.text),
  ])
}
