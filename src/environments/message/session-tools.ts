import * as z from 'zod'
import { ToolError } from '../../core/errors.js'
import { defineTool, entity } from '../../environment/index.js'
import { shown } from './failures.js'
import { phrases } from './phrases.js'
import { isUser, type State } from './state.js'

const tool = defineTool<State>()

/** Signing in to the workspace (SEMANTICS section 7). */
export const sessionTools = {
  message_login: tool({
    description: 'Sign in to the workspace messenger. Everything but contacts needs it.',
    effect: 'session',
    parameters: z.object({ user_id: entity('workspace-account', z.string()).describe("The user's own id.") }),
    returns: z.object({ login_status: z.boolean(), message: z.string() }),
    establishes: ['signed-in'],
    candidates: ({ state: { current_user, account } }) => (current_user === null && account !== null ? [{}] : []),
    phrases: phrases.message_login,
    run({ state, draft, args: { user_id } }) {
      if (!isUser(state, user_id)) {
        throw new ToolError('not-found', { login_status: false, message: `User ID '${shown(user_id)}' not found.` })
      }
      draft().current_user = user_id
      return { login_status: true, message: `User '${shown(user_id)}' logged in successfully.` }
    },
  }),
  message_get_login_status: tool({
    description: 'Tell whether somebody is signed in to the workspace messenger.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ login_status: z.boolean() }),
    tells: 'signed-in',
    phrases: phrases.message_get_login_status,
    run: ({ state }) => ({ login_status: Boolean(state.current_user) }),
  }),
}
