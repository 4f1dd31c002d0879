import * as z from 'zod'
import type { Json, JsonObject } from '../../core/json.js'
import { isNumeric, mapping, toNumber } from '../../core/number.js'

const json = z.json() as z.ZodType<Json>

/**
 * A tweet. `mentions: 'shared'` is the one list that all tweets posted without mentions have in common; a published
 * tweet may have no list at all.
 */
const tweet = z.object({
  id: z.number().int(),
  username: z.string(),
  content: z.string(),
  tags: z.array(z.string()),
  mentions: z.union([z.array(z.string()), z.literal('shared')]).nullable(),
})

/** State of the social network (SEMANTICS section 8). Mappings are kept as pairs, in order: ids are keys there. */
export const state = z.object({
  username: z.string(),
  password: z.string(),
  authenticated: z.boolean(),
  tweets: z.array(z.tuple([z.number().int(), tweet])),
  /** Published configurations have texts for keys, comments made by tools numbers; the two never meet. */
  comments: z.array(z.tuple([z.union([z.string(), z.number().int()]), z.array(json)])),
  retweets: z.array(z.tuple([z.string(), z.array(z.number().int())])),
  following_list: z.array(z.string()),
  tweet_counter: z.number().int(),
  /** The shared default list of mentions; private, shown through the tweets that have it. */
  shared_mentions: z.array(z.string()),
})

export type State = z.infer<typeof state>
export type Tweet = State['tweets'][number][1]

/** A tweet as tools show it. */
export function shownTweet(found: Tweet, { shared_mentions }: State): JsonObject {
  if (found.mentions === 'shared') return { ...found, mentions: shared_mentions }
  if (found.mentions !== null) return found
  const { mentions: _, ...rest } = found
  return rest
}

/** The public attributes, as the benchmark compares them. */
export function observe(from: State): Json {
  const { username, password, authenticated, tweets, comments, retweets, following_list, tweet_counter } = from
  return {
    username,
    password,
    authenticated,
    tweets: mapping(tweets.map(([key, found]) => [key, shownTweet(found, from)])),
    comments: mapping(comments),
    retweets: mapping(retweets),
    following_list,
    tweet_counter,
  }
}

export function tweetAt(from: State, id: Json): Tweet | undefined {
  return from.tweets.find(([key]) => isSameId(key, id))?.[1]
}

/** Comments made on a tweet: those under its number. */
export function commentsOn(from: State, id: Json): readonly Json[] {
  return from.comments.find(([key]) => isSameId(key, id))?.[1] ?? []
}

export function retweetsOf(from: State, username: string): readonly number[] {
  return from.retweets.find(([name]) => name === username)?.[1] ?? []
}

/** Numbers are one key with their equals, texts never with numbers. */
export function isSameId(key: string | number, id: Json): boolean {
  return typeof key === 'number' && isNumeric(id) && toNumber(id) === key
}
