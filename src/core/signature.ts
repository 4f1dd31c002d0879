import { digest, type Digest } from './digest.js'
import type { Json } from './json.js'
import type { Source, TracedCall } from './trace.js'

/**
 * Plan signature of a turn: a hash of its call graph. Tools, parameter -> provenance class or producing place, goal
 * flags and dependencies; no values, and no order of independent calls. `turn` is the turn the calls belong to.
 */
export function planSignature(calls: readonly TracedCall[], goalCalls: readonly number[], turn: number): Digest {
  const labels: string[] = []
  calls.forEach((traced, index) => {
    const inputs = traced.bindings.map(({ at, source }) => `${at}<-${provenance(source, labels, turn)}`).toSorted()
    const needs = traced.needs.map((need) => labels[need] ?? '').toSorted()
    labels.push(digest([traced.call.name, goalCalls.includes(index), inputs, needs] as Json).slice(0, 16))
  })
  return digest(labels.toSorted())
}

function provenance(source: Source, labels: readonly string[], turn: number): string {
  switch (source.from) {
    case 'result': {
      const path = source.path.replaceAll(/\/\d+/g, '/*')
      const producer = source.turn === turn ? (labels[source.call] ?? '') : 'earlier-turn'
      return `${producer}${source.part === 'key' ? path.replace(/\/[^/]*$/, '/*') : path}${source.selected ? `?${source.selected.match}` : ''}`
    }
    case 'message':
      return `message:${source.role}`
    case 'derived':
      return `${source.operation}(${source.inputs.map((input) => provenance(input, labels, turn)).join(',')})`
    default:
      return source.from
  }
}
