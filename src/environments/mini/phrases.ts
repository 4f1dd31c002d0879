import type { Phrases } from '../../environment/index.js'

/** How people at a parcel desk talk. Every wording belongs to one tool only, so that it can be read back. */
export const phrases = {
  find_parcel: {
    asks: [
      '(look up|check|find|get) the parcel number for <recipient>',
      "(What's|What is) the parcel number for <recipient>?",
      'Which parcel number does <recipient> have?',
      'I need the parcel number for <recipient>.',
    ],
    answers: ['/parcel_id'],
    reports: [
      'The parcel number for <recipient> is </parcel_id>.',
      '<recipient> has parcel number </parcel_id>.',
      'Parcel number for <recipient>: </parcel_id>.',
      'The parcel for <recipient> has the number </parcel_id>.',
    ],
    deeds: ["look up <recipient>'s parcel", 'look up parcels'],
  },
  get_parcel: {
    asks: [
      'How heavy is <parcel_id>?',
      'How much does <parcel_id> weigh?',
      "What's the weight of <parcel_id>?",
      'I need the weight of <parcel_id>.',
      '(check|look up) the weight of <parcel_id>',
      '(check|tell me|find out) how (heavy <parcel_id> is|much <parcel_id> weighs)',
      'Weight of <parcel_id>?',
    ],
    reasons: ['Postage goes by weight.'],
    answers: ['/grams'],
    reports: [
      '<parcel_id> weighs </grams:count-gram>.',
      '<parcel_id> has a weight of </grams:count-gram>.',
      '<parcel_id> comes in at </grams:count-gram>.',
      '<parcel_id> is </grams:count-gram>.',
    ],
    deeds: ['look at <parcel_id>', 'see what <parcel_id> weighs'],
  },
  send_to_branch: {
    asks: [
      '(send|move|forward|transfer) <parcel_id> to <branch_id>',
      'get <parcel_id> (over|sent) to <branch_id>',
      'I need <parcel_id> at <branch_id>.',
      'I need <parcel_id> (sent|moved) to <branch_id>.',
      '<parcel_id> (needs to|should) go to <branch_id>.',
    ],
    reports: [
      "I've sent <parcel_id> to <branch_id>; it arrives in </arrives_in_days:count-day>.",
      '<parcel_id> is on its way to <branch_id> and arrives in </arrives_in_days:count-day>.',
      '<parcel_id> will be at <branch_id> in </arrives_in_days:count-day>.',
      'I sent <parcel_id> to <branch_id>. It should be there in </arrives_in_days:count-day>.',
    ],
    deeds: ['send <parcel_id> to <branch_id>'],
  },
  book_pickup: {
    asks: [
      '(book|schedule|arrange|set up) a pickup for <parcel_id> on <day>',
      'get <parcel_id> (picked up|collected) on <day>',
      'I need a pickup for <parcel_id> on <day>.',
      'I need <parcel_id> (picked up|collected) on <day>.',
      'Can someone collect <parcel_id> on <day>?',
    ],
    reasons: ["They can't come by themselves."],
    reports: [
      "I've booked a pickup for <parcel_id> on </day:date>; the code is </pickup_code>.",
      'The pickup for <parcel_id> is booked for </day:date>. The code is </pickup_code>.',
      '<parcel_id> will be picked up on </day:date>; the pickup code is </pickup_code>.',
      'I booked a pickup for <parcel_id> on </day:date>, with the code </pickup_code>.',
    ],
    deeds: ['book the pickup for <parcel_id>'],
  },
  cancel_pickup: {
    asks: [
      '(cancel|call off|drop|scrap) <pickup_code>',
      "(I don't|We don't) need <pickup_code> any more.",
      'I need <pickup_code> cancelled.',
      "I won't need <pickup_code> after all.",
    ],
    reasons: ['They are coming by themselves.'],
    reports: [
      "I've cancelled <pickup_code>.",
      'I cancelled <pickup_code> for you.',
      '<pickup_code> is cancelled.',
      '<pickup_code> has been cancelled.',
    ],
    deeds: ['cancel <pickup_code>'],
  },
} satisfies Record<string, Phrases>
