import type { Json } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { at as leafAt } from '../../core/pointer.js'
import type { Rng } from '../../core/random.js'
import { extremeIn, type Reference, type Request } from '../../core/reference.js'
import type { Source } from '../../core/trace.js'
import type { Visible } from '../../core/visible.js'
import type { Atom, Knowledge, PlannedCall } from '../../graph/index.js'
import {
  type Choice,
  considerMet,
  type Described,
  type Finding,
  type Intention,
  refer,
  type Wanted,
} from '../../language/index.js'
import type { Obstacle } from './unfinished.js'

/** Characters of a value up to which a thought names it. */
const NAMED = 40

type Outlook = Pick<Obstacle, 'graph' | 'lexicon' | 'requests' | 'knowledge'>

/** What a planned call is for, in terms that a thought can be made of. */
export function intentionOf(outlook: Outlook, call: PlannedCall, random: Rng): Intention {
  const { lexicon, requests, knowledge } = outlook
  const request = requests[call.request] as Request
  const { purpose } = call
  const said = call.bindings.map(({ at, value, source }): [string, Reference] => {
    const isSaid = ['user', 'message', 'default'].includes(source.from)
    return [at.slice(1), isSaid || isName(outlook, call.tool, at.slice(1), value) ? { by: 'value', value } : EARLIER]
  })
  const args = purpose.kind === 'goal' ? request.arguments : Object.fromEntries(said)
  const base = { tool: call.tool, arguments: args }
  const wanted = (tool: string): Wanted => ({ tool, arguments: tool === request.tool ? request.arguments : {} })
  switch (purpose.kind) {
    case 'goal': {
      const found = findings(outlook, call, request, random)
      const because =
        request.only && considerMet(lexicon, request, deciding(request, requests, knowledge), random.fork('because'))
      return { ...base, why: { kind: 'goal', found, ...(because === undefined ? {} : { because }) } }
    }
    case 'lookup': {
      const described = describedBy(outlook, call, request, random)
      const noun = lexicon.noun(purpose.entity)
      return { ...base, why: { kind: 'lookup', noun, for: wanted(purpose.for), ...(described ? { described } : {}) } }
    }
    case 'condition': {
      const { condition } = purpose
      const lacking = knowledge.lacking.has(condition)
      const begins = knowledge.calls.every(({ turn }) => turn < knowledge.turn)
      const towards = begins && purpose.for !== request.tool ? { towards: wanted(request.tool) } : {}
      return { ...base, why: { kind: 'condition', condition, lacking, for: wanted(purpose.for), ...towards } }
    }
    case 'search':
      return { ...base, why: { kind: 'search', name: purpose.name, for: wanted(purpose.for) } }
    case 'move': {
      const { to, place, direction } = purpose
      return { ...base, why: { kind: 'move', to, place, direction, for: wanted(purpose.for) } }
    }
  }
}

const EARLIER: Reference = { by: 'earlier' }

/** Is a value what people call a thing themselves, an account by its name? */
function isName({ lexicon }: Outlook, tool: string, parameter: string, value: Json): boolean {
  const entity = lexicon.entity(lexicon.entityOf(tool, parameter) ?? '')
  return entity !== undefined && !entity.opaque && typeof value === 'string' && isShort(value)
}

/** What the leaf that a wish hangs on turned out to be. */
export function deciding(
  { only }: Request,
  requests: readonly Request[],
  { turn, calls }: Pick<Visible, 'turn' | 'calls'>,
): Json {
  const made = only && calls.findLast((call) => call.turn === turn && call.call.name === requests[only.of]?.tool)
  return (only && leafAt(untag(made?.result.value ?? null), only.at)) ?? null
}

/** The user's words for the thing that is looked up. */
function describedBy(
  { lexicon }: Outlook,
  { tool, arguments: args, purpose }: PlannedCall,
  request: Request,
  random: Rng,
): Described | undefined {
  if (purpose.kind !== 'lookup' || !purpose.by) return undefined
  const { by } = purpose
  for (const [parameter, reference] of Object.entries(request.arguments)) {
    const extreme = extremeIn(reference)
    const [field, value] = reference.by === 'field' ? [reference.field, reference.value] : [extreme?.of, extreme?.end]
    if (field !== by.field || value !== by.value) continue
    const words = refer(lexicon, request.tool, { slot: parameter }, reference, random)
    if (words === undefined) continue
    if (extreme) return { parameter, words, way: 'extreme' }
    if (args[by.field] === undefined) return { parameter, words, way: 'list' }
    if (lexicon.entity(purpose.entity)?.broader !== undefined && typeof by.value === 'number')
      return { parameter, words, way: 'unit' }
    const named = words === by.value ? lexicon.entityOf(tool, by.field) : undefined
    return { parameter, words, way: 'name', ...(named === undefined ? {} : { kind: lexicon.noun(named) }) }
  }
  return undefined
}

/** Values for the goal's arguments that results showed, with why these and no others. */
function findings(outlook: Outlook, call: PlannedCall, request: Request, random: Rng): Finding[] {
  const { graph, lexicon, knowledge } = outlook
  return call.bindings.flatMap(({ at, value, source }): Finding[] => {
    const parameter = at.slice(1)
    const entity = graph.tools.get(call.tool)?.parameters.find(({ name }) => name === parameter)?.entity
    const reference = request.arguments[parameter]
    if (source.from !== 'result' || entity === undefined || reference === undefined) return []
    const words = refer(lexicon, request.tool, { slot: parameter }, reference, random)
    const choice = isShort(value) ? choiceOf(knowledge, entity, source, reference, words) : undefined
    const found = { parameter, noun: lexicon.noun(entity), value, before: source.turn < knowledge.turn }
    return [choice ? { ...found, choice } : found]
  })
}

/** Can a value be named in a sentence? */
function isShort(value: Json): boolean {
  const text = String(value)
  return text.length <= NAMED && !text.includes('\n')
}

/** Can a text be given in a thought? */
function isShown(text: string): boolean {
  return text.length <= SHOWN && !/["\n]/.test(text)
}

/** Characters of a text up to which a thought gives it. */
const SHOWN = 90

function choiceOf(
  { atoms }: Knowledge,
  entity: string,
  source: Extract<Source, { from: 'result' }>,
  reference: Reference,
  words: string | undefined,
): Choice | undefined {
  const like = atoms.filter((atom) => atom.entity === entity)
  const chosen = like.find((atom) => atom.source === source || isSameSource(atom.source, source))
  const listed = like.filter(({ role, order }) => role === 'item' && order === chosen?.order)
  if (reference.by === 'field') {
    if (chosen?.role !== 'item' || words === undefined) return undefined
    const text = reference.match === 'contains' ? chosen.fields[reference.field] : undefined
    const shown = typeof text === 'string' && isShown(text) ? { shown: text } : {}
    return { by: 'description', words, among: listed.length, ...shown }
  }
  if (reference.by !== 'earlier' || reference.which === undefined) return undefined
  const { which } = reference
  if (which === 'newest')
    return new Set(like.filter(({ role }) => role === 'subject').map(({ value }) => value)).size > 1
      ? { by: 'newest' }
      : undefined
  if (typeof which === 'number') return { by: 'place', place: which }
  const values = listed.flatMap(({ fields }) => fields[which.of] ?? [])
  const own = chosen?.fields[which.of]
  return own === undefined ? undefined : { by: 'extreme', extreme: which, own, values }
}

function isSameSource(one: Atom['source'], other: Extract<Source, { from: 'result' }>): boolean {
  return one.from === 'result' && one.turn === other.turn && one.call === other.call && one.path === other.path
}
