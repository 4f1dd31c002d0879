import type { Json } from '../core/json.js'
import { pick, type Rng } from '../core/random.js'
import type { Rule } from '../core/rule.js'
import type { Briefing, Environment, Known, RuleDefinition, World } from '../environment/index.js'
import { formNamed } from './forms.js'
import { tellToday, todayIn } from './today.js'
import { compilePattern, type Slot, type Variant, variantSource, writeVariant } from './pattern.js'

/** What a system prompt tells: the day, values with their entity types, session conditions that hold and that do not, current places. */
export interface Told {
  readonly today?: string
  readonly facts: readonly { readonly entity: string; readonly value: Json; readonly span: readonly [number, number] }[]
  readonly conditions: readonly string[]
  readonly denied: readonly string[]
  readonly places: { readonly [environment: string]: string }
  readonly rules: readonly Rule[]
}

const ROLES: readonly string[] = [
  'You are an assistant with access to tools.',
  'You help people get things done with the tools below.',
  'You are a careful assistant. Use the tools to do what the user asks.',
  'You work for one user at a time and act through tools.',
  'Answer from what the tools return, and say plainly what was done.',
]

/** The system prompt of a trajectory: who the assistant is, the day, what it could not see otherwise, and the rules. */
export function writeBriefing(world: World, known: readonly Known[], random: Rng, rules: readonly Rule[] = []): string {
  const lines = world.environments.flatMap(({ ref, definition }) =>
    (definition.briefings ?? [])
      .filter(({ when }) => when(world.stateOf(ref.name)))
      .map((briefing) =>
        writeLine(briefing, world.stateOf(ref.name), known, random.fork(`${ref.name}:${briefing.pattern}`)),
      ),
  )
  const laidDown = rules.map((rule) => writeRule(world.environments, rule, random.fork(`rule:${rule.name}`)))
  return [pick(random.fork('role'), ROLES), tellToday(world.clock.slice(0, 10)), ...lines, ...laidDown].join(' ')
}

function writeRule(environments: readonly Environment[], rule: Rule, random: Rng): string {
  const { line, permits = '' } = ruleDefinition(environments, rule.name)
  if (rule.test === 'none') return permits
  return writeVariant(pick(random, compilePattern(line)), random, (slot) => formOf(slot).write(rule.limit, random)).text
}

/** The declaration behind a rule's name. */
export function ruleDefinition(environments: readonly Environment[], name: string): RuleDefinition {
  const found = rulesIn(environments).find(([declared]) => declared === name)
  if (!found) throw new Error(`ruleDefinition: none of these environments declares a rule '${name}'.`)
  return found[1]
}

function rulesIn(environments: readonly Environment[]): [string, RuleDefinition][] {
  return environments.flatMap(({ ref, definition }) =>
    (definition.conversation?.rules ?? []).map((rule): [string, RuleDefinition] => [`${ref.name}/${rule.name}`, rule]),
  )
}

/** The rules that a system prompt lays down, by the declared lines of these environments. */
function readRules(environments: readonly Environment[], text: string): Rule[] {
  return rulesIn(environments).flatMap(([name, { tool, parameter, test, line, permits }]): Rule[] => {
    if (permits !== undefined && text.includes(permits)) return [{ name, tool, test: 'none', limit: null }]
    const match = matchLine(compilePattern(line), text)
    return match
      ? [{ name, tool, ...(parameter === undefined ? {} : { parameter }), test, limit: match[0]?.value ?? null }]
      : []
  })
}

function writeLine(briefing: Briefing<Json>, state: Json, known: readonly Known[], random: Rng): string {
  const values = briefing.values(state, known)
  return writeVariant(pick(random, compilePattern(briefing.pattern)), random, (slot) =>
    formOf(slot).write(values[slot.slot] ?? '', random),
  ).text
}

const told = new WeakMap<readonly Environment[], Map<string, Told>>()

/** System prompts remembered per environments: one is read again by whoever looks at the conversation. */
const REMEMBERED = 16

/** The inverse: what a system prompt tells, by the briefing patterns of these environments. */
export function readBriefing(environments: readonly Environment[], text: string): Told {
  const known = told.get(environments) ?? new Map<string, Told>()
  told.set(environments, known)
  const before = known.get(text)
  if (before) return before
  const read = readLines(environments, text)
  if (known.size >= REMEMBERED) known.clear()
  known.set(text, read)
  return read
}

function readLines(environments: readonly Environment[], text: string): Told {
  const facts: { entity: string; value: Json; span: readonly [number, number] }[] = []
  const conditions: string[] = []
  const denied: string[] = []
  const places: { [environment: string]: string } = {}
  for (const { ref, definition } of environments) {
    for (const briefing of definition.briefings ?? []) {
      const match = matchLine(compilePattern(briefing.pattern), text)
      if (!match) continue
      conditions.push(...(briefing.establishes ?? []).map((name) => `${ref.name}:${name}`))
      denied.push(...(briefing.denies ?? []).map((name) => `${ref.name}:${name}`))
      for (const { slot, value, span } of match) {
        const entity = briefing.entities?.[slot.slot]
        if (entity !== undefined) facts.push({ entity, value, span })
        if (slot.slot === briefing.place) places[ref.name] = String(value)
      }
    }
  }
  const today = todayIn(text)
  return {
    ...(today === undefined ? {} : { today }),
    facts,
    conditions,
    denied,
    places,
    rules: readRules(environments, text),
  }
}

function matchLine(
  variants: readonly Variant[],
  text: string,
): { slot: Slot; value: Json; span: readonly [number, number] }[] | undefined {
  for (const variant of variants) {
    const match = lineOf(variant).exec(text)
    if (!match) continue
    return variant.slots.map((slot, i) => {
      const words = match.groups?.[`s${i}`] ?? ''
      return { slot, value: formOf(slot).parse(words) ?? words, span: match.indices?.groups?.[`s${i}`] ?? [0, 0] }
    })
  }
  return undefined
}

const lines = new WeakMap<Variant, RegExp>()

function lineOf(variant: Variant): RegExp {
  const source = (): string => variantSource(variant, (slot) => formOf(slot).pattern)
  const regex = lines.get(variant) ?? new RegExp(`(?<!\\w)${source()}`, 'd')
  lines.set(variant, regex)
  return regex
}

function formOf({ form }: Slot): ReturnType<typeof formNamed> {
  return formNamed(form ?? 'word')
}
