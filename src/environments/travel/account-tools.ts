import * as z from 'zod'
import { ToolError } from '../../core/errors.js'
import type { Json } from '../../core/json.js'
import { float, isNumeric, toNumber } from '../../core/number.js'
import { defineTool, entity } from '../../environment/index.js'
import * as candidates from './candidates.js'
import { ageOn, parseDay } from './dates.js'
import { checkToken, failure, refusal } from './failures.js'
import { phrases } from './phrases.js'
import { accessToken, amount } from './schemas.js'
import type { State } from './state.js'
import { textOf } from './text-of.js'

const tool = defineTool<State>()
const TOKEN_LIFETIME = 2

/** Connecting the account, who travels, and the budget (`SEMANTICS.md` section 11). */
export const accountTools = {
  authenticate_travel: tool({
    description: 'Connect the travel account: stores who travels and returns a fresh access token.',
    effect: 'session',
    parameters: z.object({
      client_id: entity('client-id', z.string()).describe('Id of the application.'),
      client_secret: entity('client-secret', z.string()).describe('Secret of the application.'),
      refresh_token: entity('refresh-token', z.string()).describe('Refresh token of the account.'),
      grant_type: entity('grant-type', z.string()).describe(
        'What the token may be used for: read, write or read_write.',
      ),
      user_first_name: entity('first-name', z.string()).describe('First name of the traveller.'),
      user_last_name: entity('last-name', z.string()).describe('Last name of the traveller.'),
    }),
    returns: z.object({
      expires_in: z.number().int(),
      access_token: entity('access-token', z.string()),
      token_type: z.string(),
      scope: z.string(),
    }),
    establishes: ['connected', 'traveller-on-file'],
    candidates: candidates.connect,
    phrases: phrases.authenticate_travel,
    run({ draft, args, random }) {
      const token = String(random.integer(100_000, 999_999))
      Object.assign(draft(), {
        access_token: token,
        token_type: 'Bearer',
        token_expires_in: TOKEN_LIFETIME,
        token_scope: args.grant_type,
        user_first_name: args.user_first_name,
        user_last_name: args.user_last_name,
      })
      return { expires_in: TOKEN_LIFETIME, access_token: token, token_type: 'Bearer', scope: args.grant_type }
    },
  }),

  travel_get_login_status: tool({
    description: 'Tell whether the travel account is connected.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ status: z.boolean() }),
    candidates: candidates.always,
    tells: 'connected',
    phrases: phrases.travel_get_login_status,
    run: ({ state }) => ({ status: state.token_expires_in !== null && state.token_expires_in !== 0 }),
  }),

  get_budget_fiscal_year: tool({
    description: 'Look up the fiscal year of the travel budget.',
    effect: 'read',
    parameters: z.object({
      lastModifiedAfter: z
        .string()
        .nullable()
        .default(null)
        .describe('Only a budget changed after this moment, ISO 8601.'),
      includeRemoved: z.string().nullable().default(null).describe("'true' to count removed budgets."),
    }),
    returns: z.object({ budget_fiscal_year: z.string() }),
    candidates: candidates.always,
    phrases: phrases.get_budget_fiscal_year,
    run: () => ({ budget_fiscal_year: '2018' }),
  }),

  set_budget_limit: tool({
    description:
      'Set the budget limit of the travel account in US dollars. No card may pay a flight while its balance is below the limit.',
    effect: 'write',
    parameters: z.object({ access_token: accessToken, budget_limit: amount.describe('The limit in US dollars.') }),
    returns: z.object({ budget_limit: amount }),
    requires: ['connected'],
    candidates: candidates.budget,
    phrases: phrases.set_budget_limit,
    run({ state, draft, args }) {
      checkToken(state, args.access_token)
      const limit = asFloat(args.budget_limit)
      draft().budget_limit = limit
      return { budget_limit: limit }
    },
  }),

  verify_traveler_information: tool({
    description:
      'Check a traveller against the account: same name, at least 18 years old, passport issued by the United States.',
    effect: 'read',
    parameters: z.object({
      first_name: entity('first-name', z.string()).describe('First name of the traveller.'),
      last_name: entity('last-name', z.string()).describe('Last name of the traveller.'),
      date_of_birth: entity('birth-date', z.string()).describe('YYYY-MM-DD.'),
      passport_number: entity('passport', z.string()).describe(
        'Number on the passport, begins with the code of its country.',
      ),
    }),
    returns: z.object({ verification_status: z.boolean() }),
    requires: ['traveller-on-file'],
    candidates: candidates.traveller,
    phrases: phrases.verify_traveler_information,
    run({ state, args, clock }) {
      const problem = travellerProblem(state, args, clock)
      if (problem) throw new ToolError('not-verified', { verification_status: false, verification_failure: problem })
      return { verification_status: true }
    },
  }),
}

interface Traveller {
  readonly first_name: Json
  readonly last_name: Json
  readonly date_of_birth: Json
  readonly passport_number: Json
}

function travellerProblem(
  from: State,
  { first_name, last_name, date_of_birth, passport_number }: Traveller,
  today: string,
): string | undefined {
  const expected = `${textOf(from.user_first_name)} ${textOf(from.user_last_name)}`
  if (first_name !== from.user_first_name || last_name !== from.user_last_name) {
    return `Cannot book flight information for another user.Expected ${expected}, got ${textOf(first_name)} ${textOf(last_name)}`
  }
  const born = parseDay(textOf(date_of_birth))
  if (!born) return 'Invalid date of birth format. Please use YYYY-MM-DD.'
  if (ageOn(today, born) < 18) return 'Traveler must be at least 18 years old.'
  return textOf(passport_number).startsWith('US') ? undefined : 'Passport must be issued by the United States.'
}

function asFloat(value: Json): State['budget_limit'] {
  if (isNumeric(value)) return float(toNumber(value))
  if (typeof value === 'boolean') return float(Number(value))
  if (typeof value !== 'string') throw refusal('invalid-value', 'The budget limit must be a number.')
  const parsed = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(value) ? Number(value) : Number.NaN
  if (!Number.isFinite(parsed)) throw failure('invalid-value', `could not convert string to float: '${value}'`)
  return float(parsed)
}
