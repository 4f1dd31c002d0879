import { between, chance, type Rng, sampleOf, shuffle } from '../../core/random.js'
import type { Cast, Known, Scenario, ScenarioContext } from '../../environment/index.js'
import { FIRST_NAMES, LAST_NAMES } from '../../environment/pools.js'
import type { State } from './state.js'
import { textAbout } from './texts.js'

/** A workspace of colleagues with some messages in it, and a few people who are not in it yet. */
export function scenario({ random, cast, size }: ScenarioContext): Scenario<State> {
  const [user = '', ...names] = namesFor(random.fork('names'), cast, between(random.fork('count'), 9, 13) * size)
  const outside = names.splice(-3)
  const ids = idsFor(random.fork('ids'), names.length + 1)
  const [account = '', ...others] = ids
  const user_map = shuffle(
    random.fork('order'),
    [user, ...names].map((name, i): [string, string] => [name, ids[i] ?? '']),
  )
  const inbox = inboxFor(random.fork('inbox'), others, cast.projects, between(random.fork('messages'), 3, 7) * size)
  const signedIn = chance(random.fork('session'), 1, 2)
  const state: State = {
    generated_ids: [],
    user_count: Math.max(...ids.map((id) => Number(id.slice(3)))) + between(random.fork('spare'), 0, 4),
    user_map,
    inbox,
    message_count: inbox.length + between(random.fork('earlier'), 0, 60),
    current_user: signedIn ? account : null,
    account,
    generator: { seed: between(random.fork('seed'), 1, 1_000_000_000), drawn: 0 },
  }
  return {
    state,
    userKnows: knownBy(user_map, account, outside),
    situations: sampleOf(random.fork('situations'), situationsFor(cast), 9),
  }
}

/** Different names: the user's, the cast's and others', in one manner of naming for all. */
function namesFor(random: Rng, { user, colleagues }: Cast, count: number): string[] {
  const cast = [user, ...colleagues]
  const full = chance(random.fork('manner'), 2, 3) || count > 40
  const known = new Set(cast.map(({ first }) => first))
  const firsts = sampleOf(
    random.fork('firsts'),
    FIRST_NAMES.filter((first) => !known.has(first)),
    FIRST_NAMES.length,
  )
  const lasts = sampleOf(random.fork('lasts'), LAST_NAMES, LAST_NAMES.length)
  const others = Array.from({ length: count - cast.length }, (_, i) => {
    const first = firsts[i % firsts.length] ?? ''
    return full ? `${first} ${lasts[(i + Math.floor(i / firsts.length)) % lasts.length]}` : first
  })
  return [...cast.map(({ first, last }) => (full ? `${first} ${last}` : first)), ...others]
}

/** Different user ids with gaps, as a workspace has where people left. */
function idsFor(random: Rng, count: number): string[] {
  const top = count * between(random, 3, 20)
  const numbers = sampleOf(
    random,
    Array.from({ length: top }, (_, i) => i + 1),
    count,
  )
  return numbers.map((number) => `USR${String(number).padStart(3, '0')}`)
}

function inboxFor(random: Rng, ids: readonly string[], topics: readonly string[], count: number): State['inbox'] {
  return Array.from({ length: count }, (_, i) => {
    const draw = random.fork(`message${i}`)
    return [[ids[draw.next(ids.length)] ?? '', textAbout(draw, topics)]]
  })
}

function knownBy(user_map: State['user_map'], account: string, outside: readonly string[]): Known[] {
  const inside = user_map.filter(([, id]) => id !== account)
  return [
    ...inside.map(([name, id]) => ({
      entity: 'user',
      value: id,
      by: [{ field: 'user', match: 'equals' as const, value: name }],
    })),
    ...[...inside.map(([name]) => name), ...outside].map((name) => ({ entity: 'person', value: name, by: [] })),
  ]
}

function situationsFor({ team }: Cast): string[] {
  return [`I'm just out of the ${team} meeting.`, `I'm back from a few days off.`, `Quick one before I leave.`]
}
