import * as z from 'zod'
import { ToolError } from '../../core/errors.js'
import { defineTool, entity } from '../../environment/index.js'
import { phrases } from './phrases.js'
import type { State } from './state.js'

const tool = defineTool<State>()

/** Signing in to the social network (SEMANTICS section 8). */
export const sessionTools = {
  authenticate_twitter: tool({
    description: 'Sign in to Twitter. Posting, retweeting, commenting and following need it.',
    effect: 'session',
    parameters: z.object({
      username: entity('posting-account', z.string()).describe("The user's account name."),
      password: entity('posting-password', z.string()).describe('Password of the account.'),
    }),
    returns: z.object({ authentication_status: z.boolean() }),
    establishes: ['signed-in'],
    candidates: ({ state: { authenticated } }) => (authenticated ? [] : [{}]),
    phrases: phrases.authenticate_twitter,
    run({ state, draft, args: { username, password } }) {
      if (username !== state.username || password !== state.password)
        throw new ToolError('wrong-password', { authentication_status: false })
      draft().authenticated = true
      return { authentication_status: true }
    },
  }),
  posting_get_login_status: tool({
    description: 'Tell whether the account is signed in to Twitter.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ login_status: z.boolean() }),
    tells: 'signed-in',
    phrases: phrases.posting_get_login_status,
    run: ({ state }) => ({ login_status: state.authenticated }),
  }),
}
