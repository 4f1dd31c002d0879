import { type Conversation, sibling } from '../../environment/index.js'
import type { State } from './state.js'

/** What conversations about a social account hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'post_tweet',
      parameter: 'content',
      asks: [
        '(post|tweet) something (for me|from my account)',
        'post a new tweet for me',
        'I have something to post on Twitter.',
      ],
      questions: ['What should the post say?', 'What would you like to post?', 'What should I post?'],
    },
    {
      tool: 'comment',
      parameter: 'comment_content',
      asks: [
        'comment on <tweet_id>( for me|)',
        'leave a comment (on|under) <tweet_id>',
        'I have something to say about <tweet_id>, can you comment on it?',
      ],
      questions: ['What should the comment say?', 'What would you like to say?', 'What should I comment?'],
    },
    {
      tool: 'follow_user',
      parameter: 'username_to_follow',
      asks: [
        'follow (someone|another account) for me',
        'follow a new account( for me|)',
        "There's a new account I want to follow.",
      ],
      questions: [
        'Which account should I follow?',
        'What is the name of the account?',
        'Who would you like to follow?',
      ],
    },
    {
      tool: 'search_tweets',
      parameter: 'keyword',
      asks: ['search Twitter for me', '(find|look for) some tweets( for me|)', "I'm looking for some tweets."],
      questions: [
        'Which word should I search for?',
        'What should the tweets be about?',
        'Which topic are you interested in?',
      ],
    },
  ],
  unsupported: [
    {
      name: 'pin',
      asks: [
        'pin <tweet> to (the top of |)my profile',
        'Can you pin <tweet> to my profile?',
        'I want <tweet> at the top of my profile, can you pin it?',
      ],
      entities: { tweet: 'tweet' },
      what: 'pin posts to a profile',
      instead: { tool: 'retweet', says: ['I could retweet it, so that people see it again.'] },
      words: ['pin', 'pinned'],
    },
    {
      name: 'direct',
      asks: ['send <handle> a (private|direct) message', 'DM <handle> for me', 'Can you DM <handle>?'],
      entities: { handle: 'handle' },
      what: 'send private messages',
      instead: { tool: 'post_tweet', says: ['I could mention them in a tweet instead.'] },
      words: ['private', 'direct'],
    },
    {
      name: 'picture',
      asks: [
        '(change|update) my profile (picture|photo)',
        'upload a new profile (picture|photo)',
        'Can you change my profile picture?',
      ],
      what: 'change the profile picture',
      words: ['picture', 'avatar'],
    },
    {
      name: 'block',
      asks: [
        'block <handle:word>',
        'Can you block <handle:word> for me?',
        "I don't want to see <handle:word> any more, please block that account.",
      ],
      entities: { handle: 'handle' },
      what: 'block accounts',
      instead: { tool: 'unfollow_user', says: ['What I can do is unfollow an account.'] },
      words: ['block'],
    },
    {
      name: 'bookmark',
      asks: ['bookmark <tweet>( for later|)', '(save|add) <tweet> to my bookmarks', 'Can you bookmark <tweet>?'],
      entities: { tweet: 'tweet' },
      what: 'bookmark tweets',
      words: ['bookmark'],
    },
  ],
  rules: [
    {
      name: 'retweeting',
      tool: 'retweet',
      test: 'any',
      limits: [],
      line: 'Posts of others must not be retweeted from this account.',
      says: 'retweets are not allowed from this account',
      permits: 'Posts of others may be retweeted from this account.',
    },
    {
      name: 'unfollowing',
      tool: 'unfollow_user',
      test: 'any',
      limits: [],
      line: 'Accounts that are followed must not be unfollowed.',
      says: 'the list of accounts you follow has to stay as it is',
      permits: 'Accounts that are followed may be unfollowed.',
    },
    {
      name: 'posting',
      tool: 'post_tweet',
      test: 'any',
      limits: [],
      line: 'New tweets go through the press office: you must not tweet anything new; comments and retweets are fine.',
      says: 'new tweets go through the press office',
      permits: 'New tweets may be posted from this account.',
    },
    {
      name: 'commenting',
      tool: 'comment',
      test: 'any',
      limits: [],
      line: 'Public comments must not be written from this account.',
      says: 'public comments are not allowed from this account',
      permits: 'Public comments may be written from this account.',
    },
  ],
  siblings: [
    sibling('post_story', 'Post a story that disappears after a day.', { text: 'string' }, ['story']),
    sibling('create_poll', 'Ask followers to vote.', { question: 'string' }, ['poll', 'vote']),
    sibling('get_trending_topics', 'List what trends right now.', {}, ['trending', 'trend']),
    sibling('mute_user', 'Mute an account without unfollowing it.', { username: 'string' }, ['mute']),
    sibling('search_images', 'Search for images.', { keyword: 'string' }, ['image']),
    sibling('get_user_birthday', 'Get the birthday an account shows.', { username: 'string' }, ['birthday']),
  ],
  revisions: [
    {
      tool: 'follow_user',
      parameter: 'username_to_follow',
      undo: { tool: 'unfollow_user', arguments: { username_to_unfollow: { same: 'username_to_follow' } } },
      asks: [
        'sorry, I meant <username_to_follow>',
        'that should have been <username_to_follow>',
        'wrong account, I meant to follow <username_to_follow>',
      ],
    },
  ],
}
