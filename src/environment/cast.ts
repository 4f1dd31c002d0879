import { between, pick, type Rng, sampleOf } from '../core/random.js'
import { FIRST_NAMES, LAST_NAMES, ORGANISATIONS, TEAMS, TOPICS } from './pools.js'

export interface Person {
  readonly first: string
  readonly last: string
  /** Lower-case account name derived from the person's. */
  readonly account: string
}

/** People and things shared by all environments of a world, so that stories cross them. */
export interface Cast {
  readonly user: Person
  readonly colleagues: readonly Person[]
  readonly organisation: string
  readonly team: string
  /** What the user is working on: short noun phrases ("the spring catalogue"). */
  readonly projects: readonly string[]
}

export function createCast(random: Rng): Cast {
  const firsts = sampleOf(random.fork('firsts'), FIRST_NAMES, 5)
  const lasts = sampleOf(random.fork('lasts'), LAST_NAMES, 5)
  const people = firsts.map((first, i) => person(first, lasts[i] as string, random.fork(`account${i}`)))
  const [user, ...colleagues] = people
  return {
    user: user as Person,
    colleagues,
    organisation: pick(random.fork('organisation'), ORGANISATIONS),
    team: pick(random.fork('team'), TEAMS),
    projects: sampleOf(random.fork('projects'), TOPICS, 3),
  }
}

function person(first: string, last: string, random: Rng): Person {
  const [f, l] = [first.toLowerCase(), last.toLowerCase()]
  const account = pick(random, [`${f}.${l}`, `${f[0]}${l}`, `${f}${between(random, 10, 99)}`])
  return { first, last, account }
}
