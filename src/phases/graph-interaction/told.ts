import type { Json } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { at } from '../../core/pointer.js'
import type { Trace } from '../../core/trace.js'
import type { Visible } from '../../core/visible.js'
import type { ApiGraph } from '../../graph/index.js'
import { tells } from '../../verifiers/index.js'

/** Answers that are still in the user's ear. */
const RECENT = 2

/**
 * Does a wish ask for what the user has just been told, or said? Nobody asks where they are right after an answer said so, or
 * for the replies under a post that only holds their own.
 */
export function isTold({ requests, calls, goal }: Trace, graph: ApiGraph, visible: Visible): boolean {
  const said = requests.flatMap(({ arguments: args }) =>
    Object.values(args).flatMap((reference) => (reference.by === 'value' ? [reference.value] : [])),
  )
  const words = [...visible.queries, ...said.filter((value) => typeof value === 'string')].join('\n')
  const answers = (visible.answers ?? []).slice(-RECENT).join('\n')
  const isHeard = (value: Json): boolean =>
    typeof value !== 'boolean' && (tells(answers, value) || (typeof value === 'string' && tells(words, value)))
  return goal.calls.some((index) => {
    const traced = calls[index]
    if (!traced || graph.tools.get(traced.call.name)?.spec.effect !== 'read') return false
    const result = untag(traced.result.value)
    const owed = goal.answers.flatMap(({ call, path }) => (call === index ? [at(result, path) ?? null] : []))
    const given = JSON.stringify(traced.call.arguments)
    const isGiven = (value: Json): boolean => given.includes(String(value))
    const isKnown = (value: Json): boolean => visible.facts.some((fact) => fact.value === value)
    return (
      owed.some((value) => !isGiven(value) && isHeard(value)) &&
      owed.every((value) => isGiven(value) || isHeard(value) || isKnown(value))
    )
  })
}
