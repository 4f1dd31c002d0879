import { between, chance, pick, pickWeighted, type Rng, sampleOf } from '../../core/random.js'
import type { Cast, Known, Scenario, ScenarioContext } from '../../environment/index.js'
import { placed, placeIn, situationsOf, TOPICS } from './pools.js'
import type { State, Ticket } from './state.js'
import type { Case, Topic } from './topic.js'

const STATUSES = ['Open', 'Open', 'Open', 'In Progress', 'On Hold', 'Resolved', 'Closed']

interface Draft {
  readonly ticket: Omit<Ticket, 'id'> & { readonly title: string }
  readonly topic: Topic
}

/** A queue with tickets of the user and of others; half of the users are signed in. */
export function scenario({ random, cast, size }: ScenarioContext): Scenario<State> {
  const { user, colleagues } = cast
  const own = ticketsOf(
    random.fork('own'),
    between(random.fork('own-count'), 3, 6) * Math.ceil(size / 2),
    () => user.account,
  )
  const others = random.fork('others')
  const foreign = ticketsOf(
    others,
    between(random.fork('other-count'), 5, 14) * size,
    () => pick(others, colleagues).account,
  )
  const queue = numbered(
    random.fork('numbers'),
    sampleOf(random.fork('order'), [...own, ...foreign], own.length + foreign.length),
  )
  const ownTitles = own.map(({ ticket }) => ticket.title)
  return {
    state: {
      ticket_queue: queue.map(({ id, draft }) => ({ id, ...draft.ticket })),
      ticket_counter: (queue.at(-1)?.id ?? 0) + 1,
      current_user: chance(random.fork('signed-in'), 1, 2) ? user.account : null,
      account: { username: user.account, password: passwordOf(random.fork('password')) },
    },
    userKnows: [
      { entity: 'account', value: user.account, by: [] },
      ...queue.filter(({ draft }) => own.includes(draft)).map(({ id, draft }) => ticketKnown(id, draft, ownTitles)),
    ],
    situations: situationsOf(cast),
  }
}

function ticketsOf(random: Rng, count: number, owner: () => Cast['user']['account']): Draft[] {
  const titles = new Set<string>()
  const rounds = Array.from({ length: Math.ceil(count / TOPICS.length) }, () =>
    sampleOf(random, TOPICS, TOPICS.length),
  ).flat()
  return rounds.slice(0, count).flatMap((topic) => {
    const chosen = placed(pick(random, topic.cases), placeIn(random))
    if (titles.has(chosen.title)) return []
    titles.add(chosen.title)
    return [{ topic, ticket: { title: chosen.title, ...bodyOf(random, chosen), created_by: owner() } }]
  })
}

function bodyOf(random: Rng, { detail, fixes }: Case): { description: string; status: string; priority: number } {
  const status = pick(random, STATUSES)
  return {
    description: detail,
    status,
    priority: pickWeighted(random, [1, 2, 3, 4, 5], (priority) => [3, 4, 4, 3, 1][priority - 1] ?? 1),
    ...(status === 'Resolved' ? { resolution: pick(random, fixes) } : {}),
  }
}

function numbered(random: Rng, drafts: readonly Draft[]): { readonly id: number; readonly draft: Draft }[] {
  let id = between(random, 1000, 8000)
  return drafts.map((draft) => {
    id += between(random, 1, 9)
    return { id, draft }
  })
}

/** Told by a word of the title where no other own title holds it, and by the title. */
function ticketKnown(id: number, { ticket: { title }, topic }: Draft, ownTitles: readonly string[]): Known {
  const holds = (text: string, word: string): boolean => text.toLowerCase().includes(word.toLowerCase())
  const words = topic.words.filter(
    (word) => ownTitles.filter((other) => holds(other, word)).length === 1 && holds(title, word),
  )
  return {
    entity: 'ticket',
    value: id,
    by: [
      ...words.map((value) => ({ field: 'title', match: 'contains' as const, value })),
      { field: 'title', match: 'equals' as const, value: title },
    ],
  }
}

function passwordOf(random: Rng): string {
  const words = [
    'Maple',
    'Copper',
    'Tulip',
    'Marble',
    'Comet',
    'Walnut',
    'Breeze',
    'Lantern',
    'Pebble',
    'Falcon',
    'Saffron',
    'Harvest',
  ]
  return `${pick(random, words)}-${pick(random, words)}-${between(random, 100, 999)}`
}
