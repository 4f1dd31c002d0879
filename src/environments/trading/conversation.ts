import { isObject } from '../../core/json.js'
import { toNumber } from '../../core/number.js'
import { between } from '../../core/random.js'
import { type Conversation, sibling } from '../../environment/index.js'
import type { State } from './state.js'

/** What conversations with investors hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'place_order',
      parameter: 'amount',
      asks: [
        'place a <order_type> order for <symbol> at <price>',
        '<order_type> some shares of <symbol> at <price>',
        'I want a <order_type> order in for <symbol> at <price>.',
      ],
      questions: [
        'How many shares should it be?',
        'How many shares do you have in mind?',
        'For how many shares should I enter the order?',
      ],
    },
    {
      tool: 'fund_account',
      parameter: 'amount',
      asks: [
        'top up my brokerage account',
        'put some money into my trading account',
        'My trading account needs a deposit.',
      ],
      questions: ['How much should I deposit?', 'What amount should I deposit?', 'How much money should go in?'],
    },
    {
      tool: 'withdraw_funds',
      parameter: 'amount',
      asks: [
        'take some money out of my brokerage account',
        'withdraw something from my trading account',
        'I need some of my trading money paid out.',
      ],
      questions: [
        'How much should I withdraw?',
        'What amount should be paid out?',
        'How much money do you need paid out?',
      ],
    },
    {
      tool: 'get_available_stocks',
      parameter: 'sector',
      asks: [
        'list the stocks of a sector',
        'see what is on offer in one sector',
        "I'd like an overview of a whole sector.",
      ],
      questions: ['Which sector do you mean?', 'Which sector should I look at?', 'What sector are you interested in?'],
    },
  ],
  unsupported: [
    {
      name: 'news',
      asks: [
        'find the latest news about <company>',
        'Is there any news about <company>?',
        'I want to read the news on <company> before I decide.',
      ],
      entities: { company: 'company' },
      what: 'look up news about a company',
      words: ['news', 'headline'],
    },
    {
      name: 'dividend',
      asks: [
        'find out when <company> pays its next dividend',
        'When does <company> pay a dividend?',
        'I wonder what dividend <company> is going to pay.',
      ],
      entities: { company: 'company' },
      what: 'look up dividends',
      words: ['dividend'],
    },
    {
      name: 'tax',
      asks: [
        'prepare the tax statement for my trades',
        'Can I get a tax form for my trades?',
        'I need a tax report on what I traded this year.',
      ],
      what: 'prepare tax statements',
      words: ['tax'],
    },
    {
      name: 'margin-loan',
      asks: [
        'lend me money so that I can buy more stock',
        'take out a loan against my stocks',
        'Can I get a loan on my portfolio?',
      ],
      what: 'arrange a loan',
      words: ['loan', 'lend'],
    },
    {
      name: 'analyst',
      asks: [
        'look up what analysts say about <company>',
        'What do analysts think of <company>?',
        "I'd like to know the analysts' view of <company>.",
      ],
      entities: { company: 'company' },
      what: "look up analysts' opinions",
      words: ['analyst', 'opinion'],
    },
  ],
  limits: [
    {
      tool: 'withdraw_funds',
      code: 'insufficient-funds',
      reads: 'insufficient funds',
      candidates: ({ state, random }) =>
        [1, 2, 3].map((more) => ({
          amount:
            Math.ceil(
              (toNumber(state.account_info.balance as never) + between(random.fork(`${more}`), 200, 9000)) / 100,
            ) * 100,
        })),
      says: ['the account has insufficient funds for <amount>', 'the funds in the account are less than <amount>'],
      undone: ['Nothing was paid out', 'No money left the account', 'The account was left as it is'],
    },
    {
      tool: 'withdraw_funds',
      code: 'market-closed',
      reads: 'market is closed',
      candidates: ({ state, random }) =>
        state.market_status === 'Closed'
          ? [1, 2].map((n) => ({ amount: between(random.fork(`c${n}`), 2, 40) * 50 }))
          : [],
      says: [
        'the market is closed and payments are not allowed now',
        'as long as the market is closed nothing can be paid out',
      ],
      undone: ['Nothing was paid out', 'No money left the account'],
    },
    {
      tool: 'cancel_order',
      code: 'completed',
      reads: 'already completed',
      candidates: ({ state }) =>
        state.orders.flatMap(([order_id, order]) =>
          isObject(order) && order['status'] === 'Completed' ? [{ order_id }] : [],
        ),
      says: ['that order is already completed', 'the order has been completed, so there is nothing left to call off'],
      undone: ['Nothing was cancelled', 'The order stands as it was', 'No order was changed'],
    },
  ],
  rules: [
    {
      name: 'order-size',
      tool: 'place_order',
      parameter: 'amount',
      test: 'above',
      limits: [20, 50],
      line: 'Orders of more than <limit:number> shares must not be placed.',
      says: 'orders of more than <limit:number> shares must not be placed',
    },
    {
      name: 'side',
      tool: 'place_order',
      parameter: 'order_type',
      test: 'is',
      limits: ['Sell'],
      line: 'On this account no <limit:word> orders may be placed.',
      says: 'on this account no <limit:word> orders may be placed',
    },
    {
      name: 'no-payments',
      tool: 'withdraw_funds',
      test: 'any',
      limits: [],
      line: 'Money must not be withdrawn from the trading account by chat.',
      says: 'money must not be withdrawn from the trading account by chat',
    },
    {
      name: 'deposit',
      tool: 'fund_account',
      parameter: 'amount',
      test: 'above',
      limits: [1000, 2000],
      line: 'Deposits of more than <limit:money> must not be made.',
      says: 'deposits of more than <limit:money> must not be made',
    },
  ],
  siblings: [
    sibling('get_bond_info', 'Get price and yield of a government bond.', { bond: 'string' }, ['bond', 'yield']),
    sibling('place_bond_order', 'Place an order for government bonds.', { bond: 'string', amount: 'integer' }, [
      'bond',
    ]),
    sibling('get_option_details', 'Show the option contracts on an index.', { index: 'string' }, [
      'option',
      'contract',
    ]),
    sibling('get_fund_history', 'List the past prices of an investment fund.', { fund: 'string' }, [
      'investment fund',
      'etf',
    ]),
    sibling('cancel_price_alert', 'Remove a price alert.', { alert_id: 'string' }, ['alert']),
  ],
  revisions: [
    {
      tool: 'place_order',
      parameter: 'amount',
      undo: { tool: 'cancel_order', arguments: { order_id: 'earlier' } },
      asks: [
        'make it <amount> shares after all',
        'on second thought, <amount> shares would be better',
        'actually, I only want <amount> shares',
        "I've changed my mind about the number: <amount> shares",
      ],
    },
    {
      tool: 'add_to_watchlist',
      parameter: 'stock',
      undo: { tool: 'remove_stock_from_watchlist', arguments: { symbol: { same: 'stock' } } },
      asks: [
        'sorry, I meant <stock>',
        'that should have been <stock>',
        'on second thought, I would rather watch <stock>',
      ],
    },
  ],
  conditionals: [
    {
      name: 'cheap-enough',
      tool: 'get_stock_info',
      at: '/price',
      noun: 'price',
      test: 'below',
      says: [
        'a share costs less than <limit:money>',
        'it is trading below <limit:money>',
        'the price is under <limit:money>',
      ],
      short: ['under <limit:money> a share', 'less than <limit:money>'],
      does: 'add_to_watchlist',
      same: { stock: 'symbol' },
      asks: ['put it on my watchlist', 'add it to the stocks I watch', 'start watching it for me'],
    },
    {
      name: 'too-dear',
      tool: 'get_stock_info',
      at: '/price',
      noun: 'price',
      test: 'above',
      says: [
        'a share costs more than <limit:money>',
        'it has gone above <limit:money>',
        'the price is over <limit:money>',
      ],
      short: ['over <limit:money> a share', 'more than <limit:money>'],
      does: 'remove_stock_from_watchlist',
      same: { symbol: 'symbol' },
      asks: ['take it off my watchlist', 'drop it from the stocks I watch', 'stop watching it for me'],
    },
    {
      name: 'low-on-cash',
      tool: 'get_account_info',
      at: '/balance',
      noun: 'balance',
      test: 'below',
      says: ['there is less than <limit:money> in it', 'the balance is below <limit:money>'],
      short: ['less than <limit:money>', 'below <limit:money>'],
      does: 'fund_account',
      same: {},
      asks: ['pay in another <amount>', 'top it up by <amount>', 'deposit <amount>'],
    },
    {
      name: 'cash-to-spare',
      tool: 'get_account_info',
      at: '/balance',
      noun: 'balance',
      test: 'above',
      says: ['there is more than <limit:money> in it', 'the balance is above <limit:money>'],
      short: ['more than <limit:money>', 'above <limit:money>'],
      does: 'withdraw_funds',
      same: {},
      asks: ['have <amount> paid out to me', 'take <amount> out', 'withdraw <amount>'],
    },
    {
      name: 'still-pending',
      tool: 'get_order_details',
      at: '/status',
      noun: 'status',
      test: 'is',
      limit: 'Pending',
      others: ['Completed'],
      says: ['it is still pending', 'the status still says pending', 'it has not got beyond pending'],
      short: ['still pending'],
      does: 'cancel_order',
      same: { order_id: 'order_id' },
      asks: ['call it off', 'cancel it', 'take it back'],
    },
  ],
}
