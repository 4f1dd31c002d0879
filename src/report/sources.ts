import type { Source } from '../core/trace.js'

/** A source that is a leaf of a result. */
export type ResultSource = Extract<Source, { from: 'result' }>

/** The results a value comes from, through whatever was computed from them. */
export function resultsIn(source: Source): ResultSource[] {
  if (source.from === 'result') return [source]
  return source.from === 'derived' ? source.inputs.flatMap(resultsIn) : []
}
