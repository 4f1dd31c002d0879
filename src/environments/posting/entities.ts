import { type EntityDefinition, sharedEntities } from '../../environment/index.js'

/** How people name what a social network is made of; tweet ids are for tools only. */
export const entities: { readonly [entity: string]: EntityDefinition } = {
  ...sharedEntities,
  tweet: {
    noun: ['tweet id', 'tweet ids'],
    opaque: true,
    mentions: {
      'content:contains': [
        'the <value:phrase> tweet',
        'the <value:phrase> tweet',
        'the <value:phrase> post',
        'the <value:quoted> tweet',
        'the tweet that says <value:quoted>',
      ],
      'username:equals': ['the tweet by <value:word>', 'the tweet from <value:word>', 'the post by <value:word>'],
    },
    named: ['the tweet <content:quoted>', 'the post <content:quoted>'],
    earlier: ['that post', 'that tweet', 'it'],
    again: ['the tweet', 'the post'],
    listed: ['the <place> one', 'the <place> one you found'],
  },
  handle: { noun: ['account name', 'account names'], form: 'word', earlier: ['that account'] },
  'mentioned-handle': { noun: ['account to mention', 'accounts to mention'], form: 'word-list' },
  hashtag: { noun: ['hashtag', 'hashtags'], form: 'word-list' },
  'posting-account': { noun: ['account name', 'account names'], form: 'word' },
  'posting-password': { noun: ['password', 'passwords'], form: 'quoted', opaque: true },
}
