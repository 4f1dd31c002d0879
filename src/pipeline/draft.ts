import { messageTool, type MessageTool } from '../core/message.js'
import type { FamilyName } from '../core/family.js'
import type { Rng } from '../core/random.js'
import { renameMessage, renameTools } from '../core/renaming.js'
import type { Rule } from '../core/rule.js'
import type { ToolSpec } from '../core/tool.js'
import { messagesOf, type Trajectory, type Turn } from '../core/trajectory.js'
import type { TurnTask } from '../core/turn-task.js'
import { createScenario, remembering, type Sibling, type World, type WorldScenario } from '../environment/index.js'
import { distract, layDown, rowOf } from '../families/index.js'
import {
  certificateOf,
  hasErrors,
  type TurnProof,
  type Uncertified,
  unsaidTurn,
  verifyRenaming,
} from '../verifiers/index.js'
import { drawRenaming } from './operators/rename.js'
import type { WorldKind } from './recipe.js'

/** A trajectory in the making: the turns accepted so far, and the world as they left it. */
export interface Draft {
  readonly scenario: WorldScenario
  readonly kind: WorldKind
  /** Families of the whole row. */
  readonly families: readonly FamilyName[]
  /** How many turns it is to have. */
  readonly count: number
  readonly rules: readonly Rule[]
  /** Tools that are listed and cannot be called. */
  readonly siblings: readonly ToolSpec[]
  readonly system: string
  /** The same without the rules: what a wish that they forbid would be carried out under. */
  readonly unruled: string
  readonly turns: Turn[]
  readonly proofs: TurnProof[]
  /** How many wishes so far were for each tool. */
  readonly used: Map<string, number>
  world: World
}

/** A fresh scenario of this kind of world and its system prompt, before the first turn. */
export function startDraft(kind: WorldKind, families: readonly FamilyName[], count: number, random: Rng): Draft {
  const { size } = rowOf(families, random.fork('row'))
  const drawn = createScenario(kind.environments, random.fork('scenario'), size)
  const scenario = { ...drawn, world: remembering(drawn.world) }
  const rules = families.includes('policy') ? layDown(kind.environments, random.fork('rules')) : []
  const siblings = families.includes('distractor') ? distract(kind.environments, random.fork('distract')) : []
  const brief = (laidDown: readonly Rule[]): string =>
    kind.brief(scenario.world, scenario.userKnows, random.fork('briefing'), laidDown)
  return {
    scenario,
    kind,
    families: families.filter(
      (name) => (name !== 'policy' || rules.length > 0) && (name !== 'distractor' || siblings.length > 0),
    ),
    count,
    rules,
    siblings: siblings.map(specOf),
    system: brief(rules),
    unruled: brief([]),
    turns: [],
    proofs: [],
    used: new Map(),
    world: scenario.world,
  }
}

/** A sibling as a tool list shows it. */
function specOf({ name, description, parameters }: Sibling): ToolSpec {
  return { name, environment: '', description, parameters, effect: 'unknown' }
}

/** The tool list of a row: what any of its turns offers, siblings among the real tools. */
function toolsOf({
  scenario,
  siblings,
  turns,
}: Pick<Draft, 'scenario' | 'siblings'> & { readonly turns: readonly Pick<Turn, 'task'>[] }): MessageTool[] {
  const offered = new Set(turns.flatMap(({ task }) => task.offered))
  return listed(scenario.world.tools, siblings)
    .filter(({ name }) => offered.has(name))
    .map(messageTool)
}

/** The next turn of a draft, as verifiers look at it, but for its words and its steps. */
export function nextTurn(draft: Draft, task: TurnTask): ReturnType<typeof unsaidTurn> {
  const { kind, system, turns: before, count, world: start } = draft
  const tools = toolsOf({ ...draft, turns: [...before, { task }] })
  return unsaidTurn(kind.semantics, { system, tools, before, count, start }, task)
}

const lists = new WeakMap<readonly ToolSpec[], readonly ToolSpec[]>()

/** Real tools with the siblings between them, each after a tool that it is named like; a draft's siblings have one such list. */
export function listed(tools: readonly ToolSpec[], siblings: readonly ToolSpec[]): readonly ToolSpec[] {
  if (siblings.length === 0) return tools
  const list = lists.get(siblings) ?? between(tools, siblings)
  lists.set(siblings, list)
  return list
}

function between(tools: readonly ToolSpec[], siblings: readonly ToolSpec[]): readonly ToolSpec[] {
  const list = [...tools]
  for (const sibling of siblings) {
    const words = wordsOf(sibling.name)
    const like = list.findLastIndex(({ name }) => wordsOf(name).some((word) => words.includes(word)))
    list.splice(like < 0 ? list.length : like + 1, 0, sibling)
  }
  return list
}

function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[_ ]/)
    .filter((word) => word.length > 2)
}

interface Place {
  readonly seed: number
  readonly index: number
  readonly candidate: number
}

/** The draft as a row that shows its tools under other names; undefined where something said speaks of them by their own,
 * or where it shows others than its environments have. */
export function certifyRenamed(draft: Draft, place: Place, random: Rng): Trajectory | undefined {
  const { world } = draft.scenario
  if (toolsOf(draft).length !== world.tools.length || draft.siblings.length > 0) return undefined
  const row = certify(draft, place, { renaming: drawRenaming(world.tools, random) })
  return verifyRenaming(row, world).length === 0 ? row : undefined
}

/** The draft as a row with its certificate. */
export function certify(
  draft: Draft,
  place: Place,
  { renaming, twin }: Pick<Trajectory, 'renaming' | 'twin'> = {},
): Trajectory {
  const { scenario, system, turns, proofs } = draft
  const uncertified: Uncertified = {
    schema: 1,
    id: `s${place.seed}-${String(place.index).padStart(6, '0')}`,
    index: place.index,
    candidate: place.candidate,
    messages: messagesOf(system, turns).map((message) => renameMessage(message, renaming ?? [])),
    tools: renaming ? renameTools(scenario.world.tools, renaming) : toolsOf(draft),
    ...(hasErrors({ turns }) ? { errorToolResponse: true as const } : {}),
    initial: scenario.world.snapshot(),
    system,
    ...(renaming ? { renaming } : {}),
    ...(twin ? { twin } : {}),
    turns,
  }
  const row = JSON.parse(JSON.stringify(uncertified)) as Uncertified
  return { ...row, certificate: certificateOf(row, proofs) }
}
