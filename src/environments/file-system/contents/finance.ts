import { between, pick } from '../../../core/random.js'
import { amount, capitalised, type Kind, list, MONTHS, recentDay, several } from './kind.js'
import { CLIENTS, GOODS, PEOPLE } from './words.js'

const STATUS = list('approved, pending, rejected, reimbursed')
const BUDGET_LINES = list(
  `catering, cleaning, insurance, licences, marketing, postage, rent, repairs, software, training, travel, utilities, wages`,
)
const SERVICES =
  list(`design hours, site visit, proofreading, translation, photo editing, equipment hire, storage, delivery, installation, consulting,
  maintenance, data entry, audit support, signage, venue hire`)
const TERMS = list(
  'Payable within 14 days., Payable within 30 days., Second reminder., Paid by bank transfer., Deposit received., Partly disputed.',
)

/** Files of people who handle money. */
export const finance = {
  expenses: {
    stems: ['expenses', 'petty_cash', 'claims', 'spending', 'outlays'],
    qualifiers: MONTHS,
    extensions: ['csv'],
    versions: [
      ['v1', 'v2'],
      ['submitted', 'corrected'],
    ],
    write: (context) => [
      'date,item,paid_by,amount,status',
      ...several(context.random, 4, 10, () =>
        [
          recentDay(context),
          pick(context.random, GOODS),
          pick(context.random, PEOPLE),
          amount(context.random, 4, 380),
          pick(context.random, STATUS),
        ].join(','),
      ),
    ],
  },
  invoice: {
    stems: ['invoice', 'bill', 'statement'],
    qualifiers: CLIENTS,
    extensions: ['txt'],
    versions: [['draft', 'final']],
    write: ({ random, cast, qualifier }) => [
      `Invoice ${between(random, 1000, 9999)} from ${cast.organisation} to ${capitalised(qualifier)}`,
      `Contact: ${pick(random, [cast.user, ...cast.colleagues]).first}`,
      ...several(
        random,
        2,
        6,
        () => `${between(random, 1, 12)} x ${pick(random, SERVICES)} at ${amount(random, 15, 240)}`,
      ),
      `Total ${amount(random, 300, 4800)}`,
      pick(random, TERMS),
    ],
  },
  budget: {
    stems: ['budget', 'forecast', 'cost_plan', 'allowance'],
    qualifiers: list(
      'north_site, south_site, head_office, workshop, showroom, festival, second_half, first_half, roadshow, canteen, fleet, annexe',
    ),
    extensions: ['csv', 'txt'],
    versions: [
      ['planned', 'actual'],
      ['v1', 'v2'],
    ],
    write: ({ random }) =>
      several(
        random,
        4,
        10,
        () =>
          `${pick(random, BUDGET_LINES)};${between(random, 2, 96) * 50};${pick(random, ['fixed', 'variable', 'one-off'])}`,
      ),
  },
} satisfies { readonly [kind: string]: Kind }
