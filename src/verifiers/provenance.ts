import { type Json, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { at, parsePointer } from '../core/pointer.js'
import type { ToolResult } from '../core/tool.js'
import type { Trace } from '../core/trace.js'
import type { Discrepancy } from '../core/verdict.js'

/** Every argument leaf of the trace has a binding, and every binding to a result finds its value where it says. */
export function verifyProvenance(
  turn: number,
  trace: Trace,
  earlier: readonly (readonly ToolResult[])[],
): Discrepancy[] {
  const reasons: Discrepancy[] = []
  trace.calls.forEach(({ call, bindings }, index) => {
    for (const { at: place, value, source } of bindings) {
      const argument = at(untag(call.arguments), place)
      const results =
        source.from !== 'result'
          ? []
          : source.turn === turn
            ? trace.calls.slice(0, index).map(({ result }) => result)
            : (earlier[source.turn] ?? [])
      const sound =
        sameJson(argument, untag(value)) &&
        (source.from !== 'result' || shows(results[source.call], source.path, source.part, value))
      if (!sound) reasons.push({ kind: 'wrong-argument', turn, call: index, at: place, value })
    }
    for (const parameter of Object.keys(call.arguments)) {
      if (!bindings.some(({ at: place }) => parsePointer(place)[0] === parameter))
        reasons.push({
          kind: 'ungrounded-argument',
          turn,
          call: index,
          at: `/${parameter}`,
          value: call.arguments[parameter] ?? null,
        })
    }
  })
  return reasons
}

function shows(
  result: ToolResult | undefined,
  path: string,
  part: 'key' | 'segment' | undefined,
  value: Json,
): boolean {
  const found = result && at(untag(result.value), path)
  if (found === undefined) return false
  if (part === 'key') return parsePointer(path).at(-1) === value
  if (part === 'segment') return String(found).split('/').includes(String(value))
  return sameJson(found, untag(value))
}
