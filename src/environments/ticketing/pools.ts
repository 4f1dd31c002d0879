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
  'Still not fixed, and the whole team is affected now',
  'Getting worse, please look at it soon',
  'Not urgent, next week is fine',
  'We need this done before the end of the month',
  'A colleague has the same problem',
  'It was gone for a day, but now it is back',
  'Someone looked at it on Tuesday, still not solved',
  'Please call me before you come by',
  'We have a workaround for now',
  'The supplier knows about it',
  'Customers have noticed it too',
  'Third time I am reporting this',
  'This can wait until Friday',
  'Nobody from support has been in touch so far',
]

/** How things were settled: each fits any ticket. */
export const GENERAL_FIXES = [
  'It was a misunderstanding, nothing was wrong',
  'Taken care of this morning',
  'Explained the workaround to everyone affected',
  'It has not happened again for a week',
  'Found the cause and fixed it',
  'Went back to the old setup',
  'Found another solution with the team',
  'Sorted out over the phone',
  'Fixed by support',
  'Fixed this morning, checked with the user',
  'No longer needed',
  'Handled by the supplier',
]

/** Why somebody comes to the help desk. */
export function situationsOf({ team, colleagues: [colleague] }: Cast): string[] {
  return [
    "I'm going through my help desk tickets.",
    `The ${team} team has been asking me about my tickets.`,
    `${colleague?.first ?? 'My manager'} just asked me about my tickets.`,
  ]
}
