import { isArray, isObject, type Json } from '../core/json.js'
import { untag } from '../core/number.js'
import { at } from '../core/pointer.js'
import { pick, type Rng } from '../core/random.js'
import type { Visible } from '../core/visible.js'
import type { Wording } from './realise.js'
import type { Lexicon } from './lexicon.js'
import { isSlot, type Part } from './pattern.js'
import { leafInWords } from './leaf-words.js'

/** Something that an earlier result showed and that a user can ask to be told again. */
export interface Recallable {
  /** What people call it: 'booking number'. */
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
      leavesOf(lexicon, call.name).flatMap((leaf): Recallable[] => {
        const value = at(untag(result.value), leaf.path)
        return value === undefined || !isTellable(value) ? [] : [{ ...leaf, turn, call: index, value }]
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
      specs.flatMap(({ name }) => leavesOf(lexicon, name).map(({ label }) => label)),
    ),
  )
  labels.set(lexicon, found)
  return found
}

/** A place of a tool's results, as it can be asked for. */
type TellableLeaf = Pick<Recallable, 'label' | 'path' | 'form' | 'unit'>

const leaves = new WeakMap<Lexicon, Map<string, readonly TellableLeaf[]>>()

/** Single leaves of a tool's result that its users are told about, each once and with its unit. */
function leavesOf(lexicon: Lexicon, tool: string): readonly TellableLeaf[] {
  const all = leaves.get(lexicon) ?? new Map<string, readonly TellableLeaf[]>()
  leaves.set(lexicon, all)
  const known = all.get(tool) ?? findLeaves(lexicon, tool)
  all.set(tool, known)
  return known
}

function findLeaves(lexicon: Lexicon, tool: string): TellableLeaf[] {
  const told = lexicon
    .reportsOf(tool)
    .flat()
    .flatMap(({ parts }) =>
      parts.flatMap((part, i) =>
        isSlot(part) && part.slot.startsWith('/') ? [{ ...part, unit: unitAt(parts[i + 1]) }] : [],
      ),
    )
  return told.flatMap(({ slot: path, form }, i): TellableLeaf[] => {
    const label = labelOf(lexicon, tool, path)
    if (path.includes('*') || form === 'named' || form === 'nothing' || !isSingular(label)) return []
    if (told.findIndex(({ slot }) => slot === path) < i) return []
    const unit = told.find((other) => other.slot === path && other.unit !== undefined)?.unit
    return [{ label, path, ...(form === undefined ? {} : { form }), ...(unit === undefined ? {} : { unit }) }]
  })
}

/** The unit that a report names right after a number. */
function unitAt(next: Part | undefined): string | undefined {
  return typeof next === 'string' ? /^ (percent|psi|mph|degrees(?: Celsius)?)\b/.exec(next)?.[1] : undefined
}

/** Words that name nothing unless one says of what, and units, which name no thing. */
const VAGUE = /\b(type|status|mode|state|count|result|message|unit|content|name)$|^(liter|gallon)$/

/** Can one ask what the thing *was*? */
function isSingular(label: string): boolean {
  return /[a-z]{2}/.test(label) && !/(?<!(s|u|i))s$/.test(label) && !VAGUE.test(label)
}

/** What people call a place: an identifier by its noun ('ticket number'), else the words of its last name: `/travel_cost_list/0` is the travel cost. */
function labelOf(lexicon: Lexicon, tool: string, path: string): string {
  const name = path.split('/').findLast((part) => /[a-z]/i.test(part)) ?? ''
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .replace(/ list$/, '')
    .toLowerCase()
  const environment = lexicon.environments.find(({ specs }) => specs.some((spec) => spec.name === tool))
  const entity = environment?.entities[tool]?.returns.find((place) => place.path === path)?.entity
  return entity !== undefined && /\bid$/.test(words) ? lexicon.noun(entity)[0] : words
}
