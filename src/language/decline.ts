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
import { verbPhrase } from './verb-phrase.js'

/** What nobody's tools do, as a verb phrase. */
export function unsupportedPurpose(lexicon: Lexicon, pseudo: string): string {
  return unsupportedNamed(lexicon, pseudo)?.definition.what ?? 'do that'
}

/** Says that no tool on offer does what was asked for. */
export function declineUnsupported(lexicon: Lexicon, pseudo: string, random: Rng): string {
  const what = unsupportedPurpose(lexicon, pseudo)
  return pick(random, [
    `I can't ${what}: none of my tools does that.`,
    `Sorry, I have no tool to ${what}.`,
    `Unfortunately I have no way to ${what}.`,
    `None of the tools I have can ${what}, so you would have to do that elsewhere.`,
  ])
}

/** Says that the tool which the request needs is not there. */
export function declineMissing(lexicon: Lexicon, request: Request, missing: readonly string[], random: Rng): string {
  const wish = retold(verbPhrase(lexicon, request, random.fork('wish')), { my: 'your', me: 'you' })
  const what = /[:,]/.test(wish.replaceAll(/"[^"]*"/g, '')) ? lexicon.purposeOf(request.tool) : wish
  const needed = missing.filter((name) => name !== request.tool).map((name) => lexicon.purposeOf(name))
  if (needed.length === 0)
    return closing(
      pick(random, [
        `I can't ${what} right now: I don't have the tool for that.`,
        `Sorry, to ${what} I would need a tool that I don't have at the moment.`,
        `That isn't possible with the tools I have: none of them lets me ${what}.`,
        `I don't have a tool to ${what}, so I have to leave this one.`,
      ]),
      random,
    )
  const step = joinList(needed)
  return closing(
    pick(random, [
      `I can't ${what} yet: first I'd have to ${step}, and I have no tool for that.`,
      `That can't be done at the moment: it takes a tool to ${step}, and I don't have one.`,
      `To ${what}, I'd first need a way to ${step}, and none of my tools does that.`,
    ]),
    random,
  )
}

/** What a rule says, as a clause. */
export function ruleInWords(environments: readonly Environment[], rule: Rule, random: Rng): string {
  const { says } = ruleDefinition(environments, rule.name)
  return writeVariant(pick(random, compilePattern(says)), random, ({ form }) =>
    formNamed(form ?? 'word').write(rule.limit, random),
  ).text
}

/** Says that a rule forbids it. */
export function declineByRule(environments: readonly Environment[], rule: Rule, random: Rng): string {
  const because = ruleInWords(environments, rule, random)
  return pick(random, [
    `I can't do that: ${because}.`,
    `I'm not allowed to: ${because}.`,
    `That is against the rules I work under: ${because}.`,
    `Sorry, no: ${because}.`,
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

/** Half of the time it is worth saying that nothing happened. */
function closing(text: string, random: Rng): string {
  return `${text}${pick(random.fork('untouched'), ['', '', ' Nothing has been changed so far.', ' I have changed nothing.'])}`
}
