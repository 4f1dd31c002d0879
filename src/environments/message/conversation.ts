import { type Conversation, sibling } from '../../environment/index.js'
import type { State } from './state.js'

/** What conversations about a workspace messenger hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'send_message',
      parameter: 'message',
      asks: [
        'send <receiver_id> a message( for me|)',
        'message <receiver_id> for me',
        'I have something to tell <receiver_id>.',
      ],
      questions: ['What should the message say?', 'What would you like to say?', 'What should I write?'],
    },
    {
      tool: 'add_contact',
      parameter: 'user_name',
      asks: [
        'add (someone|a new person) to (my contacts|the workspace)',
        'set up a new contact for me',
        'I have a new contact to add.',
      ],
      questions: ["What is the contact's name?", 'Who should I add?', 'What is the name of the new contact?'],
    },
    {
      tool: 'search_messages',
      parameter: 'keyword',
      asks: [
        'search my messages for (me|something)',
        'find (one of my messages|an old message of mine)',
        "I'm looking for a message I sent a while ago.",
      ],
      questions: ['What word should I search for?', 'What should I search for?', 'Which word is in the message?'],
    },
  ],
  unsupported: [
    {
      name: 'schedule',
      asks: [
        'schedule a message to <user> for (tomorrow|tomorrow morning|Monday morning)',
        'schedule a message for <user> that goes out (tonight|on Monday)',
        'Can you schedule a message to <user> for (tomorrow|Monday)?',
      ],
      entities: { user: 'user' },
      what: 'schedule messages',
      instead: { tool: 'send_message', says: ['I could send it right away, though.', 'I can only send it now.'] },
      words: ['schedule'],
    },
    {
      name: 'block',
      asks: [
        'block <user> (on|in) the messenger',
        'Can you block <user>( in the messenger|)?',
        "I don't want any more messages from <user>, please block that contact.",
      ],
      entities: { user: 'user' },
      what: 'block people',
      words: ['block', 'mute'],
    },
    {
      name: 'group',
      asks: [
        '(start|create|set up) a group chat with <user> and (the rest of my team|everyone in my team)',
        'Can you start a group chat with <user> and my team?',
        'I need a group chat with <user> and the rest of my team.',
      ],
      entities: { user: 'user' },
      what: 'start group chats',
      instead: { tool: 'send_message', says: ['I can message people one by one, though.'] },
      words: ['group', 'chat'],
    },
    {
      name: 'call',
      asks: ['call <user>( for me|)', '(start|set up) a video call with <user>', 'Can you get <user> on a video call?'],
      entities: { user: 'user' },
      what: 'make phone or video calls',
      instead: { tool: 'send_message', says: ['I could send a message instead.', 'Shall I send a message instead?'] },
      words: ['phone', 'video'],
    },
    {
      name: 'read-receipt',
      asks: [
        '(check|see) (if|whether) <user> has read my message',
        'Has <user> read my (last |)message( yet|)?',
        'Did <user> see my (last |)message?',
      ],
      entities: { user: 'user' },
      what: 'see who has read a message',
      instead: { tool: 'view_messages_sent', says: ["I can show you what you've sent, though."] },
      words: ['receipt', 'unread'],
    },
  ],
  limits: [
    {
      tool: 'add_contact',
      code: 'exists',
      reads: 'already exists',
      candidates: ({ state }) => state.user_map.slice(0, 8).map(([user_name]) => ({ user_name })),
      says: ['there is already a contact named <user_name>', '<user_name> is already in the workspace'],
      undone: ['Nobody was added', 'No second contact was added', 'No new contact was added'],
    },
  ],
  rules: [
    {
      name: 'deleting',
      tool: 'delete_message',
      test: 'any',
      limits: [],
      line: 'Messages must not be deleted.',
      says: 'sent messages have to be kept',
      permits: 'Messages may be deleted.',
    },
    {
      name: 'contacts',
      tool: 'add_contact',
      test: 'any',
      limits: [],
      line: 'New contacts are added by the administrator, never by you.',
      says: 'only the administrator adds new contacts',
      permits: 'You may add new contacts.',
    },
    {
      name: 'sending',
      tool: 'send_message',
      test: 'any',
      limits: [],
      line: 'You may read the messenger but must not send messages in the name of the user.',
      says: 'I may read your messages but not send any',
      permits: 'You may read the messenger and send messages in the name of the user.',
    },
  ],
  siblings: [
    sibling('send_email', 'Send an email to an address.', { address: 'string', text: 'string' }, ['email', 'mail']),
    sibling('delete_channel', 'Delete a channel of the workspace.', { channel: 'string' }, ['channel']),
    sibling('get_channel_stats', 'Get the figures of a channel.', { channel: 'string' }, ['channel']),
    sibling('search_attachments', 'Search the attachments of messages.', { name: 'string' }, ['attachment']),
    sibling('list_meetings', 'List the meetings of the day.', { day: 'string' }, ['meeting']),
    sibling('add_emoji', 'Add an emoji to the workspace.', { name: 'string' }, ['emoji']),
  ],
  revisions: [
    {
      tool: 'send_message',
      parameter: 'receiver_id',
      undo: { tool: 'delete_message', arguments: { receiver_id: { same: 'receiver_id' } } },
      asks: [
        'sorry, that was meant for <receiver_id>',
        'that should have gone to <receiver_id>( instead|)',
        'wrong person, I meant to send it to <receiver_id>',
      ],
    },
  ],
}
