import { describe, expect, it } from 'vitest'
import { worldKind } from '../../../src/catalog/worlds.js'
import type { Json, JsonObject } from '../../../src/core/json.js'
import { fileSystem, ticketing } from '../../../src/environments/index.js'
import { knowledgeOf, toolNamed } from '../../../src/graph/index.js'
import { isPointless } from '../../../src/phases/graph-interaction/pointless.js'

const { graph } = worldKind([fileSystem, ticketing]).semantics

/** Is a tool pointless in the second turn, after this call in the first? */
function isPointlessAfter(tool: string, name: string, args: JsonObject, value: Json, asked?: string): boolean {
  const call = { turn: 0, index: 0, call: { id: 'c', name, arguments: args }, result: { callId: 'c', value } }
  const visible = { turn: 1, facts: [], conditions: [], places: {}, queries: ['', ''], calls: [call] }
  const knowledge = knowledgeOf(graph, visible)
  return isPointless(toolNamed(graph, tool), { graph, knowledge, ...(asked ? { asked: new Set([asked]) } : {}) })
}

describe('a wish is pointless', () => {
  const afterMove = (tool: string, asked?: string): boolean =>
    isPointlessAfter(tool, 'cd', { folder: 'old' }, { current_working_directory: 'old' }, asked)

  it('that changes something "here" once the assistant has moved without being asked to', () => {
    expect(afterMove('touch')).toBe(true)
    expect(afterMove('mkdir', '0:cat')).toBe(true)
    expect(afterMove('touch', '0:cd')).toBe(false)
  })

  it('but not one that looks, that names its thing, or that has no place', () => {
    for (const tool of ['ls', 'pwd', 'rm', 'cd', 'logout']) expect(afterMove(tool)).toBe(false)
  })

  it('that asks whether somebody is signed in once something has worked that needs it', () => {
    const login = { username: 'ada', password: 'secret' }
    expect(isPointlessAfter('ticket_get_login_status', 'ticket_login', login, { success: true })).toBe(true)
    expect(isPointlessAfter('ticket_get_login_status', 'logout', {}, { success: true })).toBe(false)
    expect(isPointlessAfter('ticket_get_login_status', 'pwd', {}, { current_working_directory: '/' })).toBe(false)
    expect(isPointlessAfter('get_ticket', 'ticket_login', login, { success: true })).toBe(false)
  })

  it('that needs a session which the user wished to have closed', () => {
    const afterLogout = (tool: string, asked?: string): boolean =>
      isPointlessAfter(tool, 'logout', {}, { success: true }, asked)
    expect(afterLogout('create_ticket', '0:logout')).toBe(true)
    expect(afterLogout('ticket_login', '0:logout')).toBe(true)
    expect(afterLogout('create_ticket')).toBe(false)
    expect(afterLogout('pwd', '0:logout')).toBe(false)
  })
})
