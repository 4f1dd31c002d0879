import type { Json } from '../core/json.js'

/** One property that every member of a family has. Works in any test runner: `it(law.name, law.check)`. */
export interface Law {
  /** A plain sentence. */
  readonly name: string
  /** Throws where the law does not hold: `LawBroken` with a witness, or whatever the member itself threw. */
  readonly check: () => void
}

export class LawBroken extends Error {
  override readonly name = 'LawBroken'
  /** The smallest thing that shows it: a seed, a call, a row. */
  readonly witness: Json

  constructor(what: string, witness: Json) {
    super(`${what}: ${JSON.stringify(witness).slice(0, 800)}`)
    this.witness = witness
  }
}

/** Throws `LawBroken` unless the condition holds. */
export function hold(condition: boolean, what: string, witness: () => Json): asserts condition {
  if (!condition) throw new LawBroken(what, witness())
}
