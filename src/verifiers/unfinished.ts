import type { JsonObject } from '../core/json.js'
import { untag } from '../core/number.js'
import { at } from '../core/pointer.js'
import { breaks } from '../core/rule.js'
import type { Step } from '../core/trajectory.js'
import type { Expectation } from '../core/turn-task.js'
import { type Discrepancy, type Verdict, verdictOf } from '../core/verdict.js'
import { knowledgeOf } from '../graph/index.js'
import {
  asksFor,
  documentedChoices,
  lemmas,
  limitFor,
  ruleDefinition,
  unsupportedNamed,
  visibleOf,
} from '../language/index.js'
import type { TaskTurn } from './context.js'
import { goldOf } from './gold.js'
import { validate } from './outcome.js'
import { verifyNames } from './names.js'
import { conversationText } from './reading.js'
import { holdsWhole, negates, tells, unsupportedNumbers } from './told.js'

/** What is tried against a turn: all that validation needs of it. */
export type Task = Omit<TaskTurn, 'before' | 'turns' | 'tools'>

/** Look-ups that a question may take before it can be asked. */
const MAX_LOOKUPS = 4

/** Validation of a turn by what it is expected to do (carry out, ask, decline, stop or recall), and of what its answer names. */
export function validateTask(task: Task): Verdict {
  return verdictOf([...verifyExpected(task), ...verifyNames(task)])
}

function verifyExpected(task: Task): Discrepancy[] {
  const { expected, faults } = task.task
  const { turn, start, steps } = task
  switch (expected.kind) {
    case 'act':
      return [
        ...validate(turn, start, expected.trace, steps, visibleText(task), faults).reasons,
        ...verifyOffer(task),
        ...verifyObedience(task),
      ]
    case 'stop':
      return [
        ...validate(turn, start, expected.trace, steps, visibleText(task), faults).reasons,
        ...verifyOffer(task),
        ...verifyRefusalTold(task, expected),
      ]
    case 'ask':
      return [...verifyQuestion(task, expected), ...verifyNumbers(task)]
    case 'decline':
      return [...verifyIdle(task), ...verifyDeclined(task, expected), ...verifyNumbers(task)]
    case 'recall':
      return [...verifyIdle(task), ...verifyRecalled(task, expected), ...verifyNumbers(task)]
  }
}

/** Everything that was visible when the user had spoken. */
function visibleText({ messages, query }: Pick<Task, 'messages' | 'query'>): string {
  return conversationText([...messages, { role: 'user', content: query.text }])
}

function answerOf(steps: readonly Step[]): string {
  return steps.at(-1)?.content ?? ''
}

/** Only tools on offer are called. */
function verifyOffer({ turn, task, steps }: Task): Discrepancy[] {
  return steps.flatMap(({ calls }, step) =>
    calls.flatMap(({ name }, call): Discrepancy[] =>
      task.offered.includes(name) ? [] : [{ kind: 'withheld-tool', turn, step, call }],
    ),
  )
}

/** No call breaks a rule of the system prompt. */
function verifyObedience({ turn, lexicon, messages, start, steps }: Task): Discrepancy[] {
  const { rules = [] } = visibleOf(lexicon, messages.slice(0, 1), start.tools)
  return steps.flatMap(({ calls }, step) =>
    calls.flatMap(({ name, arguments: args }, call): Discrepancy[] =>
      rules.some((rule) => breaks(rule, { name, arguments: untag(args) as JsonObject }))
        ? [{ kind: 'unwanted-call', turn, step, call }]
        : [],
    ),
  )
}

function verifyIdle({ turn, steps }: Task): Discrepancy[] {
  const calls = steps.flatMap((step, s) =>
    step.calls.map((_, call): Discrepancy => ({ kind: 'unwanted-call', turn, step: s, call })),
  )
  return [...calls, ...(answerOf(steps).trim() === '' ? [{ kind: 'empty-answer', turn } as const] : [])]
}

function verifyNumbers({ turn, messages, query, steps }: Task): Discrepancy[] {
  const results = steps.flatMap((step) => step.results.map(({ value }) => JSON.stringify(untag(value))))
  return unsupportedNumbers(answerOf(steps), [visibleText({ messages, query }), ...results].join('\n')).map(
    (text): Discrepancy => ({ kind: 'unsupported-claim', turn, where: 'answer', text }),
  )
}

/** The answer says that it cannot be done, and names what cannot. */
function verifyDeclined(task: Task, expected: Extract<Expectation, { kind: 'decline' }>): Discrepancy[] {
  const { turn, steps } = task
  const answer = answerOf(steps)
  const named = new Set(lemmas(answer))
  const owed = wordsOwed(task, expected)
  return negates(answer) && owed.some((word) => named.has(word)) ? [] : [{ kind: 'wrong-question', turn }]
}

function wordsOwed({ start, lexicon }: Task, { because, wanted }: Extract<Expectation, { kind: 'decline' }>): string[] {
  return wanted.flatMap((name) => {
    if (because === 'policy') return lemmas(ruleDefinition(lexicon.environments, name).says.replaceAll(/<[^>]*>/g, ' '))
    if (because === 'out-of-scope') {
      const { definition } = unsupportedNamed(lexicon, name) ?? {}
      return lemmas([definition?.what ?? '', ...(definition?.words ?? [])].join(' '))
    }
    const spec = start.tools.find((tool) => tool.name === name)
    return lemmas(`${name.replaceAll('_', ' ')} ${spec?.description ?? ''}`)
  })
}

/** One question, for exactly what is missing, with the choices there are; found by reading only. */
function verifyQuestion(task: Task, { missing, trace }: Extract<Expectation, { kind: 'ask' }>): Discrepancy[] {
  const {
    turn,
    start,
    steps,
    graph,
    lexicon,
    task: { offered },
  } = task
  const world = start.fork()
  const reasons: Discrepancy[] = []
  const goals = new Set(trace.requests.map(({ tool }) => tool))
  for (const [s, { calls }] of steps.entries()) {
    for (const [c, call] of calls.entries()) {
      const effect = graph.tools.get(call.name)?.spec.effect
      const allowed =
        offered.includes(call.name) && !goals.has(call.name) && (effect === 'read' || effect === 'session')
      if (!allowed || world.call(call).error) reasons.push({ kind: 'unwanted-call', turn, step: s, call: c })
    }
  }
  if (steps.flatMap(({ calls }) => calls).length > MAX_LOOKUPS) reasons.push({ kind: 'step-limit', turn })
  const answer = answerOf(steps)
  const [request = 0, parameter = ''] = missing[0]?.split('/').slice(1) ?? []
  const tool = trace.requests[Number(request)]?.tool ?? ''
  if (answer.trim() === '') reasons.push({ kind: 'empty-answer', turn })
  else if (!asksFor(lexicon, tool, parameter, answer)) reasons.push({ kind: 'wrong-question', turn })
  else if (!offersChoices(task, tool, parameter, answer)) reasons.push({ kind: 'wrong-question', turn })
  return reasons
}

/** Where there are choices to show, documented ones or things that results list, at least two of them are named. */
function offersChoices(
  { graph, lexicon, messages, steps, start }: Task,
  tool: string,
  parameter: string,
  answer: string,
): boolean {
  const entity = graph.tools.get(tool)?.parameters.find(({ name }) => name === parameter)?.entity
  const documented = documentedChoices(lexicon, tool, parameter)
  if (documented.length > 1) return documented.filter((words) => answer.includes(words)).length > 1
  if (entity === undefined || graph.entity(entity)?.opaque !== true) return true
  const made = steps.flatMap(({ calls, results }) =>
    calls.map((call, i) => ({ turn: 0, index: i, call, result: results[i] ?? { callId: call.id, value: null } })),
  )
  const visible = visibleOf(lexicon, messages, start.tools)
  const { atoms } = knowledgeOf(graph, { ...visible, calls: [...visible.calls, ...made] })
  const items = atoms.filter((atom) => atom.entity === entity && atom.role === 'item')
  const listed = items.filter((atom, i) => items.findIndex(({ value }) => value === atom.value) === i)
  if (listed.length < 2) return true
  const named = listed.filter(({ fields }) =>
    Object.values(fields).some((value) => {
      const text = String(value)
      return text.length > 3 && (holdsWhole(answer, text) || holdsWhole(answer, text.slice(-4)))
    }),
  )
  return named.length > 1
}

function verifyRecalled(
  { turn, messages, start, lexicon, steps }: Task,
  { answers }: Extract<Expectation, { kind: 'recall' }>,
): Discrepancy[] {
  const { calls } = visibleOf(lexicon, messages, start.tools)
  const answer = answerOf(steps)
  return answers.flatMap(({ turn: of, call, path }): Discrepancy[] => {
    const made = calls.find((other) => other.turn === of && other.index === call)
    const value = at(made?.result.value ?? null, path)
    return value !== undefined && tells(answer, value)
      ? []
      : [{ kind: 'missing-answer', turn, source: { from: 'result', turn: of, call, path } }]
  })
}

/** The answer says that it was refused, in words of the declared limit or of the refusal itself. */
function verifyRefusalTold(
  { turn, start, lexicon, steps }: Task,
  { trace }: Extract<Expectation, { kind: 'stop' }>,
): Discrepancy[] {
  const answer = answerOf(steps)
  const named = new Set(lemmas(answer))
  const owed = goldOf(start, trace).refusals.flatMap(({ tool, value }) => {
    const text = JSON.stringify(value)
    const limit = limitFor(lexicon, tool, value)
    return lemmas([text, ...(limit?.says ?? [])].join(' ').replaceAll(/<[^>]*>/g, ' '))
  })
  return negates(answer) && owed.some((word) => named.has(word)) ? [] : [{ kind: 'wrong-question', turn }]
}
