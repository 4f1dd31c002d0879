import type { CritiquingAgent, QueryingAgent, ReasoningAgent, ToolingAgent, UserAgent } from '../agents/index.js'
import type { FamilyName } from '../core/family.js'
import type { Json } from '../core/json.js'
import type { Message } from '../core/message.js'
import type { Request } from '../core/reference.js'
import type { Rng } from '../core/random.js'
import type { Rule } from '../core/rule.js'
import type { ToolSpec } from '../core/tool.js'
import type { EarlierLeaf } from '../core/turn-task.js'
import type { Visible } from '../core/visible.js'
import type { Environment, Known, World } from '../environment/index.js'
import type { Sampler } from '../phases/graph-interaction/index.js'
import type { Spend } from '../core/run.js'
import type { Semantics } from '../verifiers/index.js'
import type { OperatorName } from './operators/operators.js'
import type { Place } from './asker.js'

/** The four roles of the method, and the user who answers what is asked back, where a model plays it. */
export interface Roles {
  readonly tooling: ToolingAgent
  readonly querying: QueryingAgent
  readonly reasoning: ReasoningAgent
  readonly critiquing: CritiquingAgent
  readonly user?: UserAgent
}

/** One set of environments that trajectories can be made in, with what is needed to work in it. */
export interface WorldKind {
  readonly environments: readonly Environment[]
  readonly semantics: Semantics
  readonly roles: Roles
  /** The system prompt for a scenario. */
  readonly brief: (world: World, known: readonly Known[], random: Rng, rules?: readonly Rule[]) => string
  readonly sayable: (request: Request) => boolean
  /** What a conversation shows. */
  readonly see: (messages: readonly Message[], tools: readonly ToolSpec[]) => Visible
  /** What could be told again, by what people call it. */
  readonly recallable: (visible: Visible) => readonly (EarlierLeaf & { readonly label: string; readonly value: Json })[]
}

/** Everything that determines the bytes of a run. */
export interface Recipe {
  readonly seed: number
  readonly worlds: readonly WorldKind[]
  /** Turns per trajectory, both ends included. */
  readonly turns: readonly [number, number]
  /** Critiques per turn. */
  readonly kmax: number
  /** Every trajectory has a turn about one of these tools; any wishable tool will do where absent. */
  readonly targets?: ReadonlySet<string>
  /** Operators of DESIGN section 7 that rows may be put through; none where absent. */
  readonly operators?: ReadonlySet<OperatorName>
  /** Every row has a turn of each of these families; the default mixture where absent. */
  readonly families?: readonly FamilyName[]
  /** How the graph is walked; `directed` where absent. */
  readonly sampler?: Sampler['name']
  /** Who plays the roles at one place of the run, where models do; absent, a world's own roles. */
  readonly rolesAt?: (kind: WorldKind, place: Place, onSpend: (spend: Spend) => void) => Roles
  /** Waited for before every try at a turn, where other items' answers must not wait until all of an item's work is done. */
  readonly pause?: () => Promise<void>
  /** Measures the difficulty of every accepted turn; a learned sampler needs it and always does. */
  readonly measured?: boolean
}
