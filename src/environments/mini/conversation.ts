import { type Conversation, sibling } from '../../environment/index.js'
import type { State } from './state.js'

/** What conversations at the parcel desk hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'book_pickup',
      parameter: 'day',
      asks: [
        'arrange a pickup for <parcel_id>',
        'have somebody come for <parcel_id>',
        'It is time that <parcel_id> gets picked up.',
      ],
      questions: [
        'On which day should it be picked up?',
        'Which day suits you?',
        'For what day should I arrange the pickup?',
      ],
    },
    {
      tool: 'send_to_branch',
      parameter: 'branch_id',
      asks: [
        'send <parcel_id> to another branch',
        'have <parcel_id> moved somewhere else',
        '<parcel_id> should be waiting at another branch.',
      ],
      questions: [
        'Which branch should it go to: <options>?',
        'To which branch, <options>?',
        'Which branch do you mean?',
      ],
    },
  ],
  unsupported: [
    {
      name: 'gift',
      asks: [
        'have <parcel> wrapped as a gift',
        'Could <parcel> be wrapped as a gift?',
        '<parcel> is a gift, so it should be wrapped nicely.',
      ],
      entities: { parcel: 'parcel' },
      what: 'wrap parcels as a gift',
      words: ['gift', 'wrap'],
    },
    {
      name: 'sender',
      asks: [
        'find out who the sender of <parcel> is',
        'Who is the sender of <parcel>?',
        'I have no idea who <parcel> came from and want to know the sender.',
      ],
      entities: { parcel: 'parcel' },
      what: 'look up the sender of a parcel',
      words: ['sender'],
    },
    {
      name: 'open',
      asks: [
        'have <parcel> opened and tell me the contents',
        'What are the contents of <parcel>?',
        'Before anybody carries <parcel> home I want to know the contents.',
      ],
      entities: { parcel: 'parcel' },
      what: 'look at the contents of a parcel',
      words: ['contents'],
    },
  ],
  limits: [
    {
      tool: 'send_to_branch',
      code: 'no-change',
      reads: 'already at branch',
      candidates: ({ state: { parcels } }) =>
        Object.entries(parcels).map(([parcel_id, { branch }]) => ({ parcel_id, branch_id: branch })),
      says: ['it is already at that branch', 'that is the branch where it already is'],
      undone: ['Nothing was sent', 'The parcel stays where it is', 'Nothing had to be moved'],
    },
  ],
  rules: [
    {
      name: 'pickups',
      tool: 'cancel_pickup',
      test: 'any',
      limits: [],
      line: 'Pickups that were arranged must not be called off.',
      says: 'pickups that were arranged must not be called off',
    },
    {
      name: 'sending',
      tool: 'send_to_branch',
      test: 'any',
      limits: [],
      line: 'Parcels stay at their branch: never send one to another.',
      says: 'parcels stay at their branch and must not be sent to another',
    },
  ],
  siblings: [
    sibling('find_letter', 'Look up a registered letter.', { number: 'string' }, ['letter']),
    sibling('book_courier', 'Book a courier for an urgent delivery.', { address: 'string' }, ['courier', 'urgent']),
    sibling('send_to_locker', 'Send a delivery to a locker.', { locker: 'string' }, ['locker']),
    sibling('cancel_subscription', 'Cancel a subscription to stamps.', { number: 'string' }, [
      'subscription',
      'stamps',
    ]),
  ],
  revisions: [
    {
      tool: 'book_pickup',
      parameter: 'day',
      undo: { tool: 'cancel_pickup', arguments: { pickup_code: 'earlier' } },
      asks: ['make it <day> instead', 'on second thought, <day> suits me better', 'sorry, it has to be <day>'],
    },
    {
      tool: 'send_to_branch',
      parameter: 'branch_id',
      asks: ['make that <branch_id> instead', 'sorry, I meant <branch_id>', 'on second thought, <branch_id> is nearer'],
    },
  ],
  conditionals: [
    {
      name: 'light',
      tool: 'get_parcel',
      at: '/grams',
      noun: 'weight in grams',
      test: 'below',
      says: ['it weighs less than <limit:number> grams', 'it is lighter than <limit:number> grams'],
      short: ['less than <limit:number> grams', 'under <limit:number> grams'],
      does: 'send_to_branch',
      same: { parcel_id: 'parcel_id' },
      asks: ['send it over to <branch_id>', 'have it moved to <branch_id>'],
    },
    {
      name: 'heavy',
      tool: 'get_parcel',
      at: '/grams',
      noun: 'weight in grams',
      test: 'above',
      says: ['it weighs more than <limit:number> grams', 'it is heavier than <limit:number> grams'],
      short: ['more than <limit:number> grams', 'over <limit:number> grams'],
      does: 'book_pickup',
      same: { parcel_id: 'parcel_id' },
      asks: ['arrange a pickup on <day>', 'have it collected on <day>'],
    },
  ],
}
