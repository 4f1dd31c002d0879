import type { JsonObject } from '../../core/json.js'
import { type CandidateContext, type Conversation, sibling } from '../../environment/index.js'
import { ownTickets, type State } from './state.js'

function withStatus({ state }: CandidateContext<State>, status: string): JsonObject[] {
  return ownTickets(state)
    .filter((ticket) => ticket['status'] === status)
    .map((ticket) => ({ ticket_id: ticket['id'] ?? null }))
}

/** What conversations with a help desk hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'resolve_ticket',
      parameter: 'resolution',
      asks: [
        'mark <ticket_id> as solved',
        'resolve <ticket_id>',
        'The problem behind <ticket_id> is gone, so it can be resolved.',
      ],
      questions: [
        'What should the resolution say?',
        'What shall I write down as the resolution?',
        'How was the problem solved?',
      ],
    },
    {
      tool: 'create_ticket',
      parameter: 'title',
      asks: ['open a new ticket for me', 'file a ticket', 'I have to report a problem to the help desk.'],
      questions: [
        'What should the title of the ticket be?',
        'What is the problem, as a title for the ticket?',
        'Under which title should I file the ticket?',
      ],
    },
  ],
  unsupported: [
    {
      name: 'assign',
      asks: [
        'assign <ticket> to a colleague of mine',
        'Can <ticket> be assigned to somebody else?',
        'I want <ticket> assigned to another technician.',
      ],
      entities: { ticket: 'ticket' },
      what: 'assign tickets to other people',
      words: ['assign', 'technician'],
    },
    {
      name: 'attach',
      asks: [
        'attach a screenshot to <ticket>',
        'add a photo of the fault to <ticket> as an attachment',
        'I have a screenshot that should be attached to <ticket>.',
      ],
      entities: { ticket: 'ticket' },
      what: 'attach files to a ticket',
      words: ['attach', 'screenshot'],
    },
    {
      name: 'reminder',
      asks: [
        'remind me of <ticket> tomorrow',
        'set a reminder for <ticket>',
        'I want a reminder about <ticket> at the end of the week.',
      ],
      entities: { ticket: 'ticket' },
      what: 'set reminders',
      words: ['remind', 'reminder'],
    },
    {
      name: 'merge',
      asks: [
        'merge my two newest tickets',
        'Can my two latest tickets be merged into one?',
        'Two of my tickets are about the same thing and should be merged.',
      ],
      what: 'merge tickets',
      words: ['merge', 'combine'],
    },
  ],
  limits: [
    {
      tool: 'close_ticket',
      code: 'no-change',
      reads: 'already closed',
      candidates: (context) => withStatus(context, 'Closed'),
      says: ['that ticket is already closed', 'the ticket has already been closed'],
      undone: ['Nothing was changed', 'There was nothing left to close', 'The ticket is as it was'],
    },
    {
      tool: 'resolve_ticket',
      code: 'no-change',
      reads: 'already resolved',
      candidates: (context) =>
        withStatus(context, 'Resolved').map((ticket) => ({ ...ticket, resolution: 'Works again since this morning.' })),
      says: ['that ticket is already resolved', 'the ticket has already been resolved'],
      undone: ['The resolution was not changed', 'Nothing was written to it', 'The ticket is as it was'],
    },
  ],
  rules: [
    {
      name: 'priority',
      tool: 'create_ticket',
      parameter: 'priority',
      test: 'above',
      limits: [2, 3],
      line: 'Tickets must not be opened with a priority above <limit:number>.',
      says: 'tickets must not be opened with a priority above <limit:number>',
    },
    {
      name: 'closing',
      tool: 'close_ticket',
      test: 'any',
      limits: [],
      line: 'Only the support staff closes tickets; you must not.',
      says: 'only the support staff closes tickets',
    },
    {
      name: 'resolving',
      tool: 'resolve_ticket',
      test: 'any',
      limits: [],
      line: 'Tickets are resolved by technicians alone, never through you.',
      says: 'tickets are resolved by technicians alone',
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
        'on second thought, priority <updates/priority:number> is right',
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
      says: ['it has been resolved', 'it is marked as resolved', 'it turns out to be resolved'],
      short: ['already resolved'],
      does: 'close_ticket',
      same: { ticket_id: 'ticket_id' },
      asks: ['close it', 'have it closed', 'shut it for good'],
    },
    {
      name: 'raise-if-open',
      tool: 'get_ticket',
      at: '/status',
      noun: 'status',
      test: 'is',
      limit: 'Open',
      others: ['In Progress', 'On Hold'],
      says: ['it is still open', 'nobody has got beyond open', 'it has not moved on from open'],
      short: ['still open'],
      does: 'edit_ticket',
      same: { ticket_id: 'ticket_id' },
      asks: [
        'raise its priority to <updates/priority:number>',
        'switch it to priority <updates/priority:number>',
        'set its priority to <updates/priority:number>',
      ],
    },
    {
      name: 'settle-if-in-progress',
      tool: 'get_ticket',
      at: '/status',
      noun: 'status',
      test: 'is',
      limit: 'In Progress',
      others: ['Open', 'On Hold'],
      says: ['it is still in progress', 'somebody is still at it'],
      short: ['still in progress'],
      does: 'resolve_ticket',
      same: { ticket_id: 'ticket_id' },
      asks: ['resolve it with the note <resolution:quoted>', 'mark it as solved and note <resolution:quoted>'],
    },
  ],
}
