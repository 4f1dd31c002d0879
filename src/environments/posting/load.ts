import { isArray, isObject, type Json, type JsonObject } from '../../core/json.js'
import { isNumeric, toNumber } from '../../core/number.js'
import type { State, Tweet } from './state.js'

const DEFAULTS: JsonObject = {
  username: 'john',
  password: 'john123',
  authenticated: false,
  tweets: {},
  comments: {},
  retweets: {},
  following_list: ['alice', 'bob'],
  tweet_counter: 0,
}

/** A published configuration as a state: keys of tweets become numbers, keys of comments stay texts (SEMANTICS section 8). */
export function load(
  config: JsonObject,
  _options?: { readonly longContext: boolean; readonly extension: JsonObject },
): State {
  const value = (key: string): Json => config[key] ?? DEFAULTS[key] ?? null
  const counter = value('tweet_counter')
  return {
    username: String(value('username')),
    password: String(value('password')),
    authenticated: value('authenticated') === true,
    tweets: entriesOf(value('tweets')).map(([key, tweet]) => [Number(key), tweetOf(tweet)]),
    comments: entriesOf(value('comments')).map(([key, comments]) => [key, listOf(comments)]),
    retweets: entriesOf(value('retweets')).map(([name, ids]) => [name, listOf(ids) as number[]]),
    following_list: listOf(value('following_list')).map(String),
    tweet_counter: isNumeric(counter) ? toNumber(counter) : 0,
    shared_mentions: [],
  }
}

function tweetOf(value: Json): Tweet {
  const tweet = value as Tweet
  return { ...tweet, mentions: tweet.mentions ?? null }
}

const entriesOf = (value: Json): [string, Json][] => (isObject(value) ? Object.entries(value) : [])

const listOf = (value: Json): Json[] => (isArray(value) ? [...value] : [])
