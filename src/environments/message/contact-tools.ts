import * as z from 'zod'
import { defineTool, entity } from '../../environment/index.js'
import { newContacts } from './candidates.js'
import { refused, shown } from './failures.js'
import { phrases } from './phrases.js'
import { idOf, isUser, type State } from './state.js'

const tool = defineTool<State>()
const person = entity('person', z.string())
const userId = entity('user', z.string())

/** The people of the workspace (SEMANTICS section 7). */
export const contactTools = {
  list_users: tool({
    description: 'List the names of everybody in the workspace.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ user_list: z.array(person) }),
    candidates: ({ state: { user_map } }) => (user_map.length > 0 ? [{}] : []),
    phrases: phrases.list_users,
    run: ({ state: { user_map } }) => ({ user_list: user_map.map(([name]) => name) }),
  }),
  get_user_id: tool({
    description: 'Look up the user id of a person in the workspace.',
    effect: 'read',
    parameters: z.object({ user: person.describe('Name exactly as in the workspace.') }),
    returns: z.object({ user_id: userId }),
    candidates: ({ state: { user_map, account } }) =>
      user_map.filter(([, id]) => id !== account).map(([user]) => ({ user })),
    phrases: phrases.get_user_id,
    run({ state, args: { user } }) {
      const user_id = idOf(state, user)
      if (user_id === undefined) throw refused('not-found', `User '${shown(user)}' not found in the workspace.`)
      return { user_id }
    },
  }),
  add_contact: tool({
    description: 'Add a person to the workspace, who gets a new id.',
    effect: 'write',
    parameters: z.object({ user_name: person.describe('Name of the new contact.') }),
    returns: z.object({ added_status: z.boolean(), user_id: userId, message: z.string() }),
    candidates: newContacts,
    phrases: phrases.add_contact,
    run({ state, draft, args: { user_name } }) {
      if (idOf(state, user_name) !== undefined)
        throw refused('exists', `User name '${shown(user_name)}' already exists.`)
      const next = draft()
      next.user_count += 1
      const user_id = `USR${String(next.user_count).padStart(3, '0')}`
      if (isUser(state, user_id)) throw refused('exists', `User ID '${shown(user_id)}' already exists.`)
      next.user_map.push([user_name, user_id])
      return { added_status: true, user_id, message: `Contact '${shown(user_name)}' added successfully.` }
    },
  }),
}
