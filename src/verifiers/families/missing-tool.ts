import { sameJson, type Json } from '../../core/json.js'
import { knowledgeOf, nextCalls, restrict } from '../../graph/index.js'
import { visibleOf } from '../../language/index.js'
import type { TaskTurn } from '../context.js'
import { readNext } from '../reading.js'
import { type FamilyVerifier, leadsThere, traceOf, unless } from './family.js'
import { findSubstitute } from './substitute.js'

/** Without the withheld tool no plan reaches the outcome; with it the words lead there. Later it is on offer, and used. */
export const verifyMissingTool: FamilyVerifier = (turn) =>
  turn.task.expected.kind === 'decline' ? verifyWithheld(turn) : verifyOffered(turn)

function verifyWithheld(context: TaskTurn): ReturnType<FamilyVerifier> {
  const { turn, start, messages, query, graph, lexicon, task } = context
  const { expected, offered } = task
  const trace = traceOf(context)
  if (expected.kind !== 'decline' || !trace)
    return unless('missing-tool', turn, [['it declines what tools could do', false]])
  const visible = visibleOf(lexicon, [...messages, { role: 'user', content: query.text }], start.tools)
  const knowledge = knowledgeOf(graph, visible)
  const byModel = query.writer === 'model'
  const reading = readNext(lexicon, messages, query.text)
  const planned = nextCalls(restrict(graph, new Set(offered)), trace.requests, knowledge)
  const used = new Set(trace.calls.map(({ call }) => call.name))
  return unless('missing-tool', turn, [
    [
      'a tool that the trace uses is withheld',
      expected.wanted.length > 0 && expected.wanted.every((name) => used.has(name) && !offered.includes(name)),
    ],
    ['it was not used before', visible.calls.every(({ call }) => !expected.wanted.includes(call.name))],
    [
      'the words ask for what the trace does',
      byModel || sameJson(reading.requests as unknown as Json, trace.requests as unknown as Json),
    ],
    ['with the tool the words lead to the outcome', leadsThere(context, trace)],
    ['without the tool there is no plan', planned.kind === 'stuck'],
    ['no other calls reach the outcome', findSubstitute(graph, start, knowledge, trace, offered) === undefined],
  ])
}

function verifyOffered(context: TaskTurn): ReturnType<FamilyVerifier> {
  const { turn, messages, query, lexicon, task, before, steps } = context
  const expected = before.at(-1)?.task.expected
  const wanted = expected?.kind === 'decline' && expected.because === 'missing-tool' ? expected.wanted : []
  const called = new Set(steps.flatMap(({ calls }) => calls.map(({ name }) => name)))
  return unless('missing-tool', turn, [
    ['the turn before lacked a tool', wanted.length > 0],
    ['that tool is on offer and used', wanted.every((name) => task.offered.includes(name) && called.has(name))],
    [
      'the message asks for the same again',
      (query.writer === 'model' ? query : readNext(lexicon, messages, query.text)).follows === 'retry',
    ],
  ])
}
