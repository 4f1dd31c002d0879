import { forEachLeaf, type Json, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { at } from '../core/pointer.js'
import type { Binding, Trace } from '../core/trace.js'
import type { Visible, VisibleCall } from '../core/visible.js'
import { type ApiGraph, knowledgeOf, learn, nextCalls, isMove, isSessionTool } from '../graph/index.js'
import type { RowFacts, TurnFacts } from './facts.js'
import { isCommon, perturbed } from './perturb.js'
import { type ResultSource, resultsIn } from './sources.js'

/** Why an argument bound to an earlier turn's result does not count as using it. */
export type NoUse = 'token' | 'working-directory' | 'restated' | 'said-before' | 'obtained-again' | 'not-decisive'

/**
 * What a turn's arguments that are bound to results of earlier turns amount to: `use`, or why not. An argument uses the
 * result where the user never says the value, no call of the turn shows it again, and planning with another value in
 * its place leads to another argument. Session tokens and the working directory do not count.
 */
export function earlierUses(facts: RowFacts, turn: TurnFacts): readonly ('use' | NoUse)[] {
  const known = remembered.get(turn)
  if (known) return known
  const uses = judged(facts, turn)
  remembered.set(turn, uses)
  return uses
}

/** Asked for by several figures, and dear: each judgement plans twice. */
const remembered = new WeakMap<TurnFacts, readonly ('use' | NoUse)[]>()

function judged(facts: RowFacts, { index, trace, before }: TurnFacts): ('use' | NoUse)[] {
  if (!trace || !before) return []
  return trace.calls.flatMap(({ bindings }, call) =>
    bindings.flatMap((binding) =>
      resultsIn(binding.source)
        .filter((source) => source.turn < index)
        .map((source) =>
          judge(facts, index, { graph: before.graph, visible: before.visible, trace, call, binding, source }),
        ),
    ),
  )
}

interface EarlierBinding {
  readonly graph: ApiGraph
  readonly visible: Visible
  readonly trace: Trace
  readonly call: number
  readonly binding: Binding
  readonly source: ResultSource
}

function judge(facts: RowFacts, turn: number, bound: EarlierBinding): 'use' | NoUse {
  const { graph, trace, call, binding, source } = bound
  const producer = graph.tools.get(facts.turns[source.turn]?.calls[source.call]?.name ?? '')
  if (isSessionTool(producer)) return 'token'
  if (isMove(graph, producer) || isMove(graph, graph.tools.get(trace.calls[call]?.call.name ?? '')))
    return 'working-directory'
  if (isSaid(facts, turn, turn, binding.value)) return 'restated'
  if (isSaid(facts, 0, turn - 1, binding.value)) return 'said-before'
  if (isShownAgain(trace, call, binding.value)) return 'obtained-again'
  return isDecisive(bound) ? 'use' : 'not-decisive'
}

/** Does the user say the value in these turns, or the system prompt state it before the first? */
function isSaid({ row }: RowFacts, from: number, to: number, value: Json): boolean {
  const queries = row.turns.slice(from, to + 1).map(({ query }) => query)
  const texts = [...(from === 0 ? [row.system] : []), ...queries.map(({ text }) => text)]
  return (
    queries.some(({ mentions }) => mentions.some((mention) => sameJson(mention.value, value))) ||
    texts.some((text) => holds(text, value))
  )
}

/** Does a text hold the value as a whole word or number? */
function holds(text: string, value: Json): boolean {
  const wanted = String(value).toLowerCase()
  const whole = text.toLowerCase()
  for (let found = whole.indexOf(wanted); found >= 0; found = whole.indexOf(wanted, found + 1)) {
    const end = found + wanted.length
    const around = `${whole.slice(Math.max(0, found - 1), found)} ${whole.slice(end, end + 1)}`
    if (!/[\p{L}\p{N}]/u.test(around)) return true
  }
  return false
}

function isShownAgain({ calls }: Trace, before: number, value: Json): boolean {
  if (isCommon(value)) return false
  return calls.slice(0, before).some(({ result }) => {
    let shown = false
    forEachLeaf(untag(result.value), (leaf, path) => (shown ||= sameJson(leaf, value) || path.includes(String(value))))
    return shown
  })
}

/** Would the argument be another one had the earlier result shown another value? */
function isDecisive({ graph, visible, trace, call, binding, source }: EarlierBinding): boolean {
  const other = perturbed(visible, source, untag(binding.value))
  if (!other) return false
  const made = trace.calls
    .slice(0, call)
    .map((traced, index): VisibleCall => ({ turn: visible.turn, index, call: traced.call, result: traced.result }))
  const planned = (seen: Visible): (Json | undefined)[] => {
    const next = nextCalls(graph, trace.requests, learn(graph, knowledgeOf(graph, seen), made))
    const same = next.kind === 'calls' ? next.calls.filter(({ tool }) => tool === trace.calls[call]?.call.name) : []
    return same.map(({ arguments: args }) => at(untag(args), binding.at))
  }
  const isSame = (value: Json | undefined): boolean => sameJson(value, untag(binding.value))
  return planned(visible).some(isSame) && !planned(other).some(isSame)
}
