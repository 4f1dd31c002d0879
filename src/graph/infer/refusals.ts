import type { Json, JsonObject } from '../../core/json.js'
import type { Pointer } from '../../core/pointer.js'

/** One kind of refusal of a tool: same code, same form of text, same places looked at. */
export interface Refusal {
  readonly code: string
  /** The text's words; `*` where they differ between texts of the form. */
  readonly form: Form
  readonly reads: ReadonlySet<Pointer>
  count: number
  /** Parameters whose value got past its check: a made-up value in their place is refused in another way. */
  passed?: ReadonlySet<number>
  /** By parameter: how often changing it alone was tried, and how often the call then came further. */
  readonly changes: { tried: number; further: number }[]
  /** Searches that met the kind, and how many of them came further. */
  met: number
  left: number
}

interface Form {
  words: string[]
}

/** The kinds of refusal of one tool, told apart as they come. */
export interface Refusals {
  readonly forms: Form[]
  readonly kinds: Map<string, Refusal>
}

const ALIKE = 0.7
const MOST_FORMS = 40
const MOST_WORDS = 40
const MOST_KINDS = 64
const OTHER: Form = { words: ['*'] }

export function createRefusals(): Refusals {
  return { forms: [], kinds: new Map() }
}

/** The kind that a refusal is of; a new one where none matches. */
export function kindOf(
  refusals: Refusals,
  args: JsonObject,
  { code, value }: { readonly code: string; readonly value: Json },
  reads: ReadonlySet<Pointer> = new Set(),
): Refusal {
  const number = formOf(refusals.forms, mask(value, args))
  const full = `${code}#${number}:${[...reads].toSorted().join()}`
  const key = refusals.kinds.has(full) || refusals.kinds.size < MOST_KINDS ? full : `${code}#${number}`
  const known = refusals.kinds.get(key)
  if (known) return known
  const form = refusals.forms[number] ?? OTHER
  const made: Refusal = { code, form, reads, count: 0, changes: [], met: 0, left: 0 }
  refusals.kinds.set(key, made)
  return made
}

/** How many checks the call passed before it was refused. */
export function depthOf({ passed }: Refusal): number {
  return passed?.size ?? 0
}

/**
 * The number of the form that a text has. Texts of as many words, most of them the same, are of one form, which learns
 * which of its words vary.
 */
function formOf(forms: Form[], text: string): number {
  const words = text.split(/\s+/).slice(0, MOST_WORDS)
  const known = forms.findIndex((form) => isAlike(form.words, words))
  const form = forms[known]
  if (form) {
    form.words = form.words.map((word, i) => (word === words[i] ? word : '*'))
    return known
  }
  return forms.length >= MOST_FORMS ? MOST_FORMS : forms.push({ words }) - 1
}

function isAlike(form: readonly string[], words: readonly string[]): boolean {
  if (form.length !== words.length) return false
  return form.filter((word, i) => word === words[i] || word === '*').length >= ALIKE * words.length
}

/** An error's texts without the values in them, so that refusals for the same reason look the same. */
function mask(value: Json, args: JsonObject): string {
  let text = textsIn(value).join(' ')
  for (const given of textsIn(args).toSorted((a, b) => b.length - a.length)) text = withoutWords(text, given)
  return text
    .replaceAll(/\[[^[\]{}]*\]/g, '[]')
    .replaceAll(/'[^']*'/g, "''")
    .replaceAll(/\d+/g, '#')
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values<Json>(value).flatMap(textsIn) : []
}

/** The text with `_` in place of what was given, where that stands for itself and not within a word. */
function withoutWords(text: string, given: string): string {
  if (given.length < 2 || !text.includes(given)) return text
  const [first = '', ...rest] = text.split(given)
  let masked = first
  for (const [i, part] of rest.entries()) {
    const before = rest[i - 1] ?? first
    masked += (/\w$/.test(before) || /^\w/.test(part) ? given : '_') + part
  }
  return masked
}
