import { type EntityDefinition, sharedEntities } from '../../environment/index.js'

/** How people name what a social network is made of; tweet ids are for tools only. */
export const entities: { readonly [entity: string]: EntityDefinition } = {
  ...sharedEntities,
  tweet: {
    noun: ['tweet id', 'tweet ids'],
    opaque: true,
    mentions: {
      'content:contains': [
        'the post about <value:quoted>',
        'the post that says <value:quoted>',
        'the post with <value:quoted> in it',
        'the tweet where it says <value:quoted>',
        'the tweet with the words <value:quoted>',
      ],
      'username:equals': ['the post by <value:word>', 'the tweet from <value:word>', 'what <value:word> posted'],
    },
    earlier: ['that post', 'that tweet', 'the same post', 'it'],
    listed: ['the <place> post on that list', 'the <place> of those posts', 'the <place> of these tweets'],
  },
  handle: { noun: ['account name', 'account names'], form: 'word', earlier: ['that account', 'the same account'] },
  'mentioned-handle': { noun: ['account to mention', 'accounts to mention'], form: 'word-list' },
  hashtag: { noun: ['hashtag', 'hashtags'], form: 'word-list' },
  'posting-account': { noun: ['account name', 'account names'], form: 'word' },
  'posting-password': { noun: ['password', 'passwords'], form: 'quoted', opaque: true },
}
