import { pick, type Rng } from '../../core/random.js'
import type { Visible } from '../../core/visible.js'
import { type ApiGraph, isMended, type Knowledge, lapsedBy, type PlannedCall } from '../../graph/index.js'
import { considerMending, considerResuming, type Intention, type Lexicon } from '../../language/index.js'

/** The thought before calls that put right what the last one was refused for, or that make it again after that. */
export function mendingThought(
  {
    graph,
    lexicon,
    visible,
    knowledge,
    random,
  }: {
    readonly graph: ApiGraph
    readonly lexicon: Lexicon
    readonly visible: Visible
    readonly knowledge: Knowledge
    readonly random: Rng
  },
  [next]: readonly PlannedCall[],
  intention: Intention | undefined,
): string | undefined {
  const made = visible.calls.filter(({ turn }) => turn === visible.turn)
  const last = made.at(-1)
  const lapsed = last?.result.error && lapsedBy(graph, last.call.name, last.result.value)
  const causes = lapsed === undefined ? [] : (graph.lapse(lapsed)?.causes ?? [])
  if (intention && next?.purpose.kind === 'condition' && next.purpose.condition === lapsed && causes.length > 0)
    return considerMending(lexicon, pick(random.fork('cause'), causes), intention, random.fork('mending'))
  const refused = made.findLastIndex((call) => isMended(graph, knowledge.conditions, call))
  const again = refused >= 0 && made[refused]?.call.name === next?.tool
  return again && made.slice(refused + 1).every(({ call }) => call.name !== next?.tool)
    ? considerResuming(random.fork('resuming'))
    : undefined
}
