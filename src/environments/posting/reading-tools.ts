import * as z from 'zod'
import { defineTool } from '../../environment/index.js'
import { anyTweets, authors, commentedTweets, keywords } from './candidates.js'
import { itemsOf, lowered, requireTweet } from './failures.js'
import { phrases } from './phrases.js'
import { handle, tweet, tweetId } from './schemas.js'
import { commentsOn, retweetsOf, shownTweet, type State, type Tweet } from './state.js'

const tool = defineTool<State>()

function shownTweets(state: State, wanted: (found: Tweet) => boolean): ReturnType<typeof shownTweet>[] {
  return state.tweets.filter(([, found]) => wanted(found)).map(([, found]) => shownTweet(found, state))
}

/** Looking at tweets and people (SEMANTICS section 8). No session is asked for. */
export const readingTools = {
  get_user_tweets: tool({
    description: 'List the tweets of an account, oldest first.',
    effect: 'read',
    parameters: z.object({ username: handle.describe('Account name, without @.') }),
    returns: z.array(tweet),
    candidates: authors,
    phrases: phrases.get_user_tweets,
    run: ({ state, args: { username } }) => shownTweets(state, (found) => found.username === username),
  }),
  search_tweets: tool({
    description: 'Find tweets on Twitter by a keyword in their text or by a whole hashtag, in any case.',
    effect: 'read',
    parameters: z.object({ keyword: z.string().describe('Word or phrase, or a hashtag with its #.') }),
    returns: z.array(tweet),
    candidates: keywords,
    phrases: phrases.search_tweets,
    run({ state, args: { keyword } }) {
      const wanted = lowered(keyword)
      return shownTweets(
        state,
        ({ content, tags }) =>
          lowered(content).includes(wanted) || itemsOf(tags).some((tag) => lowered(tag) === wanted),
      )
    },
  }),
  get_tweet: tool({
    description: 'Show one tweet.',
    effect: 'read',
    parameters: z.object({ tweet_id: tweetId }),
    returns: tweet,
    candidates: anyTweets,
    phrases: phrases.get_tweet,
    run: ({ state, args: { tweet_id } }) => shownTweet(requireTweet(state, tweet_id), state),
  }),
  get_tweet_comments: tool({
    description: 'List the comments on a tweet.',
    effect: 'read',
    parameters: z.object({ tweet_id: tweetId }),
    returns: z.array(z.object({ username: handle, content: z.string() })),
    candidates: commentedTweets,
    phrases: phrases.get_tweet_comments,
    run({ state, args: { tweet_id } }) {
      requireTweet(state, tweet_id)
      return commentsOn(state, tweet_id)
    },
  }),
  get_user_stats: tool({
    description: 'Count the tweets and retweets of an account, and whom it follows (known for the own account only).',
    effect: 'read',
    parameters: z.object({ username: handle.describe('Account name, without @.') }),
    returns: z.object({
      tweet_count: z.number().int(),
      following_count: z.number().int(),
      retweet_count: z.number().int(),
    }),
    candidates: authors,
    phrases: phrases.get_user_stats,
    run: ({ state, args: { username } }) => ({
      tweet_count: state.tweets.filter(([, found]) => found.username === username).length,
      following_count: username === state.username ? state.following_list.length : 0,
      retweet_count: retweetsOf(state, username).length,
    }),
  }),
}
