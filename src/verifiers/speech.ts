import { forEachLeaf } from '../core/json.js'
import { untag } from '../core/number.js'
import { specialTokenIn } from '../core/special-tokens.js'
import type { Message } from '../core/message.js'
import { messagesOfStep, type Step } from '../core/trajectory.js'
import type { Discrepancy } from '../core/verdict.js'
import { conversationText } from './reading.js'

/** Words by which a speaker shows that it was helped or checked. */
const BEHIND_THE_SCENES = /\b(hint|gold|advanced tool|critique|trace|guidance|earlier try|previous attempt)\b/gi

/** Numbers with which somebody who thinks counts what there is to do: they claim nothing. */
const COUNTED = /^\s*\d{1,2}[.)]\s|\b(?:steps?|calls?|part) \d\b/gim

export interface Spoken {
  readonly turn: number
  /** The conversation before the turn's user message. */
  readonly messages: readonly Message[]
  readonly query: { readonly text: string }
  readonly steps: readonly Step[]
}

/**
 * What an assistant thinks and says on the way: no number that nothing visible showed by then, no word about hints or
 * gold that the conversation does not hold, no special token of a chat template, and no answer that only gives the user's words or a result's data back.
 */
export function verifySpeech({ turn, messages, query, steps }: Spoken): Discrepancy[] {
  let visible = conversationText([...messages, { role: 'user', content: query.text }])
  const reasons: Discrepancy[] = textTokens(turn, query.text, 'query')
  for (const [s, step] of steps.entries()) {
    // Models that have no thoughts of their own think in what they say beside their calls.
    const thought = [step.reasoning ?? '', step.calls.length > 0 ? step.content : ''].join('\n')
    const told = [...`${thought}\n${step.content}`.matchAll(BEHIND_THE_SCENES)]
      .map(([word]) => word)
      .find((word) => !visible.toLowerCase().includes(word.toLowerCase()))
    const numbers = thought.replaceAll(COUNTED, '').match(/\d+(?:\.\d+)?/g) ?? []
    const invented = numbers.find((number) => !visible.includes(number))
    for (const text of [told, invented])
      if (text !== undefined) reasons.push({ kind: 'unsupported-claim', turn, step: s, where: 'reasoning', text })
    reasons.push(...textTokens(turn, thought, 'reasoning', s), ...textTokens(turn, step.content, 'answer', s))
    if (step.calls.some((call) => specialTokenIn(JSON.stringify(call.arguments)) !== undefined))
      reasons.push({ kind: 'special-token', turn, step: s, where: 'reasoning', text: 'arguments' })
    if (step.calls.length === 0 && isEcho(step.content, query.text))
      reasons.push({ kind: 'echo', turn, step: s, where: 'answer', text: step.content.slice(0, 160) })
    const raw = step.calls.length === 0 ? rawData(step.content, steps) : undefined
    if (raw !== undefined) reasons.push({ kind: 'raw-result', turn, step: s, where: 'answer', text: raw.slice(0, 160) })
    visible += messagesOfStep(step)
      .map(({ content }) => content)
      .join('\n')
  }
  return reasons
}

function textTokens(turn: number, text: string, where: 'query' | 'reasoning' | 'answer', step?: number): Discrepancy[] {
  const token = specialTokenIn(text)
  return token === undefined
    ? []
    : [{ kind: 'special-token', turn, ...(step === undefined ? {} : { step }), where, text: token }]
}

/** An object with its keys, or a list of several values, as data are written. */
const DATA = /\{\s*"[^"]*"\s*:|\[\s*(?:"[^"]*"|[\d.]+)(?:\s*,\s*(?:"[^"]*"|[\d.]+))+\s*\]/

/** Data notation in an answer, unless a text that a tool returned (a file's line) holds it. */
function rawData(answer: string, steps: readonly Step[]): string | undefined {
  const data = DATA.exec(answer)?.[0]
  if (data === undefined) return undefined
  let quoted = false
  for (const { results } of steps)
    for (const { value } of results)
      forEachLeaf(untag(value), (leaf) => {
        quoted ||= typeof leaf === 'string' && leaf.includes(data)
      })
  return quoted ? undefined : data
}

/** Words from which on a message given back is no mere phrase of the answer. */
const SHORT = 4

function isEcho(answer: string, question: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const asked = words(question)
  const said = words(answer)
  return asked.length >= SHORT && said.length < 2 * asked.length && said.join(' ').includes(asked.join(' '))
}
