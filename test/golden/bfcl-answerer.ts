import type { BenchmarkClasses, BfclCase, ModelResponse } from '../../src/benchmarks/bfcl/index.js'
import { bindArguments, signatureOf } from '../../src/benchmarks/bfcl/signature.js'
import { formatJson, parseCall } from '../../src/text/index.js'
import type { WireAnswer, WireRequest } from '../unit/benchmarks/chat-server.js'

/** The truth as a response: all calls of a turn in one step. */
export const truthOf = ({ truth }: BfclCase): ModelResponse => truth.map((calls) => (calls.length === 0 ? [] : [calls]))

/** Answers every conversation of these cases with the next step of the case's response, and in words where it has none left. */
export function answerer(cases: readonly BfclCase[], classes: BenchmarkClasses, responseOf: (one: BfclCase) => ModelResponse): (request: WireRequest) => WireAnswer {
  return ({ messages }) => {
    const asked = messages.filter(({ role }) => role === 'user')
    const one = cases.find((candidate) => asked.every(({ content }, turn) => (candidate.turns[turn]?.[0]?.content ?? content) === content))
    if (!one) return { status: 500, body: '{"error":{"message":"no such case"}}' }
    const step = messages.slice(messages.findLastIndex(({ role }) => role === 'user')).filter(({ role }) => role === 'assistant').length
    const calls = responseOf(one)[asked.length - 1]?.[step] ?? []
    return { content: calls.length === 0 ? 'Done.' : '', calls: calls.map((text) => wireCall(text, classes)) }
  }
}

function wireCall(text: string, classes: BenchmarkClasses): { name: string; arguments: string } {
  const { callee, positional, keywords } = parseCall(text)
  const name = callee.kind === 'name' ? callee.name : ''
  const values = positional.map((item) => (item.kind === 'literal' ? item.value : null))
  const named = keywords.map(({ name: parameter, value }) => ({ name: parameter, value: value.kind === 'literal' ? value.value : null }))
  const args = values.length === 0 ? Object.fromEntries(named.map(({ name: parameter, value }) => [parameter, value])) : bound(name, classes, values, named)
  return { name, arguments: formatJson(args) ?? '{}' }
}

function bound(name: string, classes: BenchmarkClasses, ...values: [Parameters<typeof bindArguments>[1], Parameters<typeof bindArguments>[2]]): ReturnType<typeof bindArguments> {
  for (const { name: className, environment } of classes.values()) {
    const spec = environment.spec(name)
    if (spec) return bindArguments(signatureOf(className, spec), ...values)
  }
  return {}
}
