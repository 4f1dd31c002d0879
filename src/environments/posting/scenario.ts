import { between, chance, pick, type Rng, sampleOf, shuffle } from '../../core/random.js'
import type { Json } from '../../core/json.js'
import type { Cast, Known, Scenario, ScenarioContext } from '../../environment/index.js'
import { password, strangerHandle } from './accounts.js'
import { tagsFor } from './candidates.js'
import { describing } from './describing.js'
import type { State } from './state.js'
import { commentTexts, SUBJECTS, timelineTexts } from './texts.js'

/** An account with tweets of its own and of others, comments and some people it follows. */
export function scenario({ random, cast, size }: ScenarioContext): Scenario<State> {
  const username = cast.user.account
  const others = othersFor(random.fork('others'), cast, size)
  const authors = authorsFor(random.fork('authors'), username, others, size)
  const tweets = tweetsBy(authors, others, cast.projects, random.fork('tweets'))
  const following_list = sampleOf(random.fork('following'), others, between(random.fork('followed'), 3, 6) * size)
  const state: State = {
    username,
    password: password(random.fork('password')),
    authenticated: chance(random.fork('session'), 1, 3),
    tweets,
    comments: commentsOn(tweets, others, random.fork('comments')),
    retweets: retweetsBy(username, tweets, random.fork('retweets')),
    following_list,
    tweet_counter: (tweets.at(-1)?.[0] ?? 0) + between(random.fork('counter'), 1, 9),
    shared_mentions: [],
  }
  return {
    state,
    userKnows: knownBy(state, others, random.fork('known')),
    situations: sampleOf(random.fork('situations'), situationsFor(cast), 9),
  }
}

/** Account names of colleagues and strangers, all different. */
function othersFor(random: Rng, { user, colleagues }: Cast, size: number): string[] {
  const strangers = Array.from({ length: 9 * size }, (_, i) => strangerHandle(random.fork(`stranger${i}`)))
  const handles = new Set([...colleagues.map(({ account }) => account), ...strangers])
  handles.delete(user.account)
  return shuffle(random.fork('order'), [...handles])
}

/** Who wrote each tweet: the user about half of them. */
function authorsFor(random: Rng, username: string, others: readonly string[], size: number): string[] {
  const own = Array.from({ length: between(random.fork('own'), 4, 6) * size }, () => username)
  const posting = sampleOf(random.fork('posting'), others, 4 * size)
  const foreign = Array.from(
    { length: between(random.fork('foreign'), 4, 6) * size },
    (_, i) => posting[i] ?? pick(random.fork(`author${i}`), posting),
  )
  return shuffle(random.fork('order'), [...own, ...foreign])
}

function tweetsBy(
  authors: readonly string[],
  others: readonly string[],
  projects: readonly string[],
  random: Rng,
): State['tweets'] {
  const topics = [
    ...new Set([
      ...projects.filter((project) => SUBJECTS.includes(project)),
      ...shuffle(random.fork('topics'), SUBJECTS),
    ]),
  ]
  const texts = shuffle(random.fork('order'), timelineTexts(random.fork('texts'), topics, authors.length))
  let id = between(random.fork('first'), 100, 9000)
  return texts.map(({ topic, content }, i) => {
    const draw = random.fork(`tweet${i}`)
    id += between(draw, 1, 9)
    const mentions = chance(draw, 1, 3) ? [`@${pick(draw, others)}`] : []
    return [
      id,
      { id, username: authors[i] ?? '', content, tags: chance(draw, 3, 4) ? tagsFor(draw, topic) : [], mentions },
    ]
  })
}

function commentsOn(tweets: State['tweets'], others: readonly string[], random: Rng): State['comments'] {
  const discussed = sampleOf(random.fork('discussed'), tweets, Math.ceil(tweets.length / 3))
  return discussed.map(([id, { content }]) => {
    const draw = random.fork(`on${id}`)
    const texts = commentTexts(draw.fork('texts'), content, between(draw, 1, 3))
    const made: Json[] = texts.map((text) => ({ username: pick(draw, others), content: text }))
    return [id, made]
  })
}

function retweetsBy(username: string, tweets: State['tweets'], random: Rng): State['retweets'] {
  const foreign = tweets.filter(([, tweet]) => tweet.username !== username).map(([id]) => id)
  const shared = sampleOf(random, foreign, random.next(3))
  return shared.length > 0 ? [[username, shared]] : []
}

function knownBy({ username, tweets }: State, others: readonly string[], random: Rng): Known[] {
  const texts = tweets.map(([, { content }]) => content)
  const described = tweets.flatMap(([id, tweet], i): Known[] => {
    const words = describing(texts, i, random.fork(`tweet${id}`))
    const alone =
      tweet.username !== username && tweets.filter(([, other]) => other.username === tweet.username).length === 1
    const by = [
      ...(words === undefined ? [] : [{ field: 'content', match: 'contains' as const, value: words }]),
      ...(alone ? [{ field: 'username', match: 'equals' as const, value: tweet.username }] : []),
    ]
    return by.length > 0 ? [{ entity: 'tweet', value: id, by }] : []
  })
  return [...described, ...others.map((handle) => ({ entity: 'handle', value: handle, by: [] }))]
}

function situationsFor({ team }: Cast): string[] {
  return [
    `I'm looking after the ${team} account today.`,
    `Quick one for Twitter.`,
    `I haven't looked at Twitter in days.`,
  ]
}
