import { type CandidateContext, type Conversation, sibling } from '../../environment/index.js'
import { identified, resolutionOf } from './candidates.js'
import { ownTickets, type State, type Ticket } from './state.js'

function withStatus({ state }: CandidateContext<State>, status: string): Ticket[] {
  return ownTickets(state).filter((ticket) => ticket['status'] === status)
}

/** What conversations with a help desk hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'resolve_ticket',
      parameter: 'resolution',
      asks: [
        'mark <ticket_id> as resolved',
        'resolve <ticket_id>',
        '<ticket_id> is fixed, you can resolve it.',
        'Can we mark <ticket_id> as resolved?',
      ],
      questions: [
        'What should the resolution say?',
        'What should I put down as the resolution?',
        'How was the problem solved?',
      ],
    },
    {
      tool: 'create_ticket',
      parameter: 'title',
      asks: [
        '(open|create) a new ticket',
        'file a ticket',
        'I need to report a problem to the help desk.',
        'I need a new ticket.',
      ],
      questions: [
        'What should the title of the ticket be?',
        'What should the ticket be called?',
        'What title should I give the ticket?',
      ],
    },
  ],
  unsupported: [
    {
      name: 'assign',
      asks: [
        'assign <ticket> to (someone else|another technician)',
        'reassign <ticket> to one of my colleagues',
        'Can <ticket> go to another technician?',
      ],
      entities: { ticket: 'ticket' },
      what: 'assign tickets to other people',
      instead: { tool: 'edit_ticket', says: ['I can change its priority or its description, though.'] },
      words: ['assign', 'technician'],
    },
    {
      name: 'attach',
      asks: [
        'attach a screenshot to <ticket>',
        'add a photo to <ticket>',
        'I have a screenshot for <ticket>, can you attach it?',
      ],
      entities: { ticket: 'ticket' },
      what: 'attach files to a ticket',
      instead: { tool: 'edit_ticket', says: ['I could put a few words about it in the description instead.'] },
      words: ['attach', 'screenshot'],
    },
    {
      name: 'reminder',
      asks: [
        'remind me about <ticket> tomorrow',
        'set a reminder for <ticket>',
        'Can you ping me about <ticket> on Friday?',
      ],
      entities: { ticket: 'ticket' },
      what: 'set reminders',
      words: ['remind', 'reminder'],
    },
    {
      name: 'merge',
      asks: [
        'merge my two newest tickets',
        'combine my last two tickets into one',
        'My last two tickets are about the same thing, can you merge them?',
      ],
      what: 'merge tickets',
      instead: { tool: 'close_ticket', says: ['I can close one of them, if that helps.'] },
      words: ['merge', 'combine'],
    },
  ],
  limits: [
    {
      tool: 'close_ticket',
      code: 'no-change',
      reads: 'already closed',
      candidates: (context) => withStatus(context, 'Closed').map(identified),
      says: ['<ticket_id> is already closed', '<ticket_id> has already been closed'],
      undone: ['There was nothing left to close', 'Nothing was changed'],
    },
    {
      tool: 'resolve_ticket',
      code: 'no-change',
      reads: 'already resolved',
      candidates: (context) =>
        withStatus(context, 'Resolved').map((ticket) => ({
          ...identified(ticket),
          resolution: resolutionOf(ticket, context.random),
        })),
      says: ['<ticket_id> is already resolved', '<ticket_id> has already been resolved'],
      undone: ['Your note was not added', 'I did not add the note'],
    },
  ],
  rules: [
    {
      name: 'priority',
      tool: 'create_ticket',
      parameter: 'priority',
      test: 'above',
      limits: [2, 3],
      line: 'Never open a ticket with a priority above <limit:number>.',
      says: 'tickets may not be opened with a priority above <limit:number>',
    },
    {
      name: 'closing',
      tool: 'close_ticket',
      test: 'any',
      limits: [],
      line: 'Only support staff may close tickets, so never close one.',
      says: 'only support staff may close tickets',
      permits: 'You may close tickets when the user asks for it.',
    },
    {
      name: 'resolving',
      tool: 'resolve_ticket',
      test: 'any',
      limits: [],
      line: 'Only technicians may mark tickets as resolved, so never do it yourself.',
      says: 'only technicians may mark tickets as resolved',
      permits: 'You may mark tickets as resolved yourself.',
    },
  ],
  siblings: [
    sibling('get_user_profile', "Show a user's profile.", { username: 'string' }, ['profile']),
    sibling('edit_user_profile', "Change a field of a user's profile.", { field: 'string', value: 'string' }, [
      'profile',
    ]),
    sibling('create_change_request', 'File a change request for a server.', { server: 'string', reason: 'string' }, [
      'server',
    ]),
    sibling('close_account', "Close a user's account for good.", { username: 'string' }, [
      'close account',
      'deactivate',
    ]),
    sibling('get_asset', 'Show what is known about a device in the inventory.', { asset_tag: 'string' }, [
      'inventory',
      'asset',
    ]),
  ],
  revisions: [
    {
      tool: 'edit_ticket',
      parameter: 'updates/priority',
      asks: [
        'make that priority <updates/priority:number>',
        'no, make it priority <updates/priority:number>',
        'sorry, I meant priority <updates/priority:number>',
      ],
    },
  ],
  conditionals: [
    {
      name: 'close-if-resolved',
      tool: 'get_ticket',
      at: '/status',
      noun: 'status',
      test: 'is',
      limit: 'Resolved',
      others: ['Open', 'In Progress'],
      says: ['it is already resolved', 'it is marked as resolved', 'it has been resolved'],
      short: ['already resolved'],
      does: 'close_ticket',
      same: { ticket_id: 'ticket_id' },
      asks: ['close it', 'go ahead and close it'],
      undone: ["I didn't close it", "I haven't closed it"],
    },
    {
      name: 'raise-if-open',
      tool: 'get_ticket',
      at: '/status',
      noun: 'status',
      test: 'is',
      limit: 'Open',
      others: ['In Progress', 'On Hold'],
      says: ['it is still open', 'the status is still open'],
      short: ['still open'],
      does: 'edit_ticket',
      same: { ticket_id: 'ticket_id' },
      asks: [
        'change its priority to <updates/priority:number>',
        'set its priority to <updates/priority:number>',
        'make it priority <updates/priority:number>',
      ],
      undone: ['I left its priority as it is', "I didn't change its priority"],
    },
    {
      name: 'settle-if-in-progress',
      tool: 'get_ticket',
      at: '/status',
      noun: 'status',
      test: 'is',
      limit: 'In Progress',
      others: ['Open', 'On Hold'],
      says: ['it is still in progress', 'the status is in progress'],
      short: ['still in progress'],
      does: 'resolve_ticket',
      same: { ticket_id: 'ticket_id' },
      asks: ['resolve it with the note <resolution:quoted>', 'mark it as resolved with the note <resolution:quoted>'],
      undone: ["I didn't resolve it", 'I left it as it is'],
    },
  ],
}
