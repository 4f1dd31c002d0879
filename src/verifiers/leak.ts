import { forEachLeaf, isArray, isObject, type Json } from '../core/json.js'
import { untag } from '../core/number.js'
import type { ToolSpec } from '../core/tool.js'
import type { Trace } from '../core/trace.js'
import type { Discrepancy } from '../core/verdict.js'
import type { World } from '../environment/index.js'
import type { ActingTurn } from './context.js'
import { holdsWhole } from './told.js'

/** The query must not give away what the assistant has to find: hidden values, identifiers in code form, hidden steps. */
export function verifyLeak({ turn, start, messages, query, trace }: ActingTurn): Discrepancy[] {
  const earlier = messages.map(({ content }) => content).join('\n')
  const said = query.mentions.map(({ span: [from, to] }) => query.text.slice(from, to)).join(' ')
  const leaks = leaksOf(query.text, trace, start, earlier, said)
  return leaks.map((text): Discrepancy => ({ kind: 'leak', turn, where: 'query', text }))
}

/** The same of a message that has no trace behind it: tools and parameters by their own names. */
export function verifyUntracedLeak({ turn, start, query }: Omit<ActingTurn, 'trace'>): Discrepancy[] {
  return identifiers(query.text, start.tools).map((text) => ({ kind: 'leak', turn, where: 'query', text }))
}

/** Everything a text about this trace leaks; `earlier` is what the conversation showed before, `said` the words for values. */
export function leaksOf(text: string, trace: Trace, world: World, earlier: string, said = ''): string[] {
  return [
    ...hiddenValues(text, trace, world.tools, earlier),
    ...identifiers(text, world.tools),
    ...stepWords(text, trace, world.tools, said),
  ]
}

function hiddenValues(text: string, trace: Trace, tools: readonly ToolSpec[], earlier: string): string[] {
  const said = new Set<Json>()
  const always = new Set(tools.flatMap(constantsOf))
  for (const request of trace.requests)
    for (const reference of Object.values(request.arguments)) if (reference.by !== 'earlier') said.add(reference.value)
  const found = new Set<string>()
  for (const { result } of stepsOf(trace)) {
    forEachLeaf(untag(result.value), (leaf) => {
      const value = String(leaf)
      if (
        typeof leaf !== 'object' &&
        typeof leaf !== 'boolean' &&
        value.length > 2 &&
        !said.has(leaf) &&
        !always.has(leaf) &&
        !earlier.includes(value) &&
        holdsWhole(text, value) &&
        ![...said].some((known) => String(known).includes(value))
      ) {
        found.add(value)
      }
    })
  }
  return [...found]
}

const constants = new WeakMap<ToolSpec, readonly Json[]>()

/** What a tool returns whatever it finds, as its schema says: that is nothing hidden. */
function constantsOf(spec: ToolSpec): readonly Json[] {
  const known = constants.get(spec) ?? constantsIn(spec.returns ?? null)
  constants.set(spec, known)
  return known
}

function constantsIn(schema: Json): readonly Json[] {
  if (isArray(schema)) return schema.flatMap(constantsIn)
  if (!isObject(schema)) return []
  const { const: constant, enum: choices } = schema
  const own = constant === undefined ? (isArray(choices) && choices.length === 1 ? choices : []) : [constant]
  return [...own, ...Object.values(schema).flatMap(constantsIn)]
}

/** Calls that no words of the user ask for. */
function stepsOf({ calls, goal }: Trace): Trace['calls'] {
  return calls.filter((_, index) => !goal.calls.includes(index))
}

/** Multi-word identifiers verbatim (`get_zipcode`), parameter names included. */
function identifiers(text: string, tools: readonly ToolSpec[]): string[] {
  const names = tools.flatMap(({ name, parameters }) => [
    name,
    ...Object.keys((parameters['properties'] ?? {}) as object),
  ])
  return [...new Set(names)].filter((name) => /_|[a-z][A-Z]/.test(name) && holdsWhole(text, name))
}

/** Content words of a hidden tool's name that nothing the user asks for shares: they would name the step. */
function stepWords(text: string, trace: Trace, tools: readonly ToolSpec[], mentioned: string): string[] {
  const spec = (name: string): ToolSpec | undefined => tools.find((tool) => tool.name === name)
  const goals = trace.requests.flatMap(({ tool, arguments: args }) => {
    const said = Object.values(args).map((reference) =>
      reference.by === 'earlier' ? '' : `${reference.by === 'field' ? reference.field : ''} ${String(reference.value)}`,
    )
    return lemmas(
      `${tool} ${spec(tool)?.description ?? ''} ${Object.keys((spec(tool)?.parameters['properties'] ?? {}) as object).join(' ')} ${said.join(' ')}`,
    )
  })
  const domain = trace.calls.flatMap(({ call }) => lemmas(spec(call.name)?.environment ?? ''))
  const allowed = new Set([...goals, ...domain, ...lemmas(mentioned)])
  const words = new Set(lemmas(text))
  const hidden = stepsOf(trace).flatMap(({ call }) => lemmas(call.name))
  return [...new Set(hidden)].filter((word) => !allowed.has(word) && !COMMON.has(word) && words.has(word))
}

/** Words that any request may hold whatever the tools are called. */
const COMMON = new Set([
  'all',
  'get',
  'find',
  'list',
  'show',
  'set',
  'user',
  'by',
  'based',
  'on',
  'the',
  'of',
  'for',
  'status',
  'and',
  'to',
  'a',
  'in',
  'cd',
  'ls',
  'name',
  'id',
  'time',
  'city',
])

function lemmas(text: string): string[] {
  const words =
    text
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  return words.map((word) => word.replace(/(ies)$/, 'y').replace(/(?<=[a-z]{3})(s|ed|ing)$/, ''))
}

/** Everything that a hint gives away: what a query must not hold either, and the values of the calls of the trace. */
export function leaksOfHint(hint: string, trace: Trace, world: World, visible: string): string[] {
  const given = new Set<string>()
  for (const { call } of trace.calls) {
    forEachLeaf(untag(call.arguments), (leaf) => {
      const value = String(leaf)
      if (value.length > 2 && !visible.includes(value) && holdsWhole(hint, value)) given.add(value)
    })
  }
  return [...given, ...leaksOf(hint, trace, world, visible, visible)]
}
