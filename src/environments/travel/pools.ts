import type { Cast } from '../../environment/index.js'

/** Our own word pools for travel scenarios; no entry contains a double quote. */
export const INSURANCE_TYPES = [
  'basic',
  'comprehensive',
  'medical',
  'cancellation',
  'baggage',
  'accident',
  'delay',
] as const

const REQUESTS = [
  'Can I get a vegetarian meal on board?',
  'I use a folding wheelchair and need help at the gate.',
  'Can you move my seat closer to the front?',
  "I'd like to bring a cello as cabin baggage.",
  'Please add my frequent flyer number, it is missing.',
  'My last name is misspelled on the confirmation.',
  'The confirmation has my street spelled wrong.',
  'Can I check in two suitcases instead of one?',
  "I'm allergic to peanuts, please let the crew know.",
  'Do I need a visa for the stopover?',
  'The receipt shows a different amount than the one I agreed to.',
  "My daughter is on the same flight, and I'd like the seat next to hers.",
  'How early does the baggage counter open?',
  "I still haven't received my boarding pass.",
  'Is there a later flight on the same day?',
  'Can I take my small dog into the cabin?',
  'Please send a copy of the receipt to our accounting team.',
  'I broke my leg and need a seat with more legroom.',
  'The web check-in stops with an error every time I try.',
  'Can you confirm that my surfboard is accepted?',
  'I need a written confirmation of this trip for my employer.',
  'My phone number has changed since I made this reservation.',
  'Is there breakfast on board?',
  'I was charged twice for the seat reservation.',
  'Can the crew store an insulin cooler for me?',
  'Which terminal does this flight leave from?',
]

const CLOSINGS = [
  'Thanks in advance.',
  'A short answer by email is fine.',
  'You can reach me by phone after six.',
  'Please get back to me this week.',
  'Thank you for your help.',
  'Please reply by email.',
  "I'd appreciate a quick answer.",
  'Let me know if you need anything else from me.',
  "I'd like to settle this before I leave.",
  'Please let me know soon.',
  'Many thanks.',
  "It's quite important to me.",
]

export const SUPPORT_MESSAGES: readonly string[] = REQUESTS.flatMap((request) => [
  request,
  ...CLOSINGS.map((closing) => `${request} ${closing}`),
])

/** Why somebody sits in front of the travel desk. */
export function situationsOf({ organisation, colleagues: [colleague] }: Cast): string[] {
  return [
    `${colleague?.first ?? 'My assistant'} usually books my trips but is out this week.`,
    `I'm going to be travelling for ${organisation} again.`,
    "I'm sorting out my next trip.",
  ]
}
