import { isArray, isObject, type Json } from '../core/json.js'
import { untag } from '../core/number.js'
import { at } from '../core/pointer.js'
import { pick, type Rng } from '../core/random.js'
import type { Visible } from '../core/visible.js'
import type { Wording } from './realise.js'
import type { Lexicon } from './lexicon.js'
import { isSlot, type Part, type Slot } from './pattern.js'
import { leafInWords } from './leaf-words.js'

/** Something that an earlier result showed and that a user can ask to be told again. */
export interface Recallable {
  /** What people call it: 'booking id'. */
  readonly label: string
  readonly turn: number
  readonly call: number
  readonly path: string
  readonly value: Json
  /** How it is written. */
  readonly form?: string
  /** What the number counts, where its form does not say so: 'percent'. */
  readonly unit?: string
}

const QUESTIONS: readonly string[] = [
  'What was the * again?',
  'Remind me, what was the *?',
  'Can you give me the * again?',
  'Sorry, what was the * again?',
  'Before I forget, what was the *?',
  'Could you repeat the *?',
  'What did you say the * was?',
]

/** The words of each question before and after what is asked for. */
const FRAMES = QUESTIONS.map((question): readonly [string, string] => {
  const [before = '', after = ''] = question.split('*')
  return [before, after]
})

const ANSWERS: readonly string[] = ['The * was #.', 'It was #.', "That's #.", 'The * is #.']

/** What earlier turns showed that has a name of its own; only what a single value fits can be asked for. */
export function recallables(lexicon: Lexicon, visible: Visible): Recallable[] {
  const all = visible.calls
    .filter(({ turn, result }) => turn < visible.turn && !result.error)
    .flatMap(({ turn, index, call, result }) =>
      tellable(lexicon, call.name).flatMap(({ slot: path, ...words }): Recallable[] => {
        const value = at(untag(result.value), path)
        return value === undefined || !isTellable(value)
          ? []
          : [{ label: labelOf(path), turn, call: index, path, value, ...words }]
      }),
    )
  return all.filter(({ label, value }) => all.every((other) => other.label !== label || other.value === value))
}

/** Which single leaf a message asks to be told again; the words say nothing else. */
export function readRecall(lexicon: Lexicon, text: string): string | undefined {
  for (const [before, after] of FRAMES) {
    const label = text.slice(before.length, text.length - after.length)
    if (text === before + label + after && labelsOf(lexicon).has(label)) return label
  }
  return undefined
}

export function writeRecall(label: string, random: Rng): Wording {
  const text = pick(random, QUESTIONS).replace('*', label)
  const start = text.indexOf(label)
  return { text, spans: [[0, text.length]], mentions: [mention(label, start)] }
}

function mention(label: string, start: number): Wording['mentions'][number] {
  return { span: [start, start + label.length], input: 'recall', value: label, form: 'anaphora', referents: 1 }
}

export function answerRecall({ label, value, form, unit }: Recallable, random: Rng): string {
  const words = [leafInWords(value, wordsOf(form), random.fork('value')), unit].filter(Boolean).join(' ')
  return pick(random, ANSWERS)
    .replace('*', label)
    .replace('#', () => words)
    .replace(/\.\.$/, '.')
}

/** Forms that say what an answer is made of around a value say nothing of the value alone. */
function wordsOf(form: string | undefined): string | undefined {
  return form === undefined || /^(not|yes|you|whose|change|thing-)/.test(form) ? undefined : form
}

function isTellable(value: Json): boolean {
  if (value === null || typeof value === 'boolean' || isObject(value) || isArray(value)) return false
  return typeof value === 'number' || (value.length > 0 && value.length <= 40 && !value.includes('\n'))
}

const labels = new WeakMap<Lexicon, ReadonlySet<string>>()

function labelsOf(lexicon: Lexicon): ReadonlySet<string> {
  const known = labels.get(lexicon)
  if (known) return known
  const found = new Set(
    lexicon.environments.flatMap(({ specs }) =>
      specs.flatMap(({ name }) => tellable(lexicon, name).map(({ slot }) => labelOf(slot))),
    ),
  )
  labels.set(lexicon, found)
  return found
}

/** Single places of a tool's result that its users are told about, each once and with its unit. */
function tellable(lexicon: Lexicon, tool: string): (Slot & { readonly unit?: string })[] {
  const told = lexicon
    .reportsOf(tool)
    .flat()
    .flatMap(({ parts }) =>
      parts.flatMap((part, i) =>
        isSlot(part) && part.slot.startsWith('/') ? [{ ...part, ...unitAt(parts[i + 1]) }] : [],
      ),
    )
  return told
    .filter(
      ({ slot, form }, i) =>
        !slot.includes('*') &&
        !(form === 'named' || form === 'nothing') &&
        isSingular(labelOf(slot)) &&
        told.findIndex((other) => other.slot === slot) === i,
    )
    .map((place) => {
      const unit = told.find((other) => other.slot === place.slot && other.unit !== undefined)?.unit
      return unit === undefined ? place : { ...place, unit }
    })
}

/** The unit that a report names right after a number. */
function unitAt(next: Part | undefined): { readonly unit?: string } {
  const unit = typeof next === 'string' ? /^ (percent|psi|mph|degrees(?: Celsius)?)\b/.exec(next)?.[1] : undefined
  return unit === undefined ? {} : { unit }
}

/** Words that name nothing unless one says of what, and units, which name no thing. */
const VAGUE = /\b(type|status|mode|state|count|result|message|unit|content|name)$|^(liter|gallon)$/

/** Can one ask what the thing *was*? */
function isSingular(label: string): boolean {
  return /[a-z]{2}/.test(label) && !/(?<!(s|u|i))s$/.test(label) && !VAGUE.test(label)
}

/** The words of a place's last name: `/travel_cost_list/0` is the travel cost list. */
function labelOf(path: string): string {
  const name = path.split('/').findLast((part) => /[a-z]/i.test(part)) ?? ''
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .replace(/ list$/, '')
    .toLowerCase()
}
