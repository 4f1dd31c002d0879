import { between, pick, sampleOf } from '../../../core/random.js'
import { capitalised, clockTime, type Kind, list, MONTHS, recentDay, several } from './kind.js'
import { CLIENTS, OBSERVATIONS, PEOPLE, TASKS, TOWNS, WORKDAYS } from './words.js'

const DECISIONS =
  list(`Agreed to postpone the launch by a week, Agreed to ask for a second quote, Agreed to hire a temporary assistant,
  Agreed to keep the current supplier, Agreed to share the draft with the board, Agreed to stop the printed edition, Agreed to meet every other week,
  No decision yet on the new rooms, No decision yet on the price list, Vote on the logo moved to the next meeting`)
const ROLES = list(
  'coordinator, treasurer, driver, editor, first aider, front desk, host, interpreter, photographer, planner, steward, trainer',
)
const CLOSINGS = list('Kind regards, Best wishes, With thanks, Yours sincerely')
const PLEAS =
  list(`Could we meet next week to settle the open points?, Please let me know by Friday whether this suits you.,
  We would be glad to show you the revised layout., I enclose the figures you asked for., Thank you for the patience with our last delivery.,
  We would like to extend the agreement by six months., The samples will reach you on Thursday., Please ignore the earlier version of this letter.,
  Our offer stands until the end of the month., I am sorry that nobody called you back.`)
const PRAISE = list(
  'friendly staff, clear signs, good coffee, fair prices, helpful leaflet, quick reply, lovely garden, good lighting, warm welcome, tasty food',
)
const COMPLAINTS = list(
  'long waiting time, too few seats, confusing website, loud music, cold hall, missing ramp, short opening hours, narrow aisles, dim lighting',
)

/** Files of an office: minutes, to-do lists, letters, rosters, surveys. */
export const office = {
  minutes: {
    stems: ['minutes', 'meeting_notes', 'standup', 'board_notes', 'retro'],
    qualifiers: MONTHS,
    extensions: ['md', 'txt'],
    versions: [
      ['raw', 'edited'],
      ['draft', 'signed'],
    ],
    write: (context) => {
      const { random, cast } = context
      return [
        `Meeting of the ${cast.team} team on ${recentDay(context)}`,
        `Present: ${sampleOf(random, PEOPLE, between(random, 2, 4)).join(', ')}`,
        ...several(random, 1, 3, () => `${pick(random, PEOPLE)} reports that ${pick(random, OBSERVATIONS)}.`),
        ...several(random, 1, 3, () => `${pick(random, DECISIONS)}.`),
        ...several(
          random,
          1,
          3,
          () => `Action: ${pick(random, PEOPLE)} will ${pick(random, TASKS)} by ${pick(random, WORKDAYS)}.`,
        ),
      ]
    },
  },
  todo: {
    stems: ['todo', 'checklist', 'next_steps', 'open_points', 'errands'],
    qualifiers: list(
      'week_one, week_two, spring_fair, move_in, launch, handover, cleanup, workshop, reception, inspection, rehearsal, stocktake',
    ),
    extensions: ['txt', 'md'],
    versions: [
      ['morning', 'evening'],
      ['before', 'after'],
    ],
    write: ({ random }) =>
      several(
        random,
        4,
        9,
        () => `[${pick(random, [' ', ' ', 'x'])}] ${capitalised(pick(random, TASKS))} (${pick(random, PEOPLE)})`,
      ),
  },
  letter: {
    stems: ['letter', 'reply', 'proposal', 'offer', 'cover_note', 'apology'],
    qualifiers: CLIENTS,
    extensions: ['txt', 'md', 'docx'],
    versions: [
      ['draft', 'final'],
      ['v1', 'v2'],
      ['short', 'long'],
    ],
    write: ({ random, cast, qualifier }) => [
      `Dear ${pick(random, ['Mr', 'Ms', 'Dr'])} ${capitalised(qualifier)},`,
      `I am writing to you about ${pick(random, cast.projects)}.`,
      ...sampleOf(random, PLEAS, between(random, 2, 4)),
      `I should add that ${pick(random, OBSERVATIONS)}.`,
      pick(random, CLOSINGS),
      `${cast.user.first} ${cast.user.last}, ${cast.organisation}`,
    ],
  },
  roster: {
    stems: ['roster', 'shifts', 'rota', 'duty_plan', 'volunteers'],
    qualifiers: list(
      'gate, kitchen_team, night_crew, weekend, ticket_desk, stage, car_park, cloakroom, first_floor, info_stand, backstage',
    ),
    extensions: ['csv', 'txt'],
    versions: [
      ['old', 'new'],
      ['planned', 'worked'],
    ],
    write: ({ random }) => [
      'name,role,day,start',
      ...several(random, 4, 10, () =>
        [pick(random, PEOPLE), pick(random, ROLES), pick(random, WORKDAYS), clockTime(random, 6, 21)].join(','),
      ),
    ],
  },
  survey: {
    stems: ['survey', 'feedback', 'comments', 'ratings', 'exit_poll'],
    qualifiers: TOWNS.map((town) => town.toLowerCase()),
    extensions: ['csv', 'txt'],
    write: (context) =>
      several(
        context.random,
        4,
        11,
        () =>
          `${recentDay(context)} ${pick(context.random, PEOPLE)}: ${between(context.random, 1, 5)}/5 stars, ${pick(context.random, PRAISE)} but ${pick(context.random, COMPLAINTS)}`,
      ),
  },
} satisfies { readonly [kind: string]: Kind }
