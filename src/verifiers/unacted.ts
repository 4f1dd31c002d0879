import type { Json } from '../core/json.js'
import { at } from '../core/pointer.js'
import type { Request } from '../core/reference.js'
import type { Expectation } from '../core/turn-task.js'
import type { Discrepancy } from '../core/verdict.js'
import { lemmas, unsupportedNamed, visibleOf } from '../language/index.js'
import type { TaskTurn } from './context.js'
import { countTries, isClear, unsaidIn } from './empirical.js'
import { verifyFidelity } from './fidelity.js'
import { verifyUntracedLeak } from './leak.js'
import { tells } from './told.js'

/** The wishes that a message must say, without the value that it is to leave out. */
export function wishesIn(expected: Expectation): readonly Request[] {
  if (!('trace' in expected) || !expected.trace) return []
  const { requests } = expected.trace
  if (expected.kind !== 'ask') return requests
  const left = new Set(expected.missing)
  return requests.map(({ tool, arguments: args }, i) => ({
    tool,
    arguments: Object.fromEntries(Object.entries(args).filter(([parameter]) => !left.has(`/${i}/${parameter}`))),
  }))
}

/** What a message must not tell: the value that it leaves out, the answer that it asks for. */
export function toldTooMuch({ start, lexicon, messages, query, task: { expected } }: TaskTurn): Json[] {
  if (expected.kind === 'ask') return leftOut(expected).filter((value) => tells(query.text, value))
  if (expected.kind !== 'recall') return []
  const { calls } = visibleOf(lexicon, messages, start.tools)
  return expected.answers.flatMap(({ turn, call, path }) => {
    const made = calls.find((other) => other.turn === turn && other.index === call)
    const value = at(made?.result.value ?? null, path)
    return value !== undefined && tells(query.text, value) ? [value] : []
  })
}

function leftOut({ missing, trace }: Extract<Expectation, { kind: 'ask' }>): Json[] {
  return missing.flatMap((place) => {
    const [, index, ...parameter] = place.split('/')
    const said = trace.requests[Number(index)]?.arguments[parameter.join('/')]
    return said && said.by !== 'earlier' ? [said.value] : []
  })
}

/** Does a message ask for what no tool does, in some word for it? */
export function asksForUnsupported({ lexicon, query, task: { expected } }: TaskTurn): boolean {
  if (expected.kind !== 'decline' || expected.because !== 'out-of-scope') return true
  const said = new Set(lemmas(query.text))
  return expected.wanted.every((pseudo) => {
    const { what = '', words = [] } = unsupportedNamed(lexicon, pseudo)?.definition ?? {}
    return [what, ...words].flatMap(lemmas).some((word) => said.has(word))
  })
}

/** What speaks against words that a model wrote for a turn in which nothing is carried out, whoever tries to understand them. */
export function verifyUnacted(context: TaskTurn): Discrepancy[] {
  const { turn, query, task } = context
  if (query.writer !== 'model') return []
  const incomplete = unsaidIn(context, wishesIn(task.expected)).length > 0 || !asksForUnsupported(context)
  const wrong: Discrepancy[] = [
    ...toldTooMuch(context).map((value): Discrepancy => ({ kind: 'leak', turn, where: 'query', text: String(value) })),
    ...('trace' in task.expected && task.expected.trace ? [] : verifyUntracedLeak(context)),
    ...verifyFidelity(context),
    ...(incomplete ? [{ kind: 'incomplete-query', turn, text: query.text } as const] : []),
  ]
  return wrong.length > 0 ? wrong : verifyTries(context)
}

function verifyTries(context: TaskTurn): Discrepancy[] {
  const { turn, task, blind = [], blindAnswers = [] } = context
  const tries = blind.map((calls, i) => ({ calls, answer: blindAnswers[i] ?? '' }))
  const count = countTries(context, tries)
  return isClear(count, task.expected) ? [] : [{ kind: 'unclear-query', turn, ...count }]
}
