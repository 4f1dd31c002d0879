import type { Json } from '../core/json.js'
import { pick } from '../core/random.js'
import type { Fault } from '../core/turn-task.js'
import { actingTrace, type Family } from './family.js'

/** Those that leave open whether the call was carried out strike nothing but reads: to make another call again would be rash. */
const ERRORS: readonly { readonly code: string; readonly value: Json; readonly open?: true }[] = [
  { code: 'timeout', value: { error: 'The request timed out after 30 seconds. Please try again.' }, open: true },
  { code: 'unavailable', value: { error: 'Service temporarily unavailable.' } },
  { code: 'rate-limit', value: { error: 'Too many requests. Try again in a moment.' } },
  { code: 'connection-reset', value: { error: 'The connection was reset before a response arrived.' }, open: true },
  { code: 'locked', value: { error: 'The record is temporarily locked by another process.' } },
]

/** One call of the turn fails once, through no fault of its own. */
export const errorRecovery: Family = {
  name: 'error-recovery',
  material: 'trace',
  rewrite(task, { graph, random }) {
    const trace = actingTrace(task)
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
    const fault: Fault = { tool: call.name, nth: 0, error: { code, transient: true, value } }
    return {
      task: { ...task, families: [...task.families, 'error-recovery'], faults: [fault] },
      subject: { kind: 'requests' },
    }
  },
}
