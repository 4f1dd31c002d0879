import type { Rng } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import type { Trace } from '../../core/trace.js'
import type { Visible } from '../../core/visible.js'
import type { Known, World } from '../../environment/index.js'
import type { ApiGraph, GraphTool } from '../../graph/index.js'
import { counting } from './counting.js'

/** What one turn's trace is sampled from. */
export interface SamplerInput {
  readonly graph: ApiGraph
  /** The world at the start of the turn; it is not moved. */
  readonly world: World
  readonly visible: Visible
  readonly known: readonly Known[]
  readonly random: Rng
  /** Can people say this request? Decided by the querying side. */
  readonly sayable: (request: Request) => boolean
  /** Tools that earlier turns of this trajectory already were about, with how often. */
  readonly used: ReadonlyMap<string, number>
  /** What earlier turns were asked for, as `turn:tool`; where absent, nothing is known to have been read out. */
  readonly asked?: ReadonlySet<string>
  /** The turn has room for one wish. A sampler may go by it; others leave the rest of their wishes to be dropped. */
  readonly alone?: boolean
  /** Of what use a trace is; a sampler may look for one that is, and make none where none is. Any will do where absent. */
  readonly suits?: (trace: Trace) => boolean
  /** Could a wish for a tool, or this one of it, lead to a trace that suits? Told without executing anything; absent, any could. */
  readonly promises?: (tool: GraphTool, request?: Request) => boolean
  /** Only these may be targets; all wishable tools where absent. */
  readonly targets?: ReadonlySet<string>
}

/** What sampling came to. */
export interface Sampled {
  /** Absent where no target was reached. */
  readonly trace?: Trace
  /** Every tool call executed on the way: failed ones and those of discarded traces too. */
  readonly calls: number
  /** Names of the choices that a policy made on the way, to be rewarded by what becomes of the turn. */
  readonly choices?: readonly string[]
}

/** A way to find, by execution, a trace that reaches a target. The same input gives the same result. */
export interface Sampler {
  readonly name: 'random' | 'directed' | 'learned'
  sample(input: SamplerInput): Sampled
}

/** A sampler from what it does in a world whose calls are counted. */
export function createSampler(name: Sampler['name'], reach: (input: SamplerInput) => Omit<Sampled, 'calls'>): Sampler {
  return {
    name,
    sample(input) {
      const { world, calls } = counting(input.world)
      const reached = reach({ ...input, world })
      return { ...reached, calls: calls() }
    },
  }
}
