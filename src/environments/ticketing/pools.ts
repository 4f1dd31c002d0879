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
export function placed(chosen: Case, place: string): Case {
  return { ...chosen, title: chosen.title.replace('{place}', place) }
}

/** What can be written of a ticket with this title: of what it is about, or else what fits any. */
export function notesOn(title: string): Pick<Case, 'fixes' | 'later'> & { readonly detail?: string } {
  return CASES.find(({ starts, ends }) => title.startsWith(starts) && title.endsWith(ends)) ?? ANY_CASE
}

const CASES = TOPICS.flatMap(({ cases }) =>
  cases.map((each) => {
    const [starts = '', ends = ''] = each.title.split('{place}')
    return { ...each, starts, ends }
  }),
)

const ANY_CASE = {
  fixes: ['Found the cause and fixed it', 'Fixed this morning, checked with the user', 'Handled by the supplier'],
  later: 'Still not fixed, please look at it soon',
}

/** Why somebody comes to the help desk. */
export function situationsOf({ team, colleagues: [colleague] }: Cast): string[] {
  return [
    "I'm going through my help desk tickets.",
    `The ${team} team has been asking me about my tickets.`,
    `${colleague?.first ?? 'My manager'} just asked me about my tickets.`,
  ]
}
