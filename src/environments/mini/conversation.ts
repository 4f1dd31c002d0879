import { type Conversation, sibling } from '../../environment/index.js'
import type { State } from './state.js'

/** What conversations at the parcel desk hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'book_pickup',
      parameter: 'day',
      asks: [
        '(book|arrange) a pickup for <parcel_id>',
        'get <parcel_id> (picked up|collected)',
        'I need a pickup for <parcel_id>.',
      ],
      questions: ['On which day?', 'Which day should I book it for?', 'What day do you want the pickup?'],
    },
    {
      tool: 'send_to_branch',
      parameter: 'branch_id',
      asks: [
        '(send|move) <parcel_id> to (another|a different) branch',
        'I need <parcel_id> at a different branch.',
        '<parcel_id> should go to another branch.',
      ],
      questions: [
        'Which branch should it go to: <options>?',
        'To which branch: <options>?',
        'Which branch should it go to?',
      ],
    },
  ],
  unsupported: [
    {
      name: 'gift',
      asks: ['wrap <parcel> as a gift', 'Can you gift-wrap <parcel>?', 'I need <parcel> wrapped as a gift.'],
      entities: { parcel: 'parcel' },
      what: 'wrap parcels as a gift',
      words: ['gift', 'wrap'],
    },
    {
      name: 'sender',
      asks: [
        'find out who sent <parcel>',
        'Who is the sender of <parcel>?',
        'Who sent <parcel>?',
        'I need to know who sent <parcel>.',
      ],
      entities: { parcel: 'parcel' },
      what: 'look up the sender of a parcel',
      words: ['sender'],
    },
    {
      name: 'open',
      asks: [
        'open <parcel> and tell me the contents',
        'What are the contents of <parcel>?',
        "I need to know what's inside <parcel>.",
      ],
      entities: { parcel: 'parcel' },
      what: 'look inside a parcel',
      words: ['contents', 'inside'],
    },
  ],
  limits: [
    {
      tool: 'send_to_branch',
      code: 'no-change',
      reads: 'already at branch',
      candidates: ({ state: { parcels } }) =>
        Object.entries(parcels).map(([parcel_id, { branch }]) => ({ parcel_id, branch_id: branch })),
      says: ['<parcel_id> is already at <branch_id>'],
      undone: ['Nothing was sent', 'The parcel was not sent anywhere', 'The parcel stays where it is'],
    },
  ],
  rules: [
    {
      name: 'pickups',
      tool: 'cancel_pickup',
      test: 'any',
      limits: [],
      line: 'Booked pickups must not be cancelled.',
      says: 'booked pickups must not be cancelled',
      permits: 'Booked pickups may be cancelled.',
    },
    {
      name: 'sending',
      tool: 'send_to_branch',
      test: 'any',
      limits: [],
      line: 'Parcels stay at their branch: never send one to another.',
      says: 'parcels stay at their branch and must not be sent to another',
      permits: 'Parcels may be sent from one branch to another.',
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
      asks: ['make it <day> instead', 'sorry, make that <day>', 'actually, <day> is better'],
    },
    {
      tool: 'send_to_branch',
      parameter: 'branch_id',
      asks: ['make that <branch_id> instead', 'sorry, I meant <branch_id>', 'actually, I meant <branch_id>'],
    },
  ],
  conditionals: [
    {
      name: 'light',
      tool: 'get_parcel',
      at: '/grams',
      noun: 'weight',
      test: 'below',
      says: ['it weighs less than <limit:count-gram>', 'it is lighter than <limit:count-gram>'],
      short: ['less than <limit:count-gram>', 'under <limit:count-gram>'],
      does: 'send_to_branch',
      same: { parcel_id: 'parcel_id' },
      asks: ['send it over to <branch_id>', 'have it moved to <branch_id>'],
      undone: ["I haven't sent it anywhere", 'it stays where it is'],
    },
    {
      name: 'heavy',
      tool: 'get_parcel',
      at: '/grams',
      noun: 'weight',
      test: 'above',
      says: ['it weighs more than <limit:count-gram>', 'it is heavier than <limit:count-gram>'],
      short: ['more than <limit:count-gram>', 'over <limit:count-gram>'],
      does: 'book_pickup',
      same: { parcel_id: 'parcel_id' },
      asks: ['arrange a pickup on <day>', 'have it collected on <day>'],
      undone: ["I didn't arrange a pickup", 'no pickup is booked'],
    },
  ],
}
