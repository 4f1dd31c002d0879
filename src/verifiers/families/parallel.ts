import { sameJson } from '../../core/json.js'
import type { ToolCall } from '../../core/tool.js'
import { replay, type World } from '../../environment/index.js'
import { knowledgeOf, learn, nextCalls, restrict } from '../../graph/index.js'
import { visibleOf } from '../../language/index.js'
import type { TaskTurn } from '../context.js'
import { against, type FamilyVerifier, traceOf, unless } from './family.js'

/** Calls that are ready at the same time and do not depend on each other stand in one step; in any order they do the same. */
export const verifyParallel: FamilyVerifier = (context) => {
  const { turn, start, steps, graph } = context
  const world = start.fork()
  let together = 0
  let commuting = true
  for (const { calls } of steps) {
    const moves = calls.some(({ name }) => isMove(context, name))
    if (calls.length > 1 && !moves) {
      together += 1
      commuting &&= calls.every((_, i) => i === 0 || commute(world, calls, i - 1))
    }
    replay(world, calls)
  }
  return [
    ...unless('parallel', turn, [
      ['a step makes several calls', together > 0],
      ['their order changes nothing', commuting],
      ['it acts', graph.tools.size > 0 && traceOf(context) !== undefined],
    ]),
    ...leftAlone(context),
  ]
}

function isMove({ graph }: TaskTurn, name: string): boolean {
  const environment = graph.tools.get(name)?.spec.environment
  return environment !== undefined && graph.places(environment)?.move.tool === name
}

/** Do two neighbouring calls of a step do the same the other way round? */
function commute(start: World, calls: readonly ToolCall[], at: number): boolean {
  const [first, second] = [calls[at] as ToolCall, calls[at + 1] as ToolCall]
  const [one, other] = [start.fork(), start.fork()]
  replay(one, calls.slice(0, at))
  replay(other, calls.slice(0, at))
  const [a, b] = replay(one, [first, second])
  const [d, c] = replay(other, [second, first])
  return (
    one.sameAs(other) &&
    sameJson(a?.value ?? null, c?.value ?? null) &&
    sameJson(b?.value ?? null, d?.value ?? null) &&
    sameJson(one.snapshot().state, other.snapshot().state)
  )
}

/** Steps that make one call although others were as ready: the planner's batches are the bar. */
function leftAlone(context: TaskTurn): ReturnType<FamilyVerifier> {
  const { turn, start, messages, query, graph, lexicon, task, steps } = context
  const trace = traceOf(context)
  const said = { role: 'user' as const, content: query.text }
  let knowledge = knowledgeOf(graph, visibleOf(lexicon, [...messages, said], start.tools))
  let index = 0
  for (const { calls, results } of trace ? steps : []) {
    if (calls.length === 0) break
    const next = nextCalls(restrict(graph, new Set(task.offered)), trace?.requests ?? [], knowledge)
    if (next.kind === 'calls' && !next.ordered && next.calls.length > calls.length)
      return [against('parallel', turn, 'a call that was ready waits for another step')]
    const made = calls.flatMap((call, i) => {
      const result = results[i]
      return result ? [{ turn, index: index++, call, result }] : []
    })
    knowledge = learn(graph, knowledge, made)
  }
  return []
}
