import { pick, type Rng } from '../core/random.js'

/**
 * Patterns of the grammar, usable both ways: `(a|b|)` alternatives, nestable, an empty one makes the rest optional;
 * `<name>` or `<name:form>` a slot. Alternatives that hold slots are split into *variants*, each with a fixed set of slots.
 */
export interface Variant {
  readonly parts: readonly Part[]
  readonly slots: readonly Slot[]
}

export interface Slot {
  readonly slot: string
  readonly form?: string
}

/** A literal, a choice among literals, or a slot. */
export type Part = string | readonly string[] | Slot

type Node = string | Slot | { readonly options: readonly (readonly Node[])[] }

const compiled = new Map<string, readonly Variant[]>()

/** The variants of a pattern; remembered, since all that is said is written and read by the same few patterns. */
export function compilePattern(pattern: string): readonly Variant[] {
  let variants = compiled.get(pattern)
  if (!variants) {
    variants = compile(pattern)
    compiled.set(pattern, variants)
  }
  return variants
}

function compile(pattern: string): Variant[] {
  const { nodes, rest } = parseSequence(pattern, 0)
  if (rest !== pattern.length) throw new Error(`Pattern '${pattern}': unbalanced ')' at ${rest}.`)
  return expand(nodes).map((parts) => {
    const merged = merge(parts)
    return { parts: merged, slots: merged.filter((part): part is Slot => isSlot(part)) }
  })
}

export function isSlot(part: Part): part is Slot {
  return typeof part === 'object' && 'slot' in part
}

/** One wording: literals chosen by the random stream, slots by `fill`. Returns the text and where each slot's words lie. */
export function writeVariant(
  variant: Variant,
  random: Rng,
  fill: (slot: Slot) => string,
): { text: string; spans: { slot: Slot; span: readonly [number, number] }[] } {
  let text = ''
  const spans: { slot: Slot; span: readonly [number, number] }[] = []
  for (const part of variant.parts) {
    if (typeof part === 'string') text += part
    else if (isSlot(part)) {
      const words = fill(part)
      spans.push({ slot: part, span: [text.length, text.length + words.length] })
      text += words
    } else text += pick(random, part)
  }
  return { text, spans }
}

/** Regular-expression source with one named group per slot (`s0`, `s1`, ...); its first letter in either case. */
export function variantSource(variant: Variant, slotPattern: (slot: Slot) => string): string {
  let index = 0
  return variant.parts
    .map((part, position) => {
      if (isSlot(part)) return `(?<s${index++}>${slotPattern(part)})`
      const texts = typeof part === 'string' ? [part] : [...part].toSorted((a, b) => b.length - a.length)
      const sources = texts.map(position === 0 ? eitherCase : escape)
      return sources.length === 1 ? sources[0] : `(?:${sources.join('|')})`
    })
    .join('')
}

/** The words that every wording of the variant holds, in order: a text without them cannot be one. */
export function fixedWords({ parts }: Variant): string[] {
  return parts.flatMap((part, position) => (typeof part !== 'string' ? [] : [position === 0 ? part.slice(1) : part]))
}

/** Does the text hold these words in this order? */
export function holdsInOrder(text: string, words: readonly string[]): boolean {
  let from = 0
  for (const part of words) {
    const found = text.indexOf(part, from)
    if (found < 0) return false
    from = found + part.length
  }
  return true
}

/** Regular-expression source of a text whose first letter may be in either case. */
export function eitherCase(text: string): string {
  const [first = ''] = text
  return /[A-Za-z]/.test(first)
    ? `[${first.toUpperCase()}${first.toLowerCase()}]${escape(text.slice(1))}`
    : escape(text)
}

export function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

function parseSequence(pattern: string, start: number): { nodes: Node[]; rest: number } {
  const nodes: Node[] = []
  let literal = ''
  const flush = (): void => {
    if (literal !== '') nodes.push(literal)
    literal = ''
  }
  let i = start
  while (i < pattern.length && pattern[i] !== '|' && pattern[i] !== ')') {
    if (pattern[i] === '<') {
      flush()
      const end = pattern.indexOf('>', i)
      if (end < 0) throw new Error(`Pattern '${pattern}': '<' at ${i} is never closed.`)
      const [slot = '', form] = pattern.slice(i + 1, end).split(':')
      nodes.push(form === undefined ? { slot } : { slot, form })
      i = end + 1
    } else if (pattern[i] === '(') {
      flush()
      const options: Node[][] = []
      do {
        const option = parseSequence(pattern, i + 1)
        options.push(option.nodes)
        i = option.rest
      } while (pattern[i] === '|')
      if (pattern[i] !== ')') throw new Error(`Pattern '${pattern}': '(' is never closed.`)
      nodes.push({ options })
      i += 1
    } else {
      literal += pattern[i]
      i += 1
    }
  }
  flush()
  return { nodes, rest: i }
}

/** All sequences with slot-bearing alternatives decided; choices among plain words stay choices. */
function expand(nodes: readonly Node[]): Part[][] {
  let sequences: Part[][] = [[]]
  for (const node of nodes) {
    const choices: Part[][] = typeof node === 'string' || 'slot' in node ? [[node]] : expandOptions(node.options)
    sequences = sequences.flatMap((sequence) => choices.map((choice) => [...sequence, ...choice]))
  }
  return sequences
}

function expandOptions(options: readonly (readonly Node[])[]): Part[][] {
  const expanded = options.flatMap(expand)
  const plain = expanded.filter((parts) => parts.every((part) => !isSlot(part))).flatMap(plainTexts)
  const slotted = expanded.filter((parts) => parts.some(isSlot))
  return [...(plain.length > 0 ? [[plain.length === 1 ? (plain[0] as string) : plain] as Part[]] : []), ...slotted]
}

function plainTexts(parts: readonly Part[]): string[] {
  let texts = ['']
  for (const part of parts as readonly (string | readonly string[])[]) {
    const choices = typeof part === 'string' ? [part] : part
    texts = texts.flatMap((prefix) => choices.map((choice) => prefix + choice))
  }
  return texts
}

function merge(parts: readonly Part[]): Part[] {
  const merged: Part[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part
    else if (part !== '') merged.push(part)
  }
  return merged
}
