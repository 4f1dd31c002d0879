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
  'Could I please have a vegetarian meal on board?',
  'I will be travelling with a folding wheelchair and need help at the gate.',
  'Is it possible to move my seat closer to the front of the cabin?',
  'I would like to bring a cello as extra cabin baggage.',
  'Please add my frequent flyer number before the miles are counted.',
  'My surname is spelled wrongly on the confirmation.',
  'The confirmation still shows the old departure time.',
  'Can I check in two suitcases instead of one?',
  'I am allergic to peanuts and want the crew to know.',
  'Please tell me whether a visa is needed for the stopover.',
  'The receipt shows a different amount from the one I agreed to.',
  'My daughter travels with me and needs a seat next to mine.',
  'Could you let me know how early the baggage counter opens?',
  'I have not received a boarding pass for this trip yet.',
  'Is there a later connection on the same day?',
  'I would like to take my small dog into the cabin.',
  'Please send a copy of the receipt to our accounting department.',
  'I broke my leg and need a seat with more legroom.',
  'The web check-in stops with an error each time I try.',
  'Can you confirm that my surfboard has been accepted?',
  'I need a written confirmation of this trip for my employer.',
  'Please remove the hotel offer that was added to my trip.',
  'My phone number has changed since I made this reservation.',
  'Is breakfast included, or should I eat before I leave?',
  'I was charged twice for the seat reservation.',
  'Could the crew store an insulin cooler for me?',
]

const CLOSINGS = [
  'A short answer by e-mail is enough.',
  'I can be reached by phone after six in the evening.',
  'My message from last week has not been answered.',
  'Thank you for looking into it.',
  'It would be good to know before the weekend.',
  'I am happy to pay a fee if there is one.',
  'Please do not call during office hours.',
  'Many thanks in advance.',
  'It worked without any trouble on my last trip.',
  'Let me know if you need further documents.',
  'I would rather settle it before I leave home.',
  'This is quite important to me.',
]

export const SUPPORT_MESSAGES: readonly string[] = REQUESTS.flatMap((request) => [
  request,
  ...CLOSINGS.map((closing) => `${request} ${closing}`),
])

/** Why somebody sits in front of the travel desk. */
export function situationsOf({ team, projects, organisation, colleagues: [colleague] }: Cast): string[] {
  return [
    `The ${team} team is sending me on the road again.`,
    `Work on ${projects[0] ?? 'a project'} means that I have to travel.`,
    `I'm sorting out my travel arrangements for ${projects[1] ?? 'the year'}.`,
    `${colleague?.first ?? 'Somebody'} usually looks after my trips but is on leave this week.`,
    `${organisation} has finally approved my travel plans.`,
    'My holiday has been approved, so I want to get everything settled.',
    'A client meeting was moved, and my plans have to move with it.',
    'My sister is getting married far from home this year.',
    "I'm trying to keep my travel spending under control.",
    'I have a few loose ends to tie up before my next trip.',
    "I'm putting together the paperwork for my travels.",
    'An old friend invited me to visit, and I want to be well prepared.',
    "I'll be away from the office a lot in the coming months.",
    'We are planning a family visit, and I take care of the travel part.',
  ]
}
