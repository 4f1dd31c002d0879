import type { Json } from '../core/json.js'
import { chance, pick } from '../core/random.js'
import type { Trace } from '../core/trace.js'
import type { Fault, TurnTask } from '../core/turn-task.js'
import { knowledgeOf, nextCalls, restrict } from '../graph/index.js'
import { actingTrace, type Family, type FamilyContext, type Rewritten } from './family.js'

/** Those that leave open whether the call was carried out strike nothing but reads: to make another call again would be rash. */
const ERRORS: readonly { readonly code: string; readonly value: Json; readonly open?: true }[] = [
  { code: 'timeout', value: { error: 'The request timed out after 30 seconds. Please try again.' }, open: true },
  { code: 'unavailable', value: { error: 'Service temporarily unavailable.' } },
  { code: 'rate-limit', value: { error: 'Too many requests. Try again in a moment.' } },
  { code: 'connection-reset', value: { error: 'The connection was reset before a response arrived.' }, open: true },
  { code: 'locked', value: { error: 'The record is temporarily locked by another process.' } },
]

/** One call of the turn fails once, through no fault of its own: for the moment, or since what it takes has ceased to hold. */
export const errorRecovery: Family = {
  name: 'error-recovery',
  material: 'trace',
  targets: (context) => (chance(context.random.fork('about'), 1, 2) ? lapsable(context) : undefined),
  rewrite(task, context) {
    const { graph, random } = context
    const trace = actingTrace(task)
    const lapse = trace && lapseIn(trace, task, context)
    if (lapse) return struckBy(lapse, task)
    const struck = (trace?.calls ?? []).filter(({ call }) => {
      const { spec } = graph.tools.get(call.name) ?? {}
      const places = spec && graph.places(spec.environment)
      return spec !== undefined && places?.move.tool !== call.name
    })
    if (struck.length === 0) return undefined
    const { call } = pick(random.fork('struck'), struck)
    const reads = graph.tools.get(call.name)?.spec.effect === 'read'
    const { code, value } = pick(
      random.fork('error'),
      ERRORS.filter(({ open }) => reads || !open),
    )
    return struckBy({ tool: call.name, nth: 0, error: { code, transient: true, value } }, task)
  },
}

function struckBy(fault: Fault, task: TurnTask): Rewritten {
  return {
    task: { ...task, families: [...task.families, 'error-recovery'], faults: [fault] },
    subject: { kind: 'requests' },
  }
}

/** Tools that take what holds as far as anybody can see and may cease to; undefined where there are none. */
function lapsable({ graph, visible }: FamilyContext): string[] | undefined {
  const { conditions } = knowledgeOf(graph, visible)
  const tools = [...graph.tools.values()].filter(({ requires }) =>
    requires.some((condition) => graph.lapse(condition) !== undefined && conditions.has(condition)),
  )
  return tools.length > 0 ? tools.map(({ spec }) => spec.name) : undefined
}

/** A session condition that a call takes, that holds as far as anybody can see, and that can be established again. */
function lapseIn(
  { calls, requests }: Trace,
  { offered }: TurnTask,
  { graph, visible }: FamilyContext,
): Fault | undefined {
  const knowledge = knowledgeOf(graph, visible)
  const on = restrict(graph, new Set(offered))
  for (const { call } of calls) {
    const { requires = [], spec } = graph.tools.get(call.name) ?? {}
    // What comes as a list would hold its refusal as an item, which does not read as one.
    if (spec?.returns?.['type'] === 'array') continue
    for (const condition of requires) {
      if (!graph.lapse(condition) || !knowledge.conditions.has(condition)) continue
      const conditions = new Set([...knowledge.conditions].filter((name) => name !== condition))
      if (nextCalls(on, requests, { ...knowledge, conditions }).kind === 'calls')
        return { tool: call.name, nth: 0, lapse: condition }
    }
  }
  return undefined
}
