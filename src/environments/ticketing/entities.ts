import { type EntityDefinition, sharedEntities } from '../../environment/index.js'

/** How people name what a help desk is made of; ticket ids are for tools only. */
export const entities: { readonly [entity: string]: EntityDefinition } = {
  ...sharedEntities,
  ticket: {
    noun: ['ticket number', 'ticket numbers'],
    opaque: true,
    mentions: {
      'title:contains': ['the <value:word> ticket', 'the ticket about the <value:word>'],
      'title:equals': ['the ticket <value:quoted>', 'the <value:quoted> ticket'],
    },
    named: ['ticket <id>, <title:quoted>,', 'ticket <id> <title:quoted>', 'ticket <value>'],
    earlier: ['that ticket', 'it'],
    again: ['the ticket'],
    newest: ['that last ticket', 'the last ticket'],
    listed: ['the <place> one', 'the <place> one on the list'],
    extremes: {
      'priority:most': ['my ticket with the highest priority', 'my highest-priority ticket'],
      'priority:least': ['my ticket with the lowest priority', 'my lowest-priority ticket'],
    },
    sought: ['priority:most'],
  },
  account: { noun: ['account name', 'account names'], form: 'word' },
  password: { noun: ['password', 'passwords'], form: 'quoted', opaque: true },
  'ticket-status': {
    noun: ['status', 'statuses'],
    words: {
      Open: ['open'],
      'In Progress': ['in progress'],
      'On Hold': ['on hold'],
      Resolved: ['resolved'],
      Closed: ['closed'],
    },
  },
  priority: { noun: ['priority', 'priorities'], form: 'number' },
}
