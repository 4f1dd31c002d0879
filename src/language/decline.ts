import type { Json } from '../core/json.js'
import { createRng, pick, type Rng } from '../core/random.js'
import type { Request } from '../core/reference.js'
import type { Rule } from '../core/rule.js'
import type { Environment, EnvironmentDefinition, Limit } from '../environment/index.js'
import { ruleDefinition } from './briefing.js'
import { unsupportedNamed } from './conversation.js'
import { retold, sentenceCase, unquoted } from './discourse.js'
import { ASSISTANT, formNamed, joinList } from './forms.js'
import type { Lexicon } from './lexicon.js'
import { compilePattern, writeVariant } from './pattern.js'
import { fillReport } from './report.js'
import type { Names } from './result-words.js'
import { deed } from './thoughts/deed.js'
import { verbPhrase } from './verb-phrase.js'

/** What nobody's tools do, as a verb phrase. */
export function unsupportedPurpose(lexicon: Lexicon, pseudo: string): string {
  return unsupportedNamed(lexicon, pseudo)?.definition.what ?? 'do that'
}

/** Says that no tool on offer does what was asked for, and what comes near it where a tool on offer does that. */
export function declineUnsupported(
  lexicon: Lexicon,
  pseudo: string,
  offered: ReadonlySet<string>,
  random: Rng,
): string {
  const what = unsupportedPurpose(lexicon, pseudo)
  const { tool, says = [] } = unsupportedNamed(lexicon, pseudo)?.definition.instead ?? {}
  const instead =
    tool !== undefined && offered.has(tool) && says.length > 0 ? ` ${pick(random.fork('instead'), says)}` : ''
  return `${pick(random, [
    `Sorry, I can't ${what}: none of my tools does that.`,
    `I'm afraid I have no way to ${what}.`,
    `Unfortunately I can't ${what} with the tools I have.`,
    `I can't ${what} from here, sorry.`,
    `That's not something I can do: I have no tool to ${what}.`,
    `Sorry, I'm not able to ${what} here.`,
  ])}${instead}`
}

/** Says that the tool which the request needs is not there; what only could not be looked up is asked for. */
export function declineMissing(lexicon: Lexicon, request: Request, missing: readonly string[], random: Rng): string {
  const what = wishInShort(lexicon, request, random)
  const needed = missing.filter((name) => name !== request.tool)
  const [only] = needed
  if (only === undefined) return pick(random, declined(what))
  const step = joinList(needed.map((name) => missingStep(lexicon, request, name)))
  if (needed.length > 1 || missing.length > 1) return pick(random, halted(what, step))
  const places = placesOf(lexicon, only)
  if (places)
    return pick(random, [
      `Which folder is ${sought(lexicon, request, only)} in? I can't ${step} myself, but once I know I can ${what}.`,
      `I have no way to ${step}. If you tell me the folder, I'll ${what}.`,
      `Do you know which folder ${sought(lexicon, request, only)} is in? I can't search for it, and I need that to ${what}.`,
      `I can't ${what} yet, because I have no way to ${step}. Can you tell me the folder?`,
    ])
  const noun = foundBy(lexicon, only)
  return pick(
    random,
    noun === undefined
      ? halted(what, step)
      : [
          `I can't ${step} here, so I can't ${what} yet. If you have the ${noun}, send it over and I'll do it.`,
          `To ${what} I need the ${noun}, and I have no way to ${step}. Do you happen to have it?`,
          `I'm missing the ${noun} for that, and none of my tools can ${step}. If you give it to me, I'll ${what}.`,
          `Sorry, I have no tool to ${step}, which I'd need to ${what}. If you know the ${noun}, just tell me.`,
        ],
  )
}

function declined(what: string): string[] {
  return [
    `Sorry, I can't ${what}: I don't have a tool for that.`,
    `I can't ${what} right now, since I have no tool for it. Nothing has been changed.`,
    `I don't have the tool to ${what} at the moment. If it gets switched on for me, I'll do it right away.`,
    `Sorry, none of the tools I have lets me ${what}, so I've left everything as it is.`,
    `I'd like to, but I can't ${what} with the tools I have.`,
    `I'm afraid I have no way to ${what} right now. Let me know if that gets added and I'll go ahead.`,
  ]
}

function halted(what: string, step: string): string[] {
  return [
    `I can't ${what}: I'd have to ${step} first, and I have no tool for that.`,
    `Sorry, I have no way to ${step}, so I can't ${what}.`,
    `To ${what} I'd first have to ${step}, and none of my tools does that.`,
    `I can't ${step} here, and without that I can't ${what}. Nothing has been changed.`,
  ]
}

/** What a tool looks up that nobody but a tool is expected to know, in words: 'user id'. */
function foundBy(lexicon: Lexicon, tool: string): string | undefined {
  const environment = lexicon.environments.find(({ specs }) => specs.some(({ name }) => name === tool))
  if (environment?.specs.find(({ name }) => name === tool)?.effect !== 'read') return undefined
  const found = (environment.entities[tool]?.returns ?? []).find(({ entity }) => lexicon.entity(entity)?.opaque)
  return found && lexicon.noun(found.entity)[0]
}

function placesOf(lexicon: Lexicon, tool: string): EnvironmentDefinition['places'] {
  return lexicon.environments.map(({ definition }) => definition.places).find((all) => all?.search.tool === tool)
}

/** Wishes in the user's words up to this many words are said back whole. */
const SHORT = 16

/** What was asked for: in the user's words where these are few, else what the tool is for. */
function wishInShort(lexicon: Lexicon, request: Request, random: Rng): string {
  const wishes = Array.from({ length: WISHES }, (_, i) => toYou(verbPhrase(lexicon, request, random.fork(`wish${i}`))))
  const isShort = (wish: string): boolean =>
    wish.split(' ').length <= SHORT && !/"[^"]{40,}"/.test(wish) && !/[:,]|\bthe same\b/.test(unquoted(wish))
  return wishes.find(isShort) ?? deed(lexicon, request, random.fork('deed'), {}, toYou)
}

const WISHES = 6

/** Words of or about the user, said to the user. */
function toYou(text: string): string {
  return retold(text.replaceAll("the user's", 'your'), { my: 'your', me: 'you' })
}

/** What a tool on the way would do for a request, as a verb phrase: "find out where notes.txt is", "sign in to Twitter". */
export function missingStep(lexicon: Lexicon, request: Request, tool: string): string {
  return placesOf(lexicon, tool)
    ? `find out where ${sought(lexicon, request, tool)} is`
    : deed(lexicon, { tool, arguments: {} }, createRng(0), {}, toYou).replace(/ or \w+/, '')
}

/** The thing of a request that a search would be for. */
function sought(lexicon: Lexicon, request: Request, search: string): string {
  const entities = placesOf(lexicon, search)?.entities ?? []
  const [thing = 'it'] = Object.entries(request.arguments).flatMap(([parameter, reference]) =>
    reference.by === 'value' && entities.includes(lexicon.entityOf(request.tool, parameter) ?? '')
      ? [String(reference.value)]
      : [],
  )
  return thing
}

/** What a rule says, as a clause. */
export function ruleInWords(environments: readonly Environment[], rule: Rule, random: Rng): string {
  const { says } = ruleDefinition(environments, rule.name)
  return writeVariant(pick(random, compilePattern(says)), random, ({ form }) =>
    formNamed(form ?? 'word').write(rule.limit, random, ASSISTANT),
  ).text
}

/** Says that a rule forbids what was asked for. */
export function declineByRule(lexicon: Lexicon, rule: Rule, request: Request, random: Rng): string {
  const because = ruleInWords(lexicon.environments, rule, random)
  const what = wishInShort(lexicon, request, random.fork('wish'))
  const offer =
    rule.test === 'above'
      ? pick(random.fork('offer'), ['', ' Up to that I can do it.', ' Anything up to that is fine.'])
      : ''
  return `${pick(random, [
    `Sorry, I can't ${what}: ${because}.`,
    `I'm not allowed to ${what}, because ${because}.`,
    `I can't ${what}, since ${because}.`,
    `I'm sorry, but ${because}, so I can't do that.`,
    `I'm afraid I can't ${what}: ${because}.`,
  ])}${offer}`
}

/** Says what a tool refused and why, and that it was left at that. */
export function reportLimit(
  lexicon: Lexicon,
  limit: Limit,
  request: Request,
  value: Json,
  random: Rng,
  names: Names,
): string {
  const because = fillReport(
    lexicon,
    pick(random.fork('says'), limit.says.flatMap(compilePattern)),
    request,
    value,
    random,
    names,
  )
  const undone = pick(random.fork('undone'), limit.undone)
  return pick(random, [
    `That did not work: ${because ?? 'the request was refused'}. ${undone}.`,
    `${sentenceCase(because ?? 'the request was refused')}, so this can't be done. ${undone}.`,
    `${undone}: ${because ?? 'the request was refused'}.`,
  ])
}

/** The declared refusal that an error reads like. */
export function limitFor(lexicon: Lexicon, tool: string, value: Json): Limit | undefined {
  const text = JSON.stringify(value)
  const limits = lexicon.environments.flatMap(({ definition }) => definition.conversation?.limits ?? [])
  return limits.find((limit) => limit.tool === tool && new RegExp(limit.reads, 'i').test(text))
}

/** Says that a tool refused, in its own words, where nobody foresaw it. */
export function reportRefusal(tool: string, value: Json): string {
  const error = typeof value === 'object' && value !== null && 'error' in value ? value['error'] : value
  return `That did not work: ${tool.replaceAll('_', ' ')} answers ${JSON.stringify(error)}. I have left it at that.`
}
