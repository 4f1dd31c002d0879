import * as z from 'zod'
import { ToolError } from '../../core/errors.js'
import { defineTool } from '../../environment/index.js'
import { followed, strangers, whereAnyoneIsFollowed } from './candidates.js'
import { requireSession } from './failures.js'
import { phrases } from './phrases.js'
import { handle } from './schemas.js'
import type { State } from './state.js'

const tool = defineTool<State>()
const requires = ['signed-in']

/** Whom the account follows (SEMANTICS section 8). */
export const followingTools = {
  follow_user: tool({
    description: 'Follow an account. Needs a session on Twitter.',
    effect: 'write',
    reverts: 'unfollow_user',
    parameters: z.object({ username_to_follow: handle.describe('Account name, without @.') }),
    returns: z.object({ follow_status: z.boolean() }),
    requires,
    candidates: strangers,
    phrases: phrases.follow_user,
    run({ state, draft, args: { username_to_follow } }) {
      requireSession(state, 'following')
      if (state.following_list.includes(username_to_follow)) throw new ToolError('no-change', { follow_status: false })
      draft().following_list.push(username_to_follow)
      return { follow_status: true }
    },
  }),
  unfollow_user: tool({
    description: 'Stop following an account. Needs a session on Twitter.',
    effect: 'write',
    ends: 'username_to_unfollow',
    reverts: 'follow_user',
    parameters: z.object({ username_to_unfollow: handle.describe('Account name, without @.') }),
    returns: z.object({ unfollow_status: z.boolean() }),
    requires,
    candidates: followed,
    phrases: phrases.unfollow_user,
    run({ state, draft, args: { username_to_unfollow } }) {
      requireSession(state, 'unfollowing')
      const place = state.following_list.indexOf(username_to_unfollow)
      if (place < 0) throw new ToolError('no-change', { unfollow_status: false })
      draft().following_list.splice(place, 1)
      return { unfollow_status: true }
    },
  }),
  list_all_following: tool({
    description: 'List the accounts that are followed. Needs a session on Twitter.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ following_list: z.array(handle) }),
    requires,
    candidates: whereAnyoneIsFollowed,
    phrases: phrases.list_all_following,
    run({ state }) {
      requireSession(state, 'listing following')
      return { following_list: state.following_list }
    },
  }),
}
