import * as z from 'zod'
import { ToolError } from '../../core/errors.js'
import { defineTool, entity } from '../../environment/index.js'
import * as candidates from './candidates.js'
import { phrases } from './phrases.js'
import { account } from './schemas.js'
import type { State } from './state.js'

const tool = defineTool<State>()

/** Signing in and out of the help desk (`SEMANTICS.md` section 9). */
export const sessionTools = {
  ticket_login: tool({
    description: 'Sign in to the help desk. Opening tickets and listing own tickets need it.',
    effect: 'session',
    parameters: z.object({
      username: account.describe('Name of the account.'),
      password: entity('password', z.string()).describe('Password of the account.'),
    }),
    returns: z.object({ success: z.boolean() }),
    establishes: ['signed-in'],
    candidates: candidates.signIn,
    phrases: phrases.ticket_login,
    run({ draft, args: { username, password } }) {
      if (!username || !password) throw new ToolError('invalid-value', { success: false })
      draft().current_user = username
      return { success: true }
    },
  }),

  ticket_get_login_status: tool({
    description: 'Tell whether somebody is signed in to the help desk.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ login_status: z.boolean() }),
    candidates: () => [{}],
    tells: 'signed-in',
    phrases: phrases.ticket_get_login_status,
    run: ({ state }) => ({ login_status: Boolean(state.current_user) }),
  }),

  logout: tool({
    description: 'Sign out of the help desk.',
    effect: 'session',
    parameters: z.object({}),
    returns: z.object({ success: z.boolean() }),
    requires: ['signed-in'],
    revokes: ['signed-in'],
    candidates: candidates.signOut,
    phrases: phrases.logout,
    run({ state, draft }) {
      if (!state.current_user) throw new ToolError('not-authenticated', { success: false })
      draft().current_user = null
      return { success: true }
    },
  }),
}
