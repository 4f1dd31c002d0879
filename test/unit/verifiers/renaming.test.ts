import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENVIRONMENTS } from '../../../src/catalog/index.js'
import { createRng } from '../../../src/core/random.js'
import { renameMessage, type Renaming, renameTools, restoreMessage } from '../../../src/core/renaming.js'
import type { Trajectory } from '../../../src/core/trajectory.js'
import { createWorld } from '../../../src/environment/index.js'
import { drawRenaming } from '../../../src/pipeline/operators/rename.js'
import { synthesizeItem } from '../../../src/pipeline/index.js'
import { verifyRow } from '../../../src/verifiers/index.js'
import { kind } from '../../support/desk.js'
import { deskRecipe, deskRows, forged, present, verifyDeskRow } from '../../support/rows.js'

const recipe = deskRecipe(31, { operators: new Set(['renaming']) })
const items = await Promise.all(Array.from({ length: 24 }, (_, index) => synthesizeItem(recipe, index)))
const { row, preferences } = present(items.find((item) => item.row?.renaming))
const renamed = present(row)
const renaming = present(renamed.renaming)
const specs = [...ENVIRONMENTS.values()].flatMap((environment) => environment.specs)

describe('a renamed row', () => {
  it('shows other names in its messages and tools, and its turns keep their own', () => {
    const shown = renamed.tools.map(({ function: { name } }) => name)
    expect(shown).toEqual(renaming.map(({ as }) => as))
    expect(shown).not.toEqual(renamed.turns[0]?.task.offered)
    const called = renamed.messages.flatMap((message) => (message.role === 'tool' ? [message.name] : []))
    expect(called.every((name) => shown.includes(name))).toBe(true)
  })

  it('is verified like any other, with its preference pairs: the renaming is undone [schema-renaming]', () => {
    const verdict = verifyRow(renamed, kind.environments, kind.semantics, preferences)
    expect(verdict.reasons).toEqual([])
    expect(verdict.pairs.filter(({ pass }) => !pass)).toEqual([])
    expect(verdict.certificate.checks['renaming']).toBe('proved')
    expect(preferences.some(({ rejected }) => rejected.tool_calls)).toBe(true)
  })

  it('is one row in three or so where nothing hinders, and none where nobody asked for it', async () => {
    const share = items.filter((item) => item.row?.renaming).length
    expect(share).toBeGreaterThan(0)
    expect(share).toBeLessThan(16)
    const plain = await synthesizeItem(
      deskRecipe(31),
      items.findIndex((item) => item.row === row),
    )
    expect(plain.row?.renaming).toBeUndefined()
    expect(plain.row?.turns).toEqual(renamed.turns)
  })
})

describe('a renaming that lies is refused', () => {
  const liar = (change: (list: Renaming) => Renaming): Trajectory => {
    const changed = change(renaming)
    const { world } = { world: createWorld(kind.environments, renamed.initial as never) }
    return forged(renamed, { renaming: changed, tools: renameTools(world.tools, changed) })
  }
  const about = (bad: Trajectory): string =>
    verifyDeskRow(bad)
      .reasons.map((reason) => ('about' in reason ? reason.about : reason.kind))
      .join()

  it('two tools under one name', () => {
    const [first, second, ...rest] = renaming
    expect(about(liar(() => [present(first), { ...present(second), as: present(first).as }, ...rest]))).toMatch(
      /one name for two/,
    )
  })

  it('two parameters under one name', () => {
    const change = (list: Renaming): Renaming =>
      list.map((tool) => ({ ...tool, parameters: { ...tool.parameters, parcel_id: 'same', branch_id: 'same' } }))
    expect(about(liar(change))).toMatch(/one name for two/)
  })

  it('a tool that is missing', () => {
    expect(about(liar((list) => list.slice(1)))).toMatch(/two names for one thing/)
  })

  it('names that no chat format takes', () => {
    expect(about(liar((list) => list.map((tool, i) => ({ ...tool, as: `tool ${i}` }))))).toMatch(/one name for two/)
  })

  it('messages under the old names', () => {
    const { messages } = present(items.find((item) => item.row && !item.row.renaming)?.row)
    expect(about(forged(renamed, { messages }))).toMatch(/message-mismatch/)
  })

  it('descriptions that say something else', () => {
    const tools = renamed.tools.map((tool) => ({
      ...tool,
      function: { ...tool.function, description: 'Delete everything.' },
    }))
    expect(about(forged(renamed, { tools }))).toMatch(/the renamed tools/)
  })

  it('tools that were swapped behind their names', () => {
    const [first, second, ...rest] = renaming
    const swapped = [
      { ...present(first), as: present(second).as },
      { ...present(second), as: present(first).as },
      ...rest,
    ]
    expect(about(liar(() => swapped))).toMatch(/message-mismatch/)
  })

  it('a renaming where nothing is renamed', async () => {
    const plain = present((await deskRows(31, 9)).find((made) => !made.renaming))
    expect(about(forged(plain, { renaming }))).toMatch(/the renamed tools/)
  })
})

describe('renaming and restoring', () => {
  it('are inverse for calls of every tool of every environment, and names stay apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const list = drawRenaming(specs, createRng(seed))
        expect(new Set(list.map(({ as }) => as)).size).toBe(specs.length)
        for (const spec of specs) {
          const names = Object.keys((spec.parameters['properties'] ?? {}) as object)
          const args = Object.fromEntries(names.map((name, i) => [name, i]))
          const call = { id: 'aaaaaaaaa', type: 'function' as const, function: { name: spec.name, arguments: args } }
          const message = { role: 'assistant' as const, content: '', tool_calls: [call] }
          expect(restoreMessage(renameMessage(message, list), list)).toEqual(message)
        }
        for (const { function: shown } of renameTools(specs, list)) expect(shown.name).toMatch(/^[A-Za-z][\w-]{0,63}$/)
      }),
      { numRuns: 25 },
    )
  })
})
