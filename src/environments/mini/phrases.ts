import type { Phrases } from '../../environment/index.js'

/** How people at a parcel desk talk. Every wording belongs to one tool only, so that it can be read back. */
export const phrases = {
  find_parcel: {
    asks: [
      '(look up|check) which parcel number <recipient> has',
      'tell me the parcel number of <recipient>',
      'see which parcel number belongs to <recipient>',
      'What parcel number does <recipient> have?',
      'Which parcel number does <recipient> go by?',
      'I need the parcel number of <recipient>.',
      "I'm missing the parcel number of <recipient>.",
    ],
    answers: ['/parcel_id'],
    reports: [
      'The parcel number (for|of) <recipient> is </parcel_id>.',
      'It is registered as </parcel_id>.',
      '</parcel_id> is the number you are after.',
    ],
  },
  get_parcel: {
    asks: [
      'find out how heavy <parcel_id> is',
      'How heavy is <parcel_id>?',
      'How much does <parcel_id> weigh?',
      "What's the weight of <parcel_id>?",
      '(check|look up) the weight of <parcel_id>',
      'weigh <parcel_id>',
      'tell me how heavy <parcel_id> is',
    ],
    answers: ['/grams'],
    reports: [
      '<parcel_id> weighs </grams> grams.',
      'It comes to </grams> grams.',
      'On the scales it is </grams> grams.',
    ],
  },
  send_to_branch: {
    asks: [
      '(send|move|forward) <parcel_id> (over |)to <branch_id>',
      '(have|get) <parcel_id> (sent|moved|forwarded) to <branch_id>',
      '<parcel_id> should (really be|be waiting) at <branch_id>.',
    ],
    reports: [
      '<parcel_id> is on its way to <branch_id> and arrives in </arrives_in_days:count-day>.',
      'Sent on to <branch_id>: </arrives_in_days:count-day> until it is there.',
      'It will be at <branch_id> in </arrives_in_days:count-day>.',
    ],
  },
  book_pickup: {
    asks: [
      '(arrange|book|set up) a pickup (for|of) <parcel_id> on <day>',
      '(arrange to have|get) <parcel_id> (picked up|collected) on <day>',
      'Somebody will (come for|collect) <parcel_id> on <day>.',
    ],
    reports: [
      'Pickup arranged for </day:date>; the code is </pickup_code>.',
      'Done: collection on </day:date> with code </pickup_code>.',
      'The driver comes on </day:date>; show the code </pickup_code>.',
    ],
  },
  cancel_pickup: {
    asks: [
      '(cancel|call off|drop) <pickup_code>',
      'have <pickup_code> cancelled',
      "Nobody can make it, so <pickup_code> (is off|won't happen).",
      "I won't be in, so <pickup_code> has to be cancelled.",
      'There is no need for <pickup_code> any more.',
    ],
    reports: ['The pickup is called off.', 'Cancelled: nobody will come for it.', 'That pickup is off the list.'],
  },
} satisfies Record<string, Phrases>
