import type { Json } from '../core/json.js'
import { pick, type Rng } from '../core/random.js'
import type { Condition, Reference, Request } from '../core/reference.js'
import type { Conditional } from '../environment/index.js'
import { type Ask, compileAsks, type Lexicon } from './lexicon.js'
import type { Saying } from './sayings.js'
import { goingOn, sentenceCase } from './discourse.js'
import { ASSISTANT, formNamed } from './forms.js'
import { grouped } from './leaf-words.js'
import { compilePattern } from './pattern.js'

/** While it is read and written, a wish that hangs on something has such a name in place of a tool's: `?trading/cheap`. */
const CONDITIONAL = '?'

export interface ConditionalWording {
  readonly definition: Conditional
  /** What stands in place of a tool. */
  readonly pseudo: string
  /** Whole sentences that say the condition and what is wanted then. */
  readonly asks: readonly Ask[]
}

const OTHERWISE = '(Otherwise|If not,) (just tell me|leave it at that|leave everything as it is)'

const made = new WeakMap<Lexicon, readonly ConditionalWording[]>()

/** The wordings that the environments of a lexicon declare for wishes that hang on something, compiled once. */
export function conditionalsOf(lexicon: Lexicon): readonly ConditionalWording[] {
  const known = made.get(lexicon)
  if (known) return known
  const wordings = lexicon.environments.flatMap(({ ref, definition }) =>
    (definition.conversation?.conditionals ?? []).map((conditional) =>
      compile(lexicon, conditional, `${CONDITIONAL}${ref.name}/${conditional.name}`),
    ),
  )
  made.set(lexicon, wordings)
  return wordings
}

function compile(lexicon: Lexicon, definition: Conditional, pseudo: string): ConditionalWording {
  const [says, asks] = [definition.says, definition.asks].map((options) => `(${options.join('|')})`)
  const short = definition.short ? `(${definition.short.join('|')})` : undefined
  const frames = [
    `If ${says}, ${asks}.`,
    `If ${says}, ${asks}. ${OTHERWISE}.`,
    `${asks}, but only if ${says}.`,
    `${asks} if ${says}.`,
    ...(short ? [`If it's ${short}, ${asks}.`, `${short}? Then ${asks}. ${OTHERWISE}.`] : []),
  ]
  const sayings: Lexicon['sayings'] = (_, slot): readonly Saying[] =>
    slot.slot === 'limit'
      ? [{ by: 'value', form: formNamed(slot.form ?? 'number'), type: 'number' }]
      : lexicon.sayings(definition.does, slot)
  return {
    definition,
    pseudo,
    asks: frames.flatMap((frame) => compileAsks(pseudo, frame, sayings)),
  }
}

/** The wording of a wish that hangs on something; undefined where nobody declares one. */
export function conditionalFor(lexicon: Lexicon, { tool, only }: Request): ConditionalWording | undefined {
  return conditionalsOf(lexicon).find(
    ({ definition }) =>
      definition.does === tool &&
      definition.at === only?.at &&
      definition.test === only.test &&
      (only.test !== 'is' || definition.limit === only.limit),
  )
}

/** A wish as its words have it, and the wordings it can take: one that hangs on something leaves out what the wish before it has said. */
export function asWorded(
  lexicon: Lexicon,
  request: Request,
): { readonly said: Request; readonly asks: readonly Ask[] } | undefined {
  if (!request.only) return { said: request, asks: lexicon.asksOf(request.tool) }
  const wording = conditionalFor(lexicon, request)
  if (!wording) return undefined
  const { definition, pseudo, asks } = wording
  const own = Object.entries(request.arguments).filter(([parameter]) => !Object.hasOwn(definition.same, parameter))
  return { said: { tool: pseudo, arguments: Object.fromEntries([...limitSaid(request.only), ...own]) }, asks }
}

function limitSaid({ test, limit }: Condition): [string, Reference][] {
  return test === 'is' ? [] : [['limit', { by: 'value', value: limit }]]
}

/** The wishes that words say, with what those that hang on something leave out; such a wish stays as it is where none before it fits. */
export function inflated(lexicon: Lexicon, said: readonly Request[]): readonly Request[] {
  return said.map((request, i) => {
    if (!request.tool.startsWith(CONDITIONAL)) return request
    const { definition } = conditionalsOf(lexicon).find(({ pseudo }) => pseudo === request.tool) ?? {}
    const before = said[i - 1]
    if (!definition || before?.tool !== definition.tool || i < said.length - 1) return request
    const { limit, ...own } = request.arguments
    const same = Object.entries(definition.same).flatMap(([parameter, from]): [string, Reference][] => {
      const reference = before.arguments[from]
      return reference ? [[parameter, reference]] : []
    })
    const { at, test } = definition
    const value = limit?.by === 'value' ? limit.value : definition.limit
    const only = { of: i - 1, at, test, limit: value ?? null }
    return { tool: definition.does, arguments: { ...Object.fromEntries(same), ...own }, only }
  })
}

/** What decides a wish that hangs on something, in words. */
interface Decision {
  /** 'price is $320' */
  readonly found: string
  /** 'under $400' */
  readonly wanted: string
}

function decisionOf(lexicon: Lexicon, request: Request, leaf: Json, random: Rng): Decision | undefined {
  const { definition } = conditionalFor(lexicon, request) ?? {}
  if (!definition || !request.only) return undefined
  const [variant] = definition.says.flatMap(compilePattern)
  const { write } = formNamed(variant?.slots.find(({ slot }) => slot === 'limit')?.form ?? 'word')
  const prefix = { above: 'over ', below: 'under ', is: '' }[request.only.test]
  const say = (value: Json, label: string): string =>
    definition.words?.[String(value)] ?? write(value, random.fork(label), ASSISTANT)
  return {
    found: `${definition.noun} is ${say(leaf, 'leaf')}`,
    wanted: `${prefix}${say(request.only.limit, 'limit')}`,
  }
}

/** Why a wish that hangs on something is met now, as the beginning of a thought: "The price is $320, under the limit". */
export function considerMet(lexicon: Lexicon, request: Request, leaf: Json, random: Rng): string | undefined {
  const decision = decisionOf(lexicon, request, leaf, random)
  if (!decision) return undefined
  const { found, wanted } = decision
  return pick(
    random,
    request.only?.test === 'is'
      ? [`The ${found}, which is what the user made it depend on`, `As the user hoped, the ${found}`]
      : [`The ${found}, which is ${wanted}`, `The condition was ${wanted}, and the ${found}`],
  )
}

/** Why the turn ends without what hung on something that turned out otherwise. */
export function considerUnmet(lexicon: Lexicon, request: Request, leaf: Json, random: Rng): string | undefined {
  const decision = decisionOf(lexicon, request, leaf, random)
  return (
    decision &&
    pick(random, [
      `The ${decision.found}, not ${decision.wanted}, so the rest does not apply and I stop here.`,
      `The condition was ${decision.wanted}, but the ${decision.found}. So that part falls away; I report what I found.`,
      `The ${decision.found}. That is not ${decision.wanted}, so I change nothing and tell what I found.`,
    ])
  )
}

/** The outcome of a wish that hung on something, now and then with how that turned out: "That's under $400, so I booked it." */
export function reportMet(lexicon: Lexicon, request: Request, leaf: Json, outcome: string, random: Rng): string {
  const decision = request.only?.test === 'is' ? undefined : decisionOf(lexicon, request, leaf, random)
  const going = /^(?:I|It|You|Your)\b/.test(outcome) ? goingOn(outcome) : undefined
  if (!decision || going === undefined) return outcome
  const wanted = decision.wanted.replace(/\$.*/, grouped)
  return pick(random, [
    outcome,
    `That's ${wanted}, so ${going}`,
    `That's ${wanted}, so ${going}`,
    `As that's ${wanted}, ${going}`,
    `Since that is ${wanted}, ${going}`,
  ])
}

/** Tells that something was not done because what it hung on turned out otherwise. */
export function reportUnmet(lexicon: Lexicon, request: Request, leaf: Json, random: Rng): string {
  const decision = decisionOf(lexicon, request, leaf, random)
  const wanted = decision?.wanted.replace(/\$.*/, grouped) ?? 'what you named'
  const { noun = 'outcome', undone: ways = ['I did nothing else'] } = conditionalFor(lexicon, request)?.definition ?? {}
  const undone = pick(random.fork('undone'), ways)
  return pick(random, [
    `That's not ${wanted}, so ${undone}.`,
    `As that's not ${wanted}, ${undone}.`,
    `It's not ${wanted}, so ${undone}.`,
    `${sentenceCase(undone)}, since the ${noun} is not ${wanted}.`,
  ])
}
