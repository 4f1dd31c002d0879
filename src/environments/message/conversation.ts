import { type Conversation, sibling } from '../../environment/index.js'
import type { State } from './state.js'

/** What conversations about a workspace messenger hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'send_message',
      parameter: 'message',
      asks: [
        'send <receiver_id> a message for me',
        'write to <receiver_id> on the messenger',
        'I have to tell <receiver_id> something.',
      ],
      questions: [
        'What should the message say?',
        'What would you like me to write in the message?',
        'What is the message?',
      ],
    },
    {
      tool: 'add_contact',
      parameter: 'user_name',
      asks: [
        'add somebody to my contacts',
        'set up a new contact for me',
        'There is somebody new who should be in the workspace.',
      ],
      questions: [
        "What is the contact's name?",
        'Under which name should I add the contact?',
        'What name should the new contact have?',
      ],
    },
    {
      tool: 'search_messages',
      parameter: 'keyword',
      asks: [
        'search my messages for me',
        'look for one of my messages',
        'There is a message of mine that I need to read again.',
      ],
      questions: [
        'Which word should I search for?',
        'What word does the message have in it?',
        'Which word should I look for in the messages?',
      ],
    },
  ],
  unsupported: [
    {
      name: 'schedule',
      asks: [
        'schedule a message to <user> for tomorrow morning',
        'Can a message to <user> be scheduled for tomorrow?',
        'I want to schedule something for <user> to read on Monday.',
      ],
      entities: { user: 'user' },
      what: 'schedule messages',
      words: ['schedule'],
    },
    {
      name: 'block',
      asks: [
        'block <user> on the messenger',
        'Can I block <user>?',
        "I don't want to hear from <user> any more, so a block would be good.",
      ],
      entities: { user: 'user' },
      what: 'block people',
      words: ['block', 'mute'],
    },
    {
      name: 'group',
      asks: [
        'start a group chat with <user> and the others from the team',
        'set up a group chat that has <user> in it',
        'Could we have a group chat with <user>?',
      ],
      entities: { user: 'user' },
      what: 'start group chats',
      words: ['group', 'chat'],
    },
    {
      name: 'call',
      asks: ['ring <user> on the phone', 'start a video call with <user>', 'Can you get <user> on a video call?'],
      entities: { user: 'user' },
      what: 'make phone or video calls',
      words: ['phone', 'video'],
    },
    {
      name: 'read-receipt',
      asks: [
        'find out whether <user> has read my message',
        'Has <user> read what I sent?',
        'I wonder whether <user> has read my last message yet.',
      ],
      entities: { user: 'user' },
      what: 'see who has read a message: there are no receipts',
      words: ['receipt', 'unread'],
    },
  ],
  limits: [
    {
      tool: 'add_contact',
      code: 'exists',
      reads: 'already exists',
      candidates: ({ state }) => state.user_map.slice(0, 8).map(([user_name]) => ({ user_name })),
      says: ['a contact named <user_name> already exists', '<user_name> already exists as a contact'],
      undone: ['Nobody was added', 'No second contact was added', 'The contacts are as they were'],
    },
  ],
  rules: [
    {
      name: 'deleting',
      tool: 'delete_message',
      test: 'any',
      limits: [],
      line: 'Messages must not be deleted.',
      says: 'messages must not be deleted',
    },
    {
      name: 'contacts',
      tool: 'add_contact',
      test: 'any',
      limits: [],
      line: 'New contacts are added by the administrator, never by you.',
      says: 'new contacts are added by the administrator',
    },
    {
      name: 'sending',
      tool: 'send_message',
      test: 'any',
      limits: [],
      line: 'You may read the messenger but must not send messages in the name of the user.',
      says: "messages must not be sent in the user's name",
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
        'that should have gone to <receiver_id> instead',
        'wrong person: it was for <receiver_id>',
      ],
    },
  ],
}
