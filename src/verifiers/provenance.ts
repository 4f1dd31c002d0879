import { type Json, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { at, parsePointer } from '../core/pointer.js'
import type { Source } from '../core/trace.js'
import type { Discrepancy } from '../core/verdict.js'
import type { Visible } from '../core/visible.js'
import { visibleOf } from '../language/index.js'
import type { ActingTurn } from './context.js'
import { usersOf } from './reading.js'
import { valuesSaid } from './said.js'

/** Every argument leaf of the trace has a binding, and every binding finds its value where it says that it comes from. */
export function verifyProvenance({ turn, trace, messages, query, lexicon, start }: ActingTurn): Discrepancy[] {
  const visible = visibleOf(lexicon, [...messages, { role: 'user', content: query.text }], start.tools)
  const said = valuesSaid(lexicon, query, trace, { ...visible, queries: usersOf(messages) })
  const system = messages.find(({ role }) => role === 'system')?.content ?? ''
  return trace.calls.flatMap(({ call, bindings }, index) => {
    const resultOf = (source: Extract<Source, { from: 'result' }>): Json | undefined =>
      source.turn === turn
        ? trace.calls.slice(0, index)[source.call]?.result.value
        : visible.calls.find((made) => made.turn === source.turn && made.index === source.call)?.result.value
    const unsound = bindings.filter(({ at: place, value, source }) => {
      const used = sameJson(at(untag(call.arguments), place), untag(value))
      return !used || !isSound(source, untag(value), resultOf, visible, { system, said })
    })
    const unbound = Object.keys(call.arguments).filter(
      (parameter) => !bindings.some(({ at: place }) => parsePointer(place)[0] === parameter),
    )
    return [
      ...unsound.map(({ at: place, value }): Discrepancy => ({
        kind: 'wrong-argument',
        turn,
        call: index,
        at: place,
        value,
      })),
      ...unbound.map((name): Discrepancy => ({
        kind: 'ungrounded-argument',
        turn,
        call: index,
        at: `/${name}`,
        value: call.arguments[name] ?? null,
      })),
    ]
  })
}

function isSound(
  source: Source,
  value: Json,
  resultOf: (source: Extract<Source, { from: 'result' }>) => Json | undefined,
  visible: Visible,
  { system, said }: { readonly system: string; readonly said: readonly Json[] },
): boolean {
  if (source.from === 'result') return shows(resultOf(source), source.path, source.part, value)
  if (source.from === 'user' || source.from === 'free') return said.some((words) => sameJson(words, value))
  if (source.from !== 'message') return true
  const text = source.role === 'system' ? system : (visible.queries[source.turn] ?? '')
  const [from, to] = source.span
  const words = text.slice(from, to)
  return words !== '' && (words.includes(String(value)) || words === text || !text.includes(String(value)))
}

function shows(result: Json | undefined, path: string, part: 'key' | 'segment' | undefined, value: Json): boolean {
  const found = result === undefined ? undefined : at(untag(result), path)
  if (found === undefined) return false
  if (part === 'key') return parsePointer(path).at(-1) === value
  if (part === 'segment') return String(found).split('/').includes(String(value))
  return sameJson(found, value)
}
