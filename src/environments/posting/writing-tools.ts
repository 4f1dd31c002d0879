import * as z from 'zod'
import { ToolError } from '../../core/errors.js'
import { isArray } from '../../core/json.js'
import { toNumber } from '../../core/number.js'
import { defineTool, entity } from '../../environment/index.js'
import { comments, newMentions, newTweets, retweets } from './candidates.js'
import { itemsOf, raised, requireSession, requireTweet } from './failures.js'
import { phrases } from './phrases.js'
import { mentions, tags, tweet, tweetId } from './schemas.js'
import { isSameId, retweetsOf, shownTweet, type State, type Tweet, tweetAt } from './state.js'

const tool = defineTool<State>()
const requires = ['signed-in']

/** What people do with tweets (SEMANTICS section 8). Mentioning asks for no session. */
export const writingTools = {
  post_tweet: tool({
    description: 'Post a tweet. Needs a session on Twitter.',
    effect: 'write',
    parameters: z.object({
      content: entity('text', z.string()).describe('The text.'),
      tags: tags.optional().describe('Hashtags, each with its #. None unless given.'),
      mentions: mentions.optional().describe('Accounts to mention, each with its @. None unless given.'),
    }),
    returns: tweet,
    requires,
    candidates: newTweets,
    phrases: phrases.post_tweet,
    run({ state, draft, args }) {
      requireSession(state, 'posting')
      const id = state.tweet_counter
      const made: Tweet = {
        id,
        username: state.username,
        content: args.content,
        tags: args.tags ?? [],
        mentions: args.mentions ?? 'shared',
      }
      const next = draft()
      const place = state.tweets.findIndex(([key]) => key === id)
      next.tweets.splice(place < 0 ? state.tweets.length : place, 1, [id, made])
      next.tweet_counter += 1
      return shownTweet(made, state)
    },
  }),
  retweet: tool({
    description: 'Share a tweet with the followers of the account. Needs a session on Twitter.',
    effect: 'write',
    parameters: z.object({ tweet_id: tweetId }),
    returns: z.object({ retweet_status: z.string() }),
    requires,
    candidates: retweets,
    phrases: phrases.retweet,
    run({ state, draft, args: { tweet_id } }) {
      requireSession(state, 'retweeting')
      requireTweet(state, tweet_id)
      const id = toNumber(tweet_id)
      if (retweetsOf(state, state.username).includes(id))
        throw new ToolError('no-change', { retweet_status: 'Already retweeted' })
      const next = draft()
      const own = next.retweets.find(([name]) => name === state.username)
      if (own) own[1].push(id)
      else next.retweets.push([state.username, [id]])
      return { retweet_status: 'Successfully retweeted' }
    },
  }),
  comment: tool({
    description: 'Comment on a tweet. Needs a session on Twitter.',
    effect: 'write',
    parameters: z.object({
      tweet_id: tweetId,
      comment_content: entity('text', z.string()).describe('The text of the comment.'),
    }),
    returns: z.object({ comment_status: z.string() }),
    requires,
    candidates: comments,
    phrases: phrases.comment,
    run({ state, draft, args: { tweet_id, comment_content } }) {
      requireSession(state, 'commenting')
      requireTweet(state, tweet_id)
      const made = { username: state.username, content: comment_content }
      const next = draft()
      const under = next.comments.find(([key]) => isSameId(key, tweet_id))
      if (under) under[1].push(made)
      else next.comments.push([toNumber(tweet_id), [made]])
      return { comment_status: 'Comment added successfully' }
    },
  }),
  mention: tool({
    description: 'Mention accounts in a tweet that is already posted.',
    effect: 'write',
    parameters: z.object({
      tweet_id: tweetId,
      mentioned_usernames: mentions.describe('Accounts to mention, each with its @.'),
    }),
    returns: z.object({ mention_status: z.string() }),
    candidates: newMentions,
    phrases: phrases.mention,
    run({ state, draft, args: { tweet_id, mentioned_usernames } }) {
      const found = requireTweet(state, tweet_id)
      if (found.mentions === null) throw raised('missing-field', "'mentions'")
      if (found.mentions !== 'shared' && !isArray(found.mentions))
        throw raised('not-a-list', "'str' object has no attribute 'extend'")
      const names = itemsOf(mentioned_usernames) as readonly string[]
      if (names.length > 0) {
        const next = draft()
        const list = tweetAt(next, tweet_id)?.mentions
        if (isArray(list)) list.push(...names)
        else next.shared_mentions.push(...names)
      }
      return { mention_status: 'Users mentioned successfully' }
    },
  }),
}
