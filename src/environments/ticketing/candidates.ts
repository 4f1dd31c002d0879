import type { JsonObject } from '../../core/json.js'
import { between, chance, pick, type Rng, sampleOf } from '../../core/random.js'
import type { CandidateContext, Known } from '../../environment/index.js'
import { notesOn, placed, placeIn, TOPICS } from './pools.js'
import { ownTickets, type State, type Ticket } from './state.js'

type Context = CandidateContext<State>

const LIMIT = 12
const STATUSES = ['Open', 'In Progress', 'On Hold']

/** What people may want from each tool in a state; every assignment succeeds there once they are signed in. */
export function signIn({ state: { current_user, account } }: Context): JsonObject[] {
  return !current_user && account ? [{}] : []
}

export function signOut({ state: { current_user } }: Context): JsonObject[] {
  return current_user ? [{}] : []
}

export function tickets({ state }: Context): JsonObject[] {
  return ownTickets(state).map(identified)
}

export function closable({ state }: Context): JsonObject[] {
  return ownTickets(state)
    .filter(({ status }) => status !== 'Closed')
    .map(identified)
}

/** Titles that no description of an existing ticket fits. */
export function newTickets({ state, known, random }: Context): JsonObject[] {
  const titles = ownTickets(state).map((ticket) => wordsOf(ticket, 'title').toLowerCase())
  const words = describingWords(known)
  return sampleOf(random, TOPICS, LIMIT).flatMap((topic) => {
    const { title, detail: description } = placed(pick(random, topic.cases), placeIn(random))
    const taken =
      titles.some((other) => other.includes(title.toLowerCase())) ||
      words.some((word) => title.toLowerCase().includes(word))
    if (taken) return []
    return [
      {
        title,
        ...(chance(random, 1, 2) ? { description } : {}),
        ...(chance(random, 2, 3) ? { priority: between(random, 2, 5) } : {}),
      },
    ]
  })
}

export function resolutions({ state, random }: Context): JsonObject[] {
  return ownTickets(state)
    .filter(({ status }) => status === 'Open' || status === 'In Progress' || status === 'On Hold')
    .map((ticket) => ({ ...identified(ticket), resolution: resolutionOf(ticket, random) }))
}

/** What somebody writes who has settled what a ticket is about. */
export function resolutionOf(ticket: Ticket, random: Rng): string {
  return pick(random, notesOn(wordsOf(ticket, 'title')).fixes)
}

/** One change each: an answer names what was set. Priorities leave room for second thoughts. */
export function edits({ state, random }: Context): JsonObject[] {
  return ownTickets(state).flatMap((ticket) => {
    const priority = pick(
      random,
      [1, 2, 3].filter((other) => other !== ticket['priority']),
    )
    const status = pick(
      random,
      STATUSES.filter((other) => other !== ticket['status']),
    )
    const { detail, later } = notesOn(wordsOf(ticket, 'title'))
    const description = detail !== undefined && chance(random, 1, 2) ? `${detail}. ${later}` : later
    const isNew = description !== ticket['description']
    const choices: JsonObject[] = [{ priority }, { priority }, { status }, ...(isNew ? [{ description }] : [])]
    return sampleOf(random, choices, 2).map((updates) => ({ ...identified(ticket), updates }))
  })
}

export function listings({ state }: Context): JsonObject[] {
  const own = ownTickets(state)
  const statuses = [...new Set(own.map((ticket) => wordsOf(ticket, 'status')))]
  return own.length === 0 ? [] : [{}, ...statuses.map((status) => ({ status }))]
}

/** A ticket by its number. */
export function identified(ticket: Ticket): JsonObject {
  return { ticket_id: ticket['id'] ?? null }
}

function wordsOf(ticket: Ticket, name: string): string {
  const value = ticket[name]
  return typeof value === 'string' ? value : ''
}

function describingWords(known: readonly Known[]): string[] {
  return known
    .filter(({ entity }) => entity === 'ticket')
    .flatMap(({ by }) =>
      by
        .filter(({ match }) => match === 'contains')
        .flatMap(({ value }) => (typeof value === 'string' ? [value.toLowerCase()] : [])),
    )
}
