import { messageTool } from '../core/message.js'
import type { Rng } from '../core/random.js'
import { renameMessage, renameTools } from '../core/renaming.js'
import { messagesOf, type Trajectory, type Turn } from '../core/trajectory.js'
import { createScenario, type World, type WorldScenario } from '../environment/index.js'
import { certificateOf, type TurnProof, type Uncertified, verifyRenaming } from '../verifiers/index.js'
import { drawRenaming } from './operators/rename.js'
import type { WorldKind } from './recipe.js'

/** A trajectory in the making: the turns accepted so far, and the world as they left it. */
export interface Draft {
  readonly scenario: WorldScenario
  readonly kind: WorldKind
  readonly system: string
  readonly turns: Turn[]
  readonly proofs: TurnProof[]
  /** How many wishes so far were for each tool. */
  readonly used: Map<string, number>
  world: World
}

/** A fresh scenario of this kind of world and its system prompt, before the first turn. */
export function startDraft(kind: WorldKind, random: Rng): Draft {
  const scenario = createScenario(kind.environments, random.fork('scenario'))
  const system = kind.brief(scenario.world, scenario.userKnows, random.fork('briefing'))
  return { scenario, kind, system, turns: [], proofs: [], used: new Map(), world: scenario.world }
}

interface Place {
  readonly seed: number
  readonly index: number
  readonly candidate: number
}

/** The draft as a row that shows its tools under other names; undefined where something said speaks of them by their own. */
export function certifyRenamed(draft: Draft, place: Place, random: Rng): Trajectory | undefined {
  const { world } = draft.scenario
  const row = certify(draft, place, { renaming: drawRenaming(world.tools, random) })
  return verifyRenaming(row, world).length === 0 ? row : undefined
}

/** The draft as a row with its certificate. */
export function certify(
  { scenario, system, turns, proofs }: Draft,
  place: Place,
  { renaming, twin }: Pick<Trajectory, 'renaming' | 'twin'> = {},
): Trajectory {
  const uncertified: Uncertified = {
    schema: 1,
    id: `s${place.seed}-${String(place.index).padStart(6, '0')}`,
    index: place.index,
    candidate: place.candidate,
    messages: messagesOf(system, turns).map((message) => renameMessage(message, renaming ?? [])),
    tools: renaming ? renameTools(scenario.world.tools, renaming) : scenario.world.tools.map(messageTool),
    initial: scenario.world.snapshot(),
    system,
    ...(renaming ? { renaming } : {}),
    ...(twin ? { twin } : {}),
    turns,
  }
  const row = JSON.parse(JSON.stringify(uncertified)) as Uncertified
  return { ...row, certificate: certificateOf(row, proofs) }
}
