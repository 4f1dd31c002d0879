import type { Json } from '../core/json.js'
import { pick, type Rng } from '../core/random.js'
import type { Request } from '../core/reference.js'
import type { Rule } from '../core/rule.js'
import type { Environment, Limit } from '../environment/index.js'
import { ruleDefinition } from './briefing.js'
import { unsupportedNamed } from './conversation.js'
import { retold, sentenceCase } from './discourse.js'
import { formNamed, joinList } from './forms.js'
import type { Lexicon } from './lexicon.js'
import { compilePattern, writeVariant } from './pattern.js'
import { fillReport } from './report.js'
import type { Names } from './result-words.js'
import { gist } from './thoughts/gist.js'
import { verbPhrase } from './verb-phrase.js'

/** What nobody's tools do, as a verb phrase. */
export function unsupportedPurpose(lexicon: Lexicon, pseudo: string): string {
  return unsupportedNamed(lexicon, pseudo)?.definition.what ?? 'do that'
}

/** Says that no tool on offer does what was asked for. */
export function declineUnsupported(lexicon: Lexicon, pseudo: string, random: Rng): string {
  const what = unsupportedPurpose(lexicon, pseudo)
  return pick(random, [
    `Sorry, I can't ${what}: none of my tools does that.`,
    `Sorry, I have no tool to ${what}.`,
    `Unfortunately I have no way to ${what}.`,
    `I can't ${what} from here, so you'd have to do that elsewhere.`,
    `That's not something I can do: I have no tool to ${what}.`,
  ])
}

/** Says that the tool which the request needs is not there. */
export function declineMissing(lexicon: Lexicon, request: Request, missing: readonly string[], random: Rng): string {
  const what = wishInShort(lexicon, request, random)
  const needed = missing.filter((name) => name !== request.tool)
  if (needed.length === 0)
    return closing(
      pick(random, [
        `Sorry, I can't ${what}: I don't have a tool for that.`,
        `I can't ${what} right now, since I have no tool for it.`,
        `At the moment I have no tool to ${what}.`,
        `Sorry, none of the tools I have lets me ${what}.`,
        `To ${what} I'd need a tool that I don't have right now.`,
      ]),
      random,
    )
  const step = joinList(needed.map((name) => missingStep(lexicon, request, name)))
  return closing(
    pick(random, [
      `I can't ${what}: I'd have to ${step} first, and I have no tool for that.`,
      `Sorry, I have no way to ${step}, so I can't ${what}.`,
      `To ${what} I'd first have to ${step}, and none of my tools does that.`,
    ]),
    random,
  )
}

/** Wishes in the user's words up to this many words are said back whole. */
const SHORT = 16

/** What was asked for: in the user's words where these are few, else what the tool is for. */
function wishInShort(lexicon: Lexicon, request: Request, random: Rng): string {
  const wishes = Array.from({ length: WISHES }, (_, i) =>
    retold(verbPhrase(lexicon, request, random.fork(`wish${i}`)), { my: 'your', me: 'you' }),
  )
  const isShort = (wish: string): boolean =>
    wish.split(' ').length <= SHORT && !/[:,]|\bthe same\b/.test(wish.replaceAll(/"[^"]*"/g, ''))
  return wishes.find(isShort) ?? gist(lexicon, request.tool)
}

const WISHES = 6

/** What a tool on the way would do for a request, as a verb phrase: "find out where notes.txt is", "sign in to Twitter". */
export function missingStep(lexicon: Lexicon, request: Request, tool: string): string {
  const places = lexicon.environments
    .map(({ definition }) => definition.places)
    .find((all) => all?.search.tool === tool)
  const thing = Object.entries(request.arguments).flatMap(([parameter, reference]) =>
    reference.by === 'value' && places?.entities.includes(lexicon.entityOf(request.tool, parameter) ?? '')
      ? [String(reference.value)]
      : [],
  )[0]
  return places ? `find out where ${thing ?? 'it'} is` : gist(lexicon, tool).replace(/ or \w+/, '')
}

/** What a rule says, as a clause. */
export function ruleInWords(environments: readonly Environment[], rule: Rule, random: Rng): string {
  const { says } = ruleDefinition(environments, rule.name)
  return writeVariant(pick(random, compilePattern(says)), random, ({ form }) =>
    formNamed(form ?? 'word').write(rule.limit, random),
  ).text
}

/** Says that a rule forbids what was asked for. */
export function declineByRule(lexicon: Lexicon, rule: Rule, request: Request, random: Rng): string {
  const because = ruleInWords(lexicon.environments, rule, random)
  const what = wishInShort(lexicon, request, random.fork('wish'))
  return pick(random, [
    `Sorry, I can't ${what}: ${because}.`,
    `I'm not allowed to ${what}, because ${because}.`,
    `I can't ${what}, since ${because}.`,
    `I'm sorry, but ${because}, so I can't do that.`,
    `I'm afraid I can't ${what}: ${because}.`,
  ])
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

/** Now and then it is worth saying that nothing happened. */
function closing(text: string, random: Rng): string {
  return `${text}${pick(random.fork('untouched'), ['', '', '', " I've left everything as it is."])}`
}
