import { chance, pick, type Rng } from '../../core/random.js'
import { maskError } from './mask.js'
import type { Attempt } from './prober.js'
import { mutate, propose } from './propose.js'
import { patternOf } from './shape.js'
import type { Base, Situation } from './situation.js'
import { accessOf, leafmost, note, type Study } from './study.js'
import type { Tool } from './tools.js'

export interface Found {
  readonly base: Base
  readonly attempt: Attempt
}

/** From this many failures on, what a refused call read tells how far it came. */
const PATIENCE = 8

/**
 * Looks for a call that succeeds here. Refusals of a new kind mean that another check was passed, so their arguments
 * are kept and changed further, one parameter at a time, as coverage-guided fuzzers do.
 */
export function search(study: Study, tool: Tool, situation: Situation, tries: number, random: Rng): Found | undefined {
  const corpus: Base[] = []
  const kinds = new Set<string>()
  for (let i = 0; i < tries; i++) {
    const changing = corpus.length > 0 && chance(random, 1, 2)
    const base = changing ? mutate(tool, pickLate(corpus, random), situation, random) : propose(study, tool, situation, random)
    const attempt = study.prober.attempt(situation.world, tool.spec.name, base.arguments)
    note(study, tool, base.arguments, attempt)
    study.weights.learn(tool, base.keys, attempt.ok)
    if (attempt.ok) return { base, attempt }
    if (tool.parameters.length === 0) return undefined
    const kind = kindOf(study, tool, situation, base, attempt, i >= PATIENCE)
    if (kinds.has(kind)) continue
    kinds.add(kind)
    corpus.push(base)
  }
  return undefined
}

/** Arguments that work here, if they can be found in so many tries; remembered for the situation. */
export function baseFor(study: Study, tool: Tool, situation: Situation, tries: number, random: Rng): Base | undefined {
  const known = situation.bases.get(tool.index)
  if (known !== undefined) return known ?? undefined
  const found = search(study, tool, situation, tries, random)
  situation.bases.set(tool.index, found?.base ?? null)
  return found?.base
}

function kindOf(study: Study, tool: Tool, situation: Situation, base: Base, { code, value }: Attempt, looking: boolean): string {
  const text = `${code}:${maskError(value, base.arguments)}`
  if (!looking || !study.seesState) return text
  const reads = leafmost(accessOf(study, situation.world, tool, base.arguments).reads)
  return `${text}:${[...new Set(reads.map((place) => patternOf(study.stateShape, place)))].toSorted().join()}`
}

/** The later a refusal was first met, the more checks lie behind it. */
function pickLate(corpus: readonly Base[], random: Rng): Base {
  const late = corpus.slice(-Math.max(1, Math.ceil(corpus.length / 2)))
  return pick(random, chance(random, 2, 3) ? late : corpus)
}
