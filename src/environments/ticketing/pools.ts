import { pick, type Rng } from '../../core/random.js'
import type { Cast } from '../../environment/index.js'
import { COMPUTING } from './computing-topics.js'
import { OFFICE } from './office-topics.js'
import type { Case, Topic } from './topic.js'

export const TOPICS: readonly Topic[] = [...COMPUTING, ...OFFICE]

const PLACES = [
  'on the second floor',
  'on the fourth floor',
  'on the ground floor',
  'in the front office',
  'in the Harbour room',
  'in the Cedar room',
  'in the attic office',
  'in the warehouse',
  'at the reception',
  'in the workshop',
  'in the east wing',
  'in the west wing',
  'in the annex',
  'in the studio',
  'next to the stairs',
  'in the small meeting room',
  'in the large meeting room',
  'in the basement',
  'in the shop',
  'in the showroom',
]

export function placeIn(random: Rng): string {
  return pick(random, PLACES)
}

/** A case with its place filled in. */
export function placed({ title, detail, fix }: Case, place: string): Case {
  return { title: title.replace('{place}', place), detail, fix }
}

/** What people add to a description later, or put in its place: each fits any ticket. */
export const UPDATES = [
  'It has been worse since yesterday',
  'The whole team is affected now',
  'It mostly happens in the morning',
  'This can wait until Friday',
  'A colleague has the same problem now',
  'It went away for a day and came back',
  'Someone looked at it on Tuesday but could not fix it',
  'Please call me before you come by',
  'We need this done before the end of the month',
  'We have a workaround for now',
  'The supplier has been told as well',
  'Still not fixed, third time I am asking',
  'Customers have noticed it too',
  'Nobody from support has been in touch so far',
]

/** How things were settled: each fits any ticket. */
export const GENERAL_FIXES = [
  'It was a misunderstanding, nothing was broken',
  'Facilities took care of it this morning',
  'Explained the workaround to everyone affected',
  'It has not happened again for a week',
  'The service provider fixed it on site',
  'Found the cause and fixed it',
  'Went back to the old setup',
  'Found another solution with the team',
  'Sorted out over the phone',
  'Support fixed it remotely',
  'Replaced by a new one',
  'Fixed this morning, tested with the user',
  'No longer needed',
  'Handled by the supplier',
]

/** Why somebody comes to the help desk. */
export function situationsOf({ team, colleagues: [colleague] }: Cast): string[] {
  return [
    "I'm going through my help desk tickets.",
    'Quick help desk thing before my next meeting.',
    `The ${team} team asked me about my tickets.`,
    'My vacation starts tomorrow and I want my tickets in order by then.',
    `${colleague?.first ?? 'My manager'} just asked me about my help desk tickets.`,
    'I have a few minutes to catch up on tickets.',
    "It's been a while since I looked at the help desk.",
    'We have our weekly ticket review later today.',
  ]
}
