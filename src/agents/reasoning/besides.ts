import { sameJson, type Json, type JsonObject } from '../../core/json.js'
import { untag } from '../../core/number.js'
import type { Rng } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import type { VisibleCall } from '../../core/visible.js'
import { type Beside, tellBeside } from '../../language/index.js'
import type { Done } from './naming.js'

/** What is worth adding to the outcome of a wish, as sentences: what stands in its way, what was found out before about the same. */
export function besides(done: Done, request: Request, made: VisibleCall, random: Rng): string[] {
  const { lexicon } = done
  if (made.result.error) return []
  return (lexicon.phrasesOf(request.tool)?.besides ?? []).flatMap((beside, i) => {
    const value = groundOf(done, beside, made)
    return value === undefined ? [] : (tellBeside(lexicon, beside, request, value, random.fork(`beside${i}`)) ?? [])
  })
}

/** The result that a sentence beside an outcome is about; undefined where there is nothing to add. */
function groundOf(
  { graph, visible, knowledge }: Done,
  { without, after }: Beside,
  made: VisibleCall,
): Json | undefined {
  const environment = graph.tools.get(made.call.name)?.spec.environment
  if (without !== undefined && !knowledge.lacking.has(`${environment}:${without}`)) return undefined
  if (!after) return made.result.value
  const asked = untag(made.call.arguments) as JsonObject
  return visible.calls.findLast(({ turn, call, result }) => {
    const args = untag(call.arguments) as JsonObject
    return (
      call.name === after.tool &&
      !result.error &&
      turn < made.turn &&
      after.same.every((name) => sameJson(args[name] ?? null, asked[name] ?? null))
    )
  })?.result.value
}
