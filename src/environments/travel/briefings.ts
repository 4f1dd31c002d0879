import { toNumber } from '../../core/number.js'
import type { Briefing } from '../../environment/index.js'
import { isConnected, type State } from './state.js'

const KEYS =
  'client id <client_id:quoted>, client secret <client_secret:quoted>, refresh token <refresh_token:quoted> and grant type <grant_type:quoted>'
const HOLDER = 'The holder has the first name <first_name:name> and the last name <last_name:name>.'

const credentials: Pick<Briefing<State>, 'values' | 'entities'> = {
  values: ({ credentials: found }) => found ?? {},
  entities: {
    client_id: 'client-id',
    client_secret: 'client-secret',
    refresh_token: 'refresh-token',
    grant_type: 'grant-type',
    first_name: 'first-name',
    last_name: 'last-name',
  },
}

/** What the assistant is told about the travel account, since no tool shows it. */
export const briefings: readonly Briefing<State>[] = [
  {
    when: isConnected,
    pattern: 'The travel account of <holder:name> is connected; its access token is <access_token:quoted>.',
    values: (state) => ({
      holder: `${state.user_first_name} ${state.user_last_name}`,
      access_token: state.access_token,
    }),
    entities: { holder: 'person', access_token: 'access-token' },
    establishes: ['connected', 'traveller-on-file'],
  },
  {
    when: (state) => !isConnected(state) && state.credentials !== null && state.user_first_name === null,
    pattern: `The travel account is not connected yet. It can be connected with ${KEYS}. ${HOLDER}`,
    ...credentials,
    denies: ['connected'],
  },
  {
    when: (state) => !isConnected(state) && state.credentials !== null && state.user_first_name !== null,
    pattern: `The access token of the travel account has expired; the traveller is still on file. It can be renewed with ${KEYS}. ${HOLDER}`,
    ...credentials,
    denies: ['connected'],
    establishes: ['traveller-on-file'],
  },
  {
    when: ({ budget_limit }) => budget_limit !== null,
    pattern: 'The budget limit of the travel account is <budget_limit:money>.',
    values: ({ budget_limit }) => ({ budget_limit: budget_limit === null ? null : toNumber(budget_limit) }),
    entities: { budget_limit: 'amount' },
  },
  {
    when: ({ budget_limit }) => budget_limit === null,
    pattern: 'The travel account has no budget limit.',
    values: () => ({}),
  },
]
