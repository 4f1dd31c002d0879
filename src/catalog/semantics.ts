import type { Environment } from '../environment/index.js'
import { buildGraph } from '../graph/index.js'
import { lexiconOf } from '../language/index.js'
import type { Semantics } from '../verifiers/index.js'

/** Environments with their graph and their language: all that it takes to prove rows, and none of what makes them. */
export interface Meant {
  readonly environments: readonly Environment[]
  readonly semantics: Semantics
}

export function meant(environments: readonly Environment[]): Meant {
  return { environments, semantics: { graph: buildGraph(environments), lexicon: lexiconOf(environments) } }
}
