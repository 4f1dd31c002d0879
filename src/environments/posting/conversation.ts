import { type Conversation, sibling } from '../../environment/index.js'
import type { State } from './state.js'

/** What conversations about a social account hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'post_tweet',
      parameter: 'content',
      asks: ['post something on my account', 'put up a tweet for me', 'Our page needs a new post.'],
      questions: ['What should the post say?', 'What would you like to post?', 'What text should the post have?'],
    },
    {
      tool: 'comment',
      parameter: 'comment_content',
      asks: [
        'comment on <tweet_id> for me',
        'leave a comment under <tweet_id>',
        'I want to say something in public under <tweet_id>.',
      ],
      questions: ['What should the comment say?', 'What would you like to comment?', 'What is the comment?'],
    },
    {
      tool: 'follow_user',
      parameter: 'username_to_follow',
      asks: [
        'follow one more account',
        'make me a follower of another account',
        "There is somebody new I'd like to follow.",
      ],
      questions: [
        'Which account should I follow?',
        'What is the name of the account?',
        'Which account do you have in mind?',
      ],
    },
    {
      tool: 'search_tweets',
      parameter: 'keyword',
      asks: [
        'search the network for a word',
        'look for posts on one subject',
        'I want to know what people post on a certain subject.',
      ],
      questions: [
        'Which word should I search for?',
        'What subject should the posts be about?',
        'Which subject do you have in mind?',
      ],
    },
  ],
  unsupported: [
    {
      name: 'pin',
      asks: [
        'pin <tweet> to the top of my profile',
        'Can <tweet> be pinned to my profile?',
        'I want <tweet> pinned at the very top.',
      ],
      entities: { tweet: 'tweet' },
      what: 'pin posts to a profile',
      words: ['pin', 'pinned'],
    },
    {
      name: 'direct',
      asks: [
        'send a private note to <handle>',
        'write to <handle> privately',
        'Can I tell <handle> something in private?',
      ],
      entities: { handle: 'handle' },
      what: 'write to somebody in private',
      words: ['private', 'privately'],
    },
    {
      name: 'picture',
      asks: [
        'change my profile picture',
        'put up a new profile picture',
        'My profile picture is years old and has to go.',
      ],
      what: 'change the profile picture',
      words: ['picture', 'avatar'],
    },
    {
      name: 'block',
      asks: ['block <handle> for good', 'Can I block <handle>?', 'I want <handle> blocked.'],
      entities: { handle: 'handle' },
      what: 'block accounts',
      words: ['block'],
    },
    {
      name: 'translate',
      asks: [
        'translate <tweet> into Spanish',
        'Can I have <tweet> in Spanish?',
        'I need <tweet> translated for a colleague.',
      ],
      entities: { tweet: 'tweet' },
      what: 'translate posts',
      words: ['translate', 'translation'],
    },
  ],
  rules: [
    {
      name: 'retweeting',
      tool: 'retweet',
      test: 'any',
      limits: [],
      line: 'Posts of others must not be retweeted from this account.',
      says: 'posts of others must not be retweeted from this account',
    },
    {
      name: 'unfollowing',
      tool: 'unfollow_user',
      test: 'any',
      limits: [],
      line: 'Accounts that are followed must not be unfollowed.',
      says: 'accounts must not be unfollowed',
    },
    {
      name: 'posting',
      tool: 'post_tweet',
      test: 'any',
      limits: [],
      line: 'New posts go through the press office: you must not post anything yourself.',
      says: 'new posts go through the press office',
    },
    {
      name: 'commenting',
      tool: 'comment',
      test: 'any',
      limits: [],
      line: 'Public comments must not be written from this account.',
      says: 'public comments must not be written from this account',
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
        'wrong account: it is <username_to_follow> I want',
      ],
    },
  ],
}
