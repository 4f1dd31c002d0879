import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../src/core/json.js'
import { isEntries } from '../../../src/core/number.js'
import { fits } from '../../../src/core/reference.js'
import { createRng } from '../../../src/core/random.js'
import { callTool, createScenario, type Environment } from '../../../src/environment/index.js'
import { posting } from '../../../src/environments/posting/environment.js'
import { load } from '../../../src/environments/posting/load.js'
import { observe, type State } from '../../../src/environments/posting/state.js'
import { goldenDifferences } from '../../support/golden-environment.js'
import { bfclPresent, goldenRecords } from '../../support/golden.js'

if (!bfclPresent) console.log('posting: BFCL reference data absent, golden transcripts not run')

const GOLDEN = ['fuzz_TwitterAPI', 'gt_base', 'gt_long_context', 'gt_miss_func', 'gt_miss_param']
const CLOCK = '2026-03-02T09:00:00'
const POSTS: JsonObject = {
  authenticated: true,
  tweet_counter: 2,
  tweets: {
    '0': { id: 0, username: 'john', content: 'Hello World', tags: ['#Fun'], mentions: [] },
    '1': { id: 1, username: 'ann', content: 'No list here', tags: [] },
  },
}

function session(config: JsonObject = {}): { call: (tool: string, args?: JsonObject) => Json; observed: () => Json } {
  let state: Json = load(config)
  return {
    call(tool, args = {}) {
      const called = callTool(posting, tool, args, state, CLOCK)
      state = called.state
      return called.value
    },
    observed: () => posting.observe(state),
  }
}

/** The notation in which states too long for the transcripts were hashed: mappings with number keys as lists of pairs. */
const hashed: Environment = {
  ...posting,
  observe: (state) =>
    Object.fromEntries(
      Object.entries(observe(state as unknown as State) as JsonObject).map(([key, value]) => [
        key,
        isEntries(value) ? { $pydict: value.$entries } : value,
      ]),
    ),
}

describe.skipIf(!bfclPresent)('golden transcripts of TwitterAPI', () => {
  it.each(GOLDEN)('%s', (file) => {
    const records = goldenRecords(`${file}.jsonl.gz`)
    const { calls, states, differences } = goldenDifferences(records, 'TwitterAPI', posting, load)
    const alsoHashed = new Set(
      differences.length === 0 ? [] : goldenDifferences(records, 'TwitterAPI', hashed, load).differences,
    )
    const remaining = differences.filter(
      (line) => !line.endsWith('digests of the observed state differ') || alsoHashed.has(line),
    )
    console.log(`${file}: ${calls} calls, ${states} states, ${remaining.length} differences`)
    expect(remaining).toEqual([])
  })
})

describe('errors', () => {
  it.each([
    ['post_tweet', { content: 'hi' }, 'posting'],
    ['retweet', { tweet_id: 0 }, 'retweeting'],
    ['comment', { tweet_id: 0, comment_content: 'hi' }, 'commenting'],
    ['follow_user', { username_to_follow: 'ann' }, 'following'],
    ['unfollow_user', { username_to_unfollow: 'ann' }, 'unfollowing'],
    ['list_all_following', {}, 'listing following'],
  ])('%s needs a session', (tool, args, doing) => {
    expect(session({ ...POSTS, authenticated: false }).call(tool, args)).toEqual({
      error: `User not authenticated. Please authenticate before ${doing}.`,
    })
  })

  it.each([
    ['retweet', { tweet_id: 7 }],
    ['comment', { tweet_id: 7, comment_content: 'hi' }],
    ['mention', { tweet_id: 7, mentioned_usernames: ['@ann'] }],
    ['get_tweet', { tweet_id: 7 }],
    ['get_tweet_comments', { tweet_id: 7 }],
  ])('%s refuses unknown tweets', (tool, args) => {
    expect(session(POSTS).call(tool, args)).toEqual({ error: 'Tweet with ID 7 not found.' })
  })

  it('what changes nothing says so', () => {
    const { call } = session(POSTS)
    expect(call('retweet', { tweet_id: 0 })).toEqual({ retweet_status: 'Successfully retweeted' })
    expect(call('retweet', { tweet_id: 0 })).toEqual({ retweet_status: 'Already retweeted' })
    expect(call('follow_user', { username_to_follow: 'bob' })).toEqual({ follow_status: false })
    expect(call('unfollow_user', { username_to_unfollow: 'ann' })).toEqual({ unfollow_status: false })
    expect(call('authenticate_twitter', { username: 'john', password: 'x' })).toEqual({ authentication_status: false })
    expect(call('posting_get_login_status')).toEqual({ login_status: true })
  })

  it('a tweet without a list of mentions cannot be given any', () => {
    expect(session(POSTS).call('mention', { tweet_id: 1, mentioned_usernames: ['@x'] })).toBe(
      "Error during execution: 'mentions'",
    )
    expect(session(POSTS).call('get_tweet', { tweet_id: 1 })).toEqual({
      id: 1,
      username: 'ann',
      content: 'No list here',
      tags: [],
    })
  })
})

describe('tweets', () => {
  it('posted without mentions share one list of them', () => {
    const { call } = session({ authenticated: true })
    call('post_tweet', { content: 'a' })
    call('post_tweet', { content: 'b' })
    call('post_tweet', { content: 'c', mentions: [] })
    call('mention', { tweet_id: 0, mentioned_usernames: ['@z'] })
    expect(call('get_tweet', { tweet_id: 1 })).toMatchObject({ mentions: ['@z'] })
    expect(call('get_tweet', { tweet_id: 2 })).toMatchObject({ mentions: [] })
    expect(call('post_tweet', { content: 'd' })).toMatchObject({ id: 3, mentions: ['@z'] })
  })

  it('comments of a configuration are never found by number', () => {
    const { call } = session({ ...POSTS, comments: { '0': [{ username: 'ann', content: 'old' }] } })
    expect(call('get_tweet_comments', { tweet_id: 0 })).toEqual([])
    call('comment', { tweet_id: 0, comment_content: 'new' })
    expect(call('get_tweet_comments', { tweet_id: 0 })).toEqual([{ username: 'john', content: 'new' }])
  })
})

describe('scenarios', () => {
  const drawn = Array.from({ length: 200 }, (_, seed) => createScenario([posting], createRng(seed)))
  const stateOf = ({ world }: (typeof drawn)[number]): State => world.stateOf('posting') as unknown as State

  it('are valid, all different, and grow with their size', () => {
    for (const scenario of drawn) {
      posting.definition.state.parse(scenario.world.stateOf('posting'))
      const openers = scenario.situations['posting'] ?? []
      expect(openers.length).toBeGreaterThanOrEqual(3)
      for (const situation of openers) expect(situation).not.toMatch(/[\d"]/)
    }
    expect(new Set(drawn.map(({ world }) => world.digest())).size).toBe(200)
    const large = createScenario([posting], createRng(1), 8)
    posting.definition.state.parse(large.world.stateOf('posting'))
    expect(stateOf(large).tweets.length).toBeGreaterThanOrEqual(60)
  })

  it('descriptions fit one tweet only', () => {
    for (const scenario of drawn) {
      const { tweets } = stateOf(scenario)
      const described = scenario.userKnows.filter(({ entity }) => entity === 'tweet')
      expect(described.length).toBeGreaterThanOrEqual(tweets.length - 2)
      for (const { value, by } of described) {
        for (const { field, match, value: said } of by) {
          const fitting = tweets.filter(([, tweet]) => fits((tweet as JsonObject)[field], match, said))
          expect(fitting.map(([id]) => id)).toEqual([value])
        }
      }
    }
  })

  it('every candidate succeeds with a result as described once the user is signed in', () => {
    const failures: string[] = []
    for (const [seed, scenario] of drawn.entries()) {
      const { username, password } = stateOf(scenario)
      for (const { name } of posting.specs) {
        const tool = posting.tool(name)
        const context = {
          state: stateOf(scenario) as never,
          known: scenario.userKnows,
          random: createRng(`${seed}`),
          clock: CLOCK,
        }
        for (const args of tool?.candidates?.(context) ?? []) {
          const world = scenario.world.fork()
          world.call({ id: '0', name: 'authenticate_twitter', arguments: { username, password } })
          const { error, value } = world.call({
            id: '1',
            name,
            arguments: name === 'authenticate_twitter' ? { username, password } : args,
          })
          const found = !Array.isArray(value) || value.length > 0
          const fine =
            !error && found && tool?.returns?.safeParse(value).success && !Object.values(args).join('').includes('"')
          if (!fine) failures.push(`${name} ${JSON.stringify(args)} ${JSON.stringify(value)}`)
        }
      }
    }
    expect(failures).toEqual([])
  })
})
