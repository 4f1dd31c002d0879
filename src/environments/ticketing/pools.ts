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

const BY_START = TOPICS.flatMap(({ cases }) => cases).map(
  (each) => [each.title.split('{place}')[0] ?? each.title, each] as const,
)

/** The case a title is about, where it is one of ours. */
export function caseOf(title: string): Case | undefined {
  return BY_START.find(([start]) => title.startsWith(start))?.[1]
}

/** What people add to a description later. */
export const UPDATES = [
  'It has become worse since yesterday.',
  'It now affects the whole team.',
  'It only happens in the morning.',
  'We can live with it until Friday.',
  'A colleague has the same problem now.',
  'I attached two photos.',
  'It went away for a day and came back.',
  'Somebody looked at it, but without success.',
  'Please call me before you come by.',
  'We need it settled before the end of the month.',
  'A temporary workaround is in place.',
  'The supplier has been told as well.',
]

export const GENERAL_FIXES = [
  'It was a misunderstanding, nothing was broken.',
  'The person in charge took care of it this morning.',
  'Explained the workaround to everybody concerned.',
  'It has not happened again for a week.',
  'The service provider repaired it on site.',
  'Found the cause together with a colleague and removed it.',
  'A restart did the trick.',
  'The old setting was put back.',
  'We agreed on a different solution with the team.',
  'Solved over the phone.',
]

/** Why somebody comes to the help desk. */
export function situationsOf({ team, projects, organisation, colleagues: [colleague] }: Cast): string[] {
  return [
    "I'm clearing out what has piled up at the help desk.",
    `I look after the open issues of the ${team} team this week.`,
    `${colleague?.first ?? 'A colleague'} is on leave, so the help desk matters end up with me.`,
    `With ${projects[0] ?? 'the next project'} coming up, I want the old problems out of the way.`,
    'My manager asked me for an update on the things I reported.',
    `We had a rough morning in the ${team} team and I have to follow up on it.`,
    `${organisation} wants all reported problems up to date by tonight.`,
    'Several things have broken down around me lately.',
    "I'm going on holiday soon and would like to leave things tidy.",
    'A few of the problems I reported have moved on in the meantime.',
    `Preparations for ${projects[1] ?? 'the event'} are held up by small problems.`,
    'I finally have a quiet hour for my help desk matters.',
  ]
}
