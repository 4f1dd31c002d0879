import { type Json, sameJson } from '../core/json.js'
import { isMultiWord, type Renaming, renameTools } from '../core/renaming.js'
import type { Trajectory } from '../core/trajectory.js'
import type { Discrepancy } from '../core/verdict.js'
import type { World } from '../environment/index.js'
import { holdsWhole } from './told.js'

/** What a row's renaming must be for `messages` and `tools` to mean what the turns say. */
export function verifyRenaming(row: Trajectory, world: World): Discrepancy[] {
  const { renaming } = row
  if (!renaming) return []
  const claims = [
    ...(isOneToOne(renaming, world) ? [] : ['the renaming: two names for one thing, or one name for two']),
    ...(sameJson(row.tools as unknown as Json, renameTools(world.tools, renaming) as unknown as Json)
      ? []
      : ['the renamed tools']),
    ...oldNames(row, renaming).map((name) => `the renaming: '${name}' is still called so`),
  ]
  return claims.map((about): Discrepancy => ({ kind: 'unproved', turn: 0, about }))
}

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/

function isOneToOne(renaming: Renaming, { tools }: World): boolean {
  const own = tools.map(({ name }) => name)
  const listed = renaming.map(({ name }) => name)
  return (
    sameJson(own.toSorted(), listed.toSorted()) &&
    areDistinct(renaming.map(({ as }) => as)) &&
    renaming.every(({ as, name, parameters }) => {
      const properties = Object.keys(
        (tools.find((tool) => tool.name === name)?.parameters['properties'] ?? {}) as object,
      )
      return (
        NAME.test(as) &&
        Object.keys(parameters).every((parameter) => properties.includes(parameter)) &&
        areDistinct(properties.map((property) => parameters[property] ?? property))
      )
    })
  )
}

function areDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length && names.every((name) => NAME.test(name))
}

/** Names of tools that a message speaks of though the row shows them under others. */
function oldNames({ messages }: Trajectory, renaming: Renaming): string[] {
  const shown = new Set(renaming.map(({ as }) => as))
  const changed = renaming.flatMap(({ name, as }) =>
    name === as || shown.has(name) || !isMultiWord(name) ? [] : [name],
  )
  const texts = messages.map(
    (message) => `${message.content}\n${message.role === 'assistant' ? (message.reasoning_content ?? '') : ''}`,
  )
  return changed.filter((name) => texts.some((text) => holdsWhole(text, name)))
}
