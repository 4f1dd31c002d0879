import { chance, createRng, pick, type Rng } from '../../core/random.js'
import type { Answer, WireRequest } from './wire.js'

/** Faults of the way to a model: no answer is made. */
const REFUSALS = ['rate-limit', 'rate-limit-bare', 'server-error', 'unavailable', 'hang', 'reset', 'web-page'] as const

/** Faults of the way back: an answer is made, and never gets there whole. */
const LOSSES = ['late', 'truncated'] as const

/** An answer gets there whole, against appearances: in two parts, or just before its connection is reset. */
const SCARES = ['halting', 'reset-after'] as const

/** Faults of the connection. */
export const TRANSPORT_FAULTS = [...REFUSALS, ...LOSSES, ...SCARES] as const

/** Faults of the answer: it comes whole and is paid for. */
export const ANSWER_FAULTS = [
  'off-schema',
  'prose',
  'wrong-call',
  'ungrounded-call',
  'leaked-hint',
  'hallucinated-tool',
  'duplicate-ids',
  'empty',
  'huge',
  'no-usage',
  'unparsed-calls',
] as const

export type RefusalFault = (typeof REFUSALS)[number]
export type TransportFault = (typeof TRANSPORT_FAULTS)[number]
export type AnswerFault = (typeof ANSWER_FAULTS)[number]
export type Fault = TransportFault | AnswerFault

/** All of them, mixed. */
export const MIXED_FAULTS: readonly Fault[] = [...TRANSPORT_FAULTS, ...ANSWER_FAULTS]

export function isRefusal(fault: Fault): fault is RefusalFault {
  return REFUSALS.some((known) => known === fault)
}

export function isOfAnswer(fault: Fault): fault is AnswerFault {
  return ANSWER_FAULTS.some((known) => known === fault)
}

/** The fault of one try at a request, if any: the same for the same seed, request and try. */
export function faultOf(
  faults: readonly Fault[],
  percent: number,
  place: { readonly seed: number; readonly request: string; readonly tries: number },
): Fault | undefined {
  const random = createRng(`fault:${place.seed}:${place.request}:${place.tries}`)
  return faults.length > 0 && chance(random.fork('whether'), percent, 100)
    ? pick(random.fork('which'), faults)
    : undefined
}

/** How an answer goes wrong; one that a fault does not apply to stays as it is. */
export function spoil(answer: Answer, fault: AnswerFault, request: WireRequest, seed: string): Answer {
  const { calls = [], content } = answer
  const random = createRng(`spoil:${seed}`)
  switch (fault) {
    case 'off-schema':
      return calls.length > 0
        ? { ...answer, calls: calls.map((call) => ({ ...call, arguments: `${call.arguments.slice(0, -1)}, ` })) }
        : isObjectText(content)
          ? { ...answer, content: JSON.stringify({ answer: content }) }
          : answer
    case 'prose':
      return isObjectText(content)
        ? { ...answer, content: `Sure, here it is:\n\`\`\`json\n${content}\n\`\`\`\nLet me know if {that} helps.` }
        : answer
    case 'wrong-call':
      return { ...answer, calls: calls.map((call) => ({ ...call, arguments: altered(call.arguments, random) })) }
    case 'ungrounded-call':
      return { ...answer, calls: calls.map((call) => ({ ...call, arguments: invented(call.arguments) })) }
    case 'leaked-hint':
      return calls.length > 0 ? { ...answer, reasoning: 'The hint says to look again, so I do that first.' } : answer
    case 'hallucinated-tool':
      return calls.length > 0 ? { ...answer, calls: [{ name: 'do_everything', arguments: '{}' }] } : answer
    case 'duplicate-ids':
      return { ...answer, calls: calls.map((call) => ({ ...call, id: 'call_1' })) }
    case 'empty':
      return { content: '' }
    case 'huge':
      return { ...answer, content: `${content}${' and so on'.repeat(60_000)}`, calls: [] }
    case 'unparsed-calls':
      return calls.length > 0 && request.tools ? unparsed(answer, random) : answer
    case 'no-usage':
      return answer
  }
}

const isObjectText = (content: string): boolean => content.startsWith('{')

/** The calls as a server without a tool-call parser leaves them. */
function unparsed({ calls = [], ...answer }: Answer, random: Rng): Answer {
  const xml = chance(random, 1, 2)
  const written = calls.map(({ name, arguments: json }) => {
    if (!xml) return `<tool_call>\n{"name": "${name}", "arguments": ${json}}\n</tool_call>`
    const args = Object.entries(JSON.parse(json) as { [parameter: string]: unknown })
    const parameters = args.map(
      ([parameter, value]) =>
        `<parameter=${parameter}>\n${typeof value === 'string' ? value : JSON.stringify(value)}\n</parameter>\n`,
    )
    return `<tool_call>\n<function=${name}>\n${parameters.join('')}</function>\n</tool_call>`
  })
  return { ...answer, content: [answer.content, ...written].join('\n').trim() }
}

/** Every text a little different, every number one more. */
function altered(json: string, random: Rng): string {
  const wrong = random.next(90) + 10
  return changed(json, (value) => (typeof value === 'number' ? value + 1 : `${value}-${wrong}`))
}

/** Every text another one that nobody gave. */
function invented(json: string): string {
  return changed(json, (value) => (typeof value === 'number' ? value + 777 : 'ZX90417'))
}

function changed(json: string, change: (value: string | number) => unknown): string {
  const args = JSON.parse(json) as { [parameter: string]: unknown }
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(args).map(([parameter, value]) => [
        parameter,
        typeof value === 'string' || typeof value === 'number' ? change(value) : value,
      ]),
    ),
  )
}
