import type { Phrases } from '../../environment/index.js'

/** How colleagues talk about their messenger. Every wording belongs to one tool only. */
export const phrases = {
  list_users: {
    asks: [
      'show me (everyone|everybody|who is) in (the|our) workspace',
      'list (everyone|everybody|all the people) in (the|our) workspace',
      'give me the names of everyone in (the|our) workspace',
      "(Who's|Who is) in (the|our) workspace?",
      'Who do we have in (the|our) workspace?',
      'I need a list of everyone in (the|our) workspace.',
    ],
    reasons: ['A name has slipped my mind.', "I'm new here."],
    answers: ['/user_list/*'],
    reports: [
      'The workspace has </user_list:list>.',
      'In the workspace: </user_list:list>.',
      'The people in the workspace: </user_list:list>.',
      'Everyone in the workspace: </user_list:list>.',
    ],
  },
  get_user_id: {
    asks: [
      "(look up|find|check) <user>'s user ID",
      '(look up|find|get) the user ID of <user>',
      "(What's|What is) <user>'s (user ID|ID in the messenger)?",
      "I need <user>'s user ID.",
      'Which user ID does <user> have?',
    ],
    answers: ['/user_id'],
    reports: [
      "<user>'s user ID is </user_id>.",
      'The user ID of <user> is </user_id>.',
      '<user> has the user ID </user_id>.',
      'User ID of <user>: </user_id>.',
    ],
  },
  message_login: {
    asks: [
      '(log|sign) me in to the (messenger|workspace|workspace messenger)',
      '(log|sign) in to the (messenger|workspace) for me',
      'get me into the messenger',
    ],
    reports: [
      "You're signed in to the messenger.",
      'You are now signed in to the workspace messenger.',
      'I signed you in to the messenger.',
      'Signed you in to the workspace messenger.',
    ],
    asides: ['signed you in', 'signed you in to the messenger', 'signed you in to the workspace messenger'],
  },
  message_get_login_status: {
    asks: [
      "check (if|whether) I'm (still |)(signed|logged) in to the messenger",
      'see if my messenger session is still open',
      'Am I (still |)(signed|logged) in to the messenger?',
      'Is my messenger session still open?',
      "I'm not sure if I'm (still |)(signed|logged) in to the messenger, can you check?",
    ],
    answers: ['/login_status'],
    reports: [
      'You are</login_status:not> signed in to the messenger.',
      'You are</login_status:not> signed in to the messenger right now.',
      'Right now you are</login_status:not> signed in to the messenger.',
      '</login_status:yes>, you are</login_status:not> signed in to the messenger.',
    ],
  },
  send_message: {
    asks: [
      'send <receiver_id> (a|this) message: <message>',
      'send <receiver_id> a message (saying|that says) <message>',
      '(message|text|tell|write to) <receiver_id>: <message>',
      'send <message> to <receiver_id>',
      'let <receiver_id> know: <message>',
      'message <receiver_id> and say <message>',
      'forward <message:back> to <receiver_id>',
      'send <message:back> to <receiver_id> (as a message|in the messenger)',
      'pass <message:back> on to <receiver_id>',
    ],
    reports: [
      'Your message to <receiver_id> is sent.',
      'Sent your message to <receiver_id>.',
      'Sent to <receiver_id>: <message>.',
      'I messaged <receiver_id>: <message>.',
      'I sent your message to <receiver_id>.',
    ],
  },
  delete_message: {
    asks: [
      'delete my (last|latest|most recent) message to <receiver_id>',
      'remove my (last|latest) message to <receiver_id>',
      'unsend my last message to <receiver_id>',
      'delete the last (message|thing) I sent to <receiver_id>',
      'take back the last message I sent to <receiver_id>',
      'Can I take back my last message to <receiver_id>?',
      'My last message to <receiver_id> was wrong, please delete it.',
      "I didn't mean to send <receiver_id> that last message, please delete it.",
    ],
    occasions: ["I wrote <receiver_id> something I shouldn't have, so delete that message."],
    reasons: [
      'I made a mistake.',
      'I was too quick.',
      'Wrong window.',
      'I pressed enter too early.',
      'I got two people mixed up.',
    ],
    reports: [
      'Your last message to <receiver_id> is deleted.',
      'I deleted your last message to <receiver_id>.',
      'Deleted your latest message to <receiver_id>.',
      'The last message you sent to <receiver_id> is deleted.',
    ],
  },
  view_messages_sent: {
    asks: [
      "show me (all the messages|all messages|everything) I've sent( so far|)",
      "(list|show me|pull up) (all |)(my sent messages|the messages I've sent)",
      'What messages have I sent( so far|)?',
      'What messages have I sent so far?',
      "I need to see all the messages I've sent.",
    ],
    answers: ['/messages/*/*'],
    reports: [
      'So far you have sent: </messages/*:items>',
      'Your sent messages: </messages/*:items>',
      'You have sent: </messages/*:items>',
      'Sent so far: </messages/*:items>',
    ],
    items: ['to <key:thing-user>: </*:quoted-list>'],
  },
  search_messages: {
    asks: [
      'search my messages for <keyword>',
      '(find|show me) (my|all|all my) messages (with|that mention|about) <keyword>',
      'look for <keyword> in my messages',
      'Which of my messages mention <keyword>?',
      'What did I write about <keyword>?',
      'Have I sent anything about <keyword>?',
      "I'm looking for a message with <keyword> in it.",
    ],
    occasions: ['I know I told someone about <keyword>, can you find the message?'],
    reasons: [
      "I'm looking for something I wrote a while ago.",
      "I can't remember who I told.",
      'I know I wrote something about this.',
    ],
    answers: ['/results/*/message'],
    reports: [
      'Messages with <keyword>: </results/*:items>',
      'For <keyword> I found: </results/*:items>',
      'Messages that mention <keyword>: </results/*:items>',
      'Your search for <keyword> found: </results/*:items>',
    ],
    items: ['to </receiver_id:thing-user>: </message:quoted>'],
  },
  get_message_stats: {
    asks: [
      '(show|give|get) me my message (stats|statistics)',
      'tell me how many messages I have and with how many contacts',
      'count my messages and contacts',
      'What are my message (stats|statistics)?',
      'How many messages have I received, and with how many contacts?',
    ],
    answers: ['/stats/received_count', '/stats/total_contacts'],
    reports: [
      'You have received </stats/received_count:count-message>, with </stats/total_contacts:count-contact>.',
      "You've received </stats/received_count:count-message> so far and have </stats/total_contacts:count-contact>.",
      '</stats/received_count:count-message> received, </stats/total_contacts:count-contact> in total.',
      'So far: </stats/received_count:count-message> received and </stats/total_contacts:count-contact> in total.',
    ],
  },
  add_contact: {
    asks: [
      'add <user_name> to (my contacts|the workspace|our workspace)',
      'add <user_name> as a (new |)contact',
      '(create|set up) a (new |)contact for <user_name>',
      'put <user_name> in my contacts',
      'I need <user_name> in my contacts.',
    ],
    occasions: [
      '<user_name> just joined us, please add them to my contacts.',
      "I'm working with <user_name> now, so add them to my contacts.",
    ],
    reasons: ['We have a new colleague.', 'Somebody new started on Monday.', 'Someone new joined my project.'],
    reports: [
      '<user_name> is now in the workspace, with the user ID </user_id>.',
      'I added <user_name> to the workspace as </user_id>.',
      'Added <user_name> as a contact; the user ID is </user_id>.',
      'The contact for <user_name> is set up; the user ID is </user_id>.',
    ],
  },
} satisfies Record<string, Phrases>
