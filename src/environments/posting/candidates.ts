import { isObject, type JsonObject } from '../../core/json.js'
import { chance, pick, type Rng, sampleOf } from '../../core/random.js'
import type { CandidateContext, Known } from '../../environment/index.js'
import { strangerHandle } from './accounts.js'
import { commentsOn, retweetsOf, shownTweet, type State } from './state.js'
import { commentText, GENERAL_TAGS, SUBJECTS, subjectsIn, tagOf, tweetText } from './texts.js'

type Context = CandidateContext<State>

/** Tweets with texts that no description of an existing tweet fits. */
export function newTweets({ state, known, random }: Context): JsonObject[] {
  const described = known
    .filter(({ entity }) => entity === 'tweet')
    .flatMap(({ by }) => by.map(({ value }) => String(value).toLowerCase()))
  return sampleOf(random.fork('topics'), SUBJECTS, 6).flatMap((topic, i): JsonObject[] => {
    const draw = random.fork(`tweet${i}`)
    const content = tweetText(draw, topic)
    if (described.some((words) => content.toLowerCase().includes(words))) return []
    const tags: JsonObject = chance(draw, 2, 3) ? { tags: tagsFor(draw, topic) } : {}
    const mentions: JsonObject = chance(draw, 1, 2) ? { mentions: mentionsFor(state, known, draw) } : {}
    return [{ content, ...tags, ...mentions }]
  })
}

export function tagsFor(random: Rng, topic: string): string[] {
  return [...new Set([tagOf(topic), ...sampleOf(random, GENERAL_TAGS, random.next(3))])]
}

function mentionsFor({ username, following_list }: State, known: readonly Known[], random: Rng): string[] {
  const handles = known
    .filter(({ entity, by }) => entity === 'handle' && by.length === 0)
    .map(({ value }) => String(value))
  const others = [...new Set([...following_list, ...handles])].filter((handle) => handle !== username)
  return sampleOf(random, others, 1 + random.next(2)).map((handle) => `@${handle}`)
}

export function retweets({ state }: Context): JsonObject[] {
  const shared = new Set(retweetsOf(state, state.username))
  return state.tweets.filter(([id]) => !shared.has(id)).map(([id]) => ({ tweet_id: id }))
}

export function comments({ state, random }: Context): JsonObject[] {
  return state.tweets.flatMap(([id, { username, content }]) => {
    const text = commentText(random.fork(`comment${id}`), { text: content, isOwn: username === state.username })
    return commentsOn(state, id).some((comment) => isObject(comment) && comment['content'] === text)
      ? []
      : [{ tweet_id: id, comment_content: text }]
  })
}

/** People who are not mentioned yet, in own tweets. */
export function newMentions({ state, known, random }: Context): JsonObject[] {
  return state.tweets.flatMap(([id, tweet]) => {
    const list = shownTweet(tweet, state)['mentions']
    if (tweet.username !== state.username || !Array.isArray(list)) return []
    const mentioned_usernames = mentionsFor(state, known, random.fork(`mention${id}`)).filter(
      (handle) => !list.includes(handle),
    )
    return mentioned_usernames.length > 0 ? [{ tweet_id: id, mentioned_usernames }] : []
  })
}

/** Accounts the user knows and does not follow, and some nobody has mentioned yet. */
export function strangers({ state, known, random }: Context): JsonObject[] {
  const handles = known
    .filter(({ entity, by }) => entity === 'handle' && by.length === 0)
    .map(({ value }) => String(value))
  const found = Array.from({ length: 3 }, (_, i) => strangerHandle(random.fork(`stranger${i}`)))
  return [...new Set([...handles, ...found])]
    .filter((handle) => handle !== state.username && !state.following_list.includes(handle))
    .map((username_to_follow) => ({ username_to_follow }))
}

export function followed({ state: { following_list } }: Context): JsonObject[] {
  return following_list.map((username_to_unfollow) => ({ username_to_unfollow }))
}

export function whereAnyoneIsFollowed({ state: { following_list } }: Context): JsonObject[] {
  return following_list.length > 0 ? [{}] : []
}

export function anyTweets({ state: { tweets } }: Context): JsonObject[] {
  return tweets.map(([id]) => ({ tweet_id: id }))
}

export function commentedTweets({ state }: Context): JsonObject[] {
  return state.tweets.filter(([id]) => commentsOn(state, id).length > 0).map(([id]) => ({ tweet_id: id }))
}

/** Everybody who has posted. */
export function authors({ state: { tweets } }: Context): JsonObject[] {
  return [...new Set(tweets.map(([, { username }]) => username))].map((username) => ({ username }))
}

const PLAIN = new Set([
  'today',
  'there',
  'under',
  'these',
  'every',
  'everyone',
  'somebody',
  'about',
  'before',
  'should',
  'could',
  'would',
  'somehow',
  'never',
  'still',
])

/** Subjects, or else telling words, and hashtags of tweets that are there. */
export function keywords({ state: { tweets }, random }: Context): JsonObject[] {
  const words = tweets.flatMap(([id, { content, tags }]) => {
    const draw = random.fork(`keyword${id}`)
    const telling = (content.match(/[A-Za-z]{5,}/g) ?? [])
      .map((word) => word.toLowerCase())
      .filter((word) => !PLAIN.has(word))
    const subjects = subjectsIn(content)
    const choices = chance(draw, 1, 3) ? tags : subjects.length > 0 ? subjects : telling
    return choices.length > 0 ? [pick(draw, choices)] : []
  })
  return [...new Set(words)].map((keyword) => ({ keyword }))
}
