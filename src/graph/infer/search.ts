import { chance, type Rng } from '../../core/random.js'

import type { Attempt } from './prober.js'
import { type Change, changed, changesFor, propose } from './propose.js'
import { patternOf } from './shape.js'
import type { Base, Situation } from './situation.js'
import { isUsual, leafmost, look, note, refusalOf, type Study } from './study.js'
import type { Tool } from './tools.js'

export interface Found {
  readonly base: Base
  readonly attempt: Attempt
}

/** A refused call, and the changes to it that were not tried yet. */
interface Refused {
  readonly base: Base
  readonly kind: string
  changes?: Change[]
}

/** After so many refusals of one and the same kind a tool is given up here: sooner, the better it is known. */
const HOPELESS = [120, 30, 20, 14, 10] as const
/** So many proposals that were made before mean that there are no others. */
const EXHAUSTED = 12
/** So many refusals without a new kind among them end a search. */
const PATIENCE = 240

/**
 * Looks for a call that succeeds here. Refusals of a new kind mean that another check was passed, so their arguments
 * are kept and changed further, one parameter at a time, as coverage-guided fuzzers do. Rare kinds lie deepest.
 */
export function search(study: Study, tool: Tool, situation: Situation, tries: number, random: Rng): Found | undefined {
  const corpus: Refused[] = []
  const made = new Set<string>()
  const successes = study.notes[tool.index]?.successes ?? 0
  for (let repeated = 0, news = 0; made.size < Math.min(tries, news + PATIENCE) && repeated < EXHAUSTED;) {
    if (corpus.length === 1 && made.size >= (HOPELESS[Math.min(successes, 4)] ?? 0)) return undefined
    const from = corpus.length > 0 && chance(random, 2, 3) ? rarest(study, tool, corpus) : undefined
    const change = from && nextChange(study, tool, from, situation, random)
    const base = from && change ? changed(from.base, change, random) : propose(study, tool, situation, random)
    const text = JSON.stringify(base.arguments)
    if (made.has(text)) {
      repeated += change ? 0 : 1
      continue
    }
    made.add(text)
    const { found, kind } = make(study, tool, situation, base)
    if (found) return found
    if (from && change && kind !== from.kind)
      study.weights.credit(tool, change.parameter, change.option.key, isRarer(study, tool, kind, from.kind))
    if (corpus.some((refused) => refused.kind === kind)) continue
    corpus.push({ base, kind })
    news = made.size
  }
  return undefined
}

function nextChange(study: Study, tool: Tool, from: Refused, situation: Situation, random: Rng): Change | undefined {
  from.changes ??= changesFor(study, tool, situation, random)
  return from.changes.shift()
}

function make(study: Study, tool: Tool, situation: Situation, base: Base): { found?: Found; kind: string } {
  const { name } = tool.spec
  const seen = study.seesState ? look(study, situation.world, tool, base.arguments) : undefined
  const attempt = seen && !seen.ok ? seen : study.prober.attempt(situation.world, name, base.arguments)
  note(study, tool, base.arguments, attempt)
  if ('world' in attempt && attempt.ok) {
    const notes = study.notes[tool.index]
    study.weights.learn(tool, base.keys, notes && isUsual(notes, attempt.value) ? 'usual' : 'ok')
    return { found: { base, attempt }, kind: '' }
  }
  const reads = leafmost(seen?.access.reads ?? []).map((place) => patternOf(study.stateShape, place))
  const kind = `${refusalOf(study, tool, base.arguments, attempt)}:${[...new Set(reads)].toSorted().join()}`
  const kinds = kindsOf(study, tool)
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  study.weights.learn(tool, base.keys, depthOf(kinds, kind))
  return { kind }
}

/** Arguments that work here, if they can be found in so many tries; remembered for the situation. */
export function baseFor(study: Study, tool: Tool, situation: Situation, tries: number, random: Rng): Base | undefined {
  const known = situation.bases.get(tool.index)
  if (known !== undefined) return known ?? undefined
  const found = search(study, tool, situation, tries, random)
  situation.bases.set(tool.index, found?.base ?? null)
  return found?.base
}

/** How often each kind of refusal was met: the rarer, the more checks lie before it. */
const met = new WeakMap<Study, Map<string, number>[]>()

function kindsOf(study: Study, tool: Tool): Map<string, number> {
  let tables = met.get(study)
  if (!tables) met.set(study, (tables = study.tools.map(() => new Map())))
  return tables[tool.index] ?? new Map()
}

/** From 0 for the commonest kind of refusal to 1 for one met once. */
function depthOf(kinds: ReadonlyMap<string, number>, kind: string): number {
  const most = Math.max(2, ...kinds.values())
  return Math.log(most / (kinds.get(kind) ?? 1)) / Math.log(most)
}

function isRarer(study: Study, tool: Tool, kind: string, than: string): boolean {
  const kinds = kindsOf(study, tool)
  return 2 * (kinds.get(kind) ?? 0) < (kinds.get(than) ?? 0)
}

/** The rarest refusal whose changes are not used up. */
function rarest(study: Study, tool: Tool, corpus: readonly Refused[]): Refused | undefined {
  const kinds = kindsOf(study, tool)
  const open = corpus.filter(({ changes }) => changes === undefined || changes.length > 0)
  return open.toSorted((a, b) => (kinds.get(a.kind) ?? 0) - (kinds.get(b.kind) ?? 0))[0]
}
