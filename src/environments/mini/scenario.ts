import { between, type Rng, sampleOf } from '../../core/random.js'
import type { Known, Scenario, ScenarioContext } from '../../environment/index.js'
import type { State } from './state.js'

const STREETS: readonly string[] = [
  'Mill Lane',
  'Station Road',
  'Harbour Street',
  'Elm Square',
  'Canal Walk',
  'Tower Hill',
  'Orchard Row',
  'Quay Side',
  'Church Street',
  'Mason Yard',
]

/** A morning at the desk: three branches, a parcel for everybody, and a user who knows names and streets, not numbers. */
export function scenario({ random, cast }: ScenarioContext): Scenario<State> {
  const branches = sampleOf(random.fork('streets'), STREETS, 3).map(
    (street, i) => [`B${between(random.fork(street), 10, 29) + 20 * i}`, street] as const,
  )
  const people = [cast.user, ...cast.colleagues].map(({ first, last }) => `${first} ${last}`)
  const parcels = people.map((recipient, i) =>
    parcel(
      recipient,
      i,
      branches.map(([id]) => id),
      random.fork(`parcel${i}`),
    ),
  )
  return {
    state: {
      parcels: Object.fromEntries(parcels),
      branches: Object.fromEntries(branches.map(([id, street], i) => [id, { street, closes: `${17 + i}:30` }])),
      codes: {},
      generator: { seed: between(random, 1, 1_000_000), drawn: 0 },
    },
    userKnows: [
      ...parcels.map(([id, { recipient }]) => known('parcel', id, 'recipient', recipient)),
      ...branches.map(([id, street]) => known('branch', id, 'street', street)),
    ],
    situations: [
      `I'm sorting out the post for the ${cast.team} team.`,
      `${cast.colleagues[0]?.first ?? 'My colleague'} is off today, so I'm looking after the parcels.`,
      'Just catching up on deliveries.',
      `I handle the parcels for ${cast.organisation}.`,
      'Quick one before the desk gets busy.',
      `We're expecting a lot of post for ${cast.projects[0] ?? 'the office'}.`,
    ],
  }
}

function parcel(
  recipient: string,
  index: number,
  branches: readonly string[],
  random: Rng,
): readonly [string, State['parcels'][string]] {
  const branch = branches[random.next(branches.length)] ?? ''
  return [
    `P${between(random, 100, 119) + 20 * index}`,
    { recipient, branch, grams: between(random, 12, 480) * 10, pickup: null },
  ]
}

/** A thing the user can point at by what is written on it. */
function known(entity: string, value: string, field: string, said: string): Known {
  return { entity, value, by: [{ field, match: 'equals', value: said }] }
}
