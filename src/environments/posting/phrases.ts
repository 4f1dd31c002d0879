import type { Phrases } from '../../environment/index.js'

/** How people talk about their account. Every wording belongs to one tool only; no wording ends with a list. */
export const phrases = {
  authenticate_twitter: {
    asks: [
      '(log|sign) me in to (Twitter|my Twitter account)',
      '(log|sign) in to (Twitter|my Twitter account) for me',
      'get me into Twitter',
    ],
    reports: [
      "You're signed in to Twitter.",
      'You are now signed in to your Twitter account.',
      'I signed you in to Twitter.',
      'Signed you in to your Twitter account.',
    ],
    asides: ['signed you in', 'signed you in to Twitter'],
  },
  posting_get_login_status: {
    asks: [
      "check (if|whether) I'm (still |)(signed|logged) in to Twitter",
      'see if my Twitter session is still open',
      'Am I (still |)(signed|logged) in to Twitter?',
      'Is my Twitter session still open?',
      "I'm not sure if I'm (still |)(signed|logged) in to Twitter, can you check?",
    ],
    answers: ['/login_status'],
    reports: [
      'You are</login_status:not> signed in to Twitter.',
      'You are</login_status:not> signed in to Twitter right now.',
      'Right now you are</login_status:not> signed in to Twitter.',
      '</login_status:yes>, you are</login_status:not> signed in to Twitter.',
    ],
  },
  post_tweet: {
    asks: [
      'tweet this( with <tags:word-list>|)( and mention <mentions:word-list>|): <content>',
      'post this on Twitter( with <tags:word-list>|)( mentioning <mentions:word-list>|): <content>',
      'post a tweet( with <tags:word-list>|)( mentioning <mentions:word-list>|) that says <content>',
      '(send|put) out a tweet( with <tags:word-list>|)( mentioning <mentions:word-list>|) that says <content>',
      'post <content>( with <tags:word-list>|)( mentioning <mentions:word-list>|) on Twitter',
      'tweet <content>( with <tags:word-list>|)( and mention <mentions:word-list>|) (from|on) my account',
      'post <content:back>( with <tags:word-list>|) on my account',
      'tweet <content:back>( with <tags:word-list>|) (from|on) my account',
      'post a tweet( with <tags:word-list>|) with <content:back> in it',
    ],
    reports: [
      '(Your tweet is out|Posted on Twitter|Tweeted)( with <tags:word-list>|)(, mentioning <mentions:word-list>|): </content:quoted>.',
      '(I tweeted|I posted) </content:quoted>( with <tags:word-list>|)( and mentioned <mentions:word-list>|).',
      'Your tweet </content:quoted> is up( with <tags:word-list>|)( and mentions <mentions:word-list>|).',
    ],
  },
  retweet: {
    asks: [
      'retweet <tweet_id>( for me| from my account|)',
      'share <tweet_id> with my followers',
      'repost <tweet_id>( for my followers| on my account|)',
      'give <tweet_id> a retweet',
      'share <tweet_id> (on my account|on Twitter)',
    ],
    reports: [
      'I retweeted <tweet_id>.',
      'Retweeted <tweet_id> to your followers.',
      'I shared <tweet_id> with your followers.',
      'Your retweet of <tweet_id> is out.',
    ],
  },
  comment: {
    asks: [
      'comment <comment_content> on <tweet_id>',
      'comment on <tweet_id>: <comment_content>',
      'reply <comment_content> to <tweet_id>',
      'reply to <tweet_id>: <comment_content>',
      'leave a comment (on|under) <tweet_id> saying <comment_content>',
      'add the comment <comment_content> to <tweet_id>',
      'post the comment <comment_content> under <tweet_id>',
      'leave <comment_content:back> as a comment (on|under) <tweet_id>',
      'post <comment_content:back> as a comment on <tweet_id>',
    ],
    reports: [
      'I commented <comment_content> on <tweet_id>.',
      'Your comment <comment_content> is now under <tweet_id>.',
      'Commented on <tweet_id>: <comment_content>.',
      'Your comment on <tweet_id> is posted.',
      'I left your comment on <tweet_id>.',
    ],
  },
  mention: {
    asks: [
      'mention <mentioned_usernames:word-list> in <tweet_id>( as well| too|)',
      'tag <mentioned_usernames:word-list> in <tweet_id>( as well| too|)',
      'add a mention of <mentioned_usernames:word-list> to <tweet_id>',
      'add <mentioned_usernames:word-list> to the mentions in <tweet_id>',
    ],
    reports: [
      'I mentioned <mentioned_usernames:word-list> in <tweet_id>.',
      'Mentioned <mentioned_usernames:word-list> in <tweet_id>.',
      'I added a mention of <mentioned_usernames:word-list> to <tweet_id>.',
      'I tagged <mentioned_usernames:word-list> in <tweet_id>.',
    ],
  },
  get_user_tweets: {
    asks: [
      "show me (all |)<username>'s tweets",
      'list (all |)the tweets by <username>',
      'show me (what|everything) <username> has (tweeted|posted)',
      'pull up the tweets (by|from) <username>',
      'What has <username> (tweeted|posted)( so far|)?',
      'I need to see the tweets (by|from) <username>.',
    ],
    answers: ['/*/content'],
    reports: [
      '<username:whose> tweets: </*/content:quoted-list>.',
      '<username:you> tweeted </*/content:quoted-list>.',
      '<username:you> posted </*/content:quoted-list>.',
      '<username:whose> posts: </*/content:quoted-list>.',
    ],
  },
  search_tweets: {
    asks: [
      '(find|show me|look for) tweets (about|with|that mention) <keyword>',
      'search Twitter for <keyword>',
      'What are people (tweeting|saying) about <keyword>?',
      'Are there any tweets (about|with) <keyword>?',
      'Which tweets mention <keyword>?',
      "I'm looking for tweets about <keyword>.",
    ],
    answers: ['/*/content'],
    reports: [
      'Tweets with <keyword>: </*:items>',
      'For <keyword> I found: </*:items>',
      'The search for <keyword> found: </*:items>',
      'Tweets that mention <keyword>: </*:items>',
    ],
    items: ['</username:you>: </content:quoted>'],
  },
  get_tweet: {
    asks: [
      'open <tweet_id>( for me|)',
      'read <tweet_id> to me',
      '(show|get) me the full text of <tweet_id>',
      'What does <tweet_id> say( exactly|)?',
      "(What's|What is) the full text of <tweet_id>?",
      'I need the (full|exact) text of <tweet_id>.',
    ],
    answers: ['/content'],
    reports: [
      '</username:you> tweeted </content:quoted>.',
      '</username:whose> tweet says </content:quoted>.',
      '</username:you> wrote </content:quoted>.',
      '</username:whose> full tweet: </content:quoted>.',
    ],
  },
  get_tweet_comments: {
    asks: [
      '(show|read) me the comments on <tweet_id>',
      '(list|check) the comments (on|under) <tweet_id>',
      'show me the replies to <tweet_id>',
      'What are the comments on <tweet_id>?',
      'What are people saying (under|in the comments on) <tweet_id>?',
      'Are there any comments on <tweet_id>?',
    ],
    answers: ['/*/content'],
    reports: [
      'Comments on <tweet_id>: </*:items>',
      'Comments: </*:items>',
      'The comments so far: </*:items>',
      'Comments under <tweet_id>: </*:items>',
    ],
    items: ['</username:you>: </content:quoted>'],
  },
  get_user_stats: {
    asks: [
      '(show|get) me the (stats|numbers) for <username>',
      "check <username>'s (stats|numbers)",
      'tell me how many tweets and retweets <username> has',
      "What are <username>'s (stats|numbers)?",
      'How many tweets and retweets does <username> have?',
      'I need the stats for <username>.',
    ],
    answers: ['/tweet_count', '/retweet_count'],
    reports: [
      '<username:whose> stats: </tweet_count:count-tweet> and </retweet_count:count-retweet>.',
      'So far, <username:you> posted </tweet_count:count-tweet> and </retweet_count:count-retweet>.',
      '<username:whose> numbers: </tweet_count:count-tweet> and </retweet_count:count-retweet>.',
    ],
  },
  follow_user: {
    asks: [
      'follow <username_to_follow>( for me| on Twitter|)',
      'start following <username_to_follow>( on Twitter|)',
      'add <username_to_follow> to the accounts I follow',
      'give <username_to_follow> a follow',
      'put <username_to_follow> on my following list',
    ],
    reports: [
      'You now follow <username_to_follow>.',
      "You're following <username_to_follow> now.",
      'I followed <username_to_follow> for you.',
      'Your account now follows <username_to_follow>.',
    ],
  },
  unfollow_user: {
    asks: [
      'unfollow <username_to_unfollow>( for me| on Twitter|)',
      'stop following <username_to_unfollow>( on Twitter|)',
      'remove <username_to_unfollow> from the accounts I follow',
      "I don't want to follow <username_to_unfollow> any more.",
      "I don't need <username_to_unfollow> in my feed any more.",
    ],
    reports: [
      'You no longer follow <username_to_unfollow>.',
      'I unfollowed <username_to_unfollow> for you.',
      "You don't follow <username_to_unfollow> any more.",
      'Your account no longer follows <username_to_unfollow>.',
    ],
  },
  list_all_following: {
    asks: [
      "(show|tell) me who (I follow|I'm following)",
      'list (all |)the accounts I follow',
      'show me my following list',
      'Who do I follow?',
      'Who am I following( right now|)?',
      'Which accounts do I follow?',
    ],
    answers: ['/following_list/*'],
    reports: [
      'You follow </following_list:list>.',
      "You're following </following_list:list>.",
      'Accounts you follow: </following_list:list>.',
      'Your following list: </following_list:list>.',
    ],
  },
} satisfies Record<string, Phrases>
