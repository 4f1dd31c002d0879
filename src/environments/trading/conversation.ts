import { isObject } from '../../core/json.js'
import { toNumber } from '../../core/number.js'
import { between } from '../../core/random.js'
import { type Conversation, sibling } from '../../environment/index.js'
import { conditionals } from './conditionals.js'
import type { State } from './state.js'

/** What conversations with investors hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'place_order',
      parameter: 'amount',
      asks: [
        '<order_type> some shares of <symbol> at <price>',
        'place a <order_type> order for <symbol> at <price>',
        'I want to <order_type> shares of <symbol> at <price>.',
      ],
      questions: ['How many shares?', 'How many shares would you like?', 'How many shares should the order be for?'],
    },
    {
      tool: 'fund_account',
      parameter: 'amount',
      asks: [
        'top up my brokerage account',
        'put some money into my trading account',
        'I want to make a deposit into my trading account.',
      ],
      questions: ['How much should I deposit?', 'What amount should I deposit?', 'How much would you like to deposit?'],
    },
    {
      tool: 'withdraw_funds',
      parameter: 'amount',
      asks: [
        'take some money out of my brokerage account',
        'withdraw some cash from my trading account',
        'I need to withdraw money from my trading account.',
      ],
      questions: [
        'How much should I withdraw?',
        'What amount should I withdraw?',
        'How much would you like to withdraw?',
      ],
    },
    {
      tool: 'get_available_stocks',
      parameter: 'sector',
      asks: [
        'list the stocks of a sector for me',
        'show me the stocks in another sector',
        "I'd like to see which stocks there are in a sector.",
      ],
      questions: [
        'Which sector do you mean?',
        'Which sector would you like to see?',
        'Which sector are you interested in?',
      ],
    },
  ],
  unsupported: [
    {
      name: 'news',
      asks: [
        'show me the latest news about <company>',
        "find today's headlines about <company>",
        'Is there any news about <company>?',
        "I'd like to read the latest news on <company>.",
      ],
      entities: { company: 'company' },
      what: 'look up news about a company',
      instead: { tool: 'get_stock_info', says: ['I can check how the stock is doing today, though.'] },
      words: ['news', 'headline'],
    },
    {
      name: 'dividend',
      asks: [
        'check when <company> pays its next dividend',
        'look up the dividend for <company>',
        'When does <company> pay its next dividend?',
        'Does <company> pay a dividend?',
      ],
      entities: { company: 'company' },
      what: 'look up dividends',
      instead: { tool: 'get_stock_info', says: ["What I can check is today's price."] },
      words: ['dividend'],
    },
    {
      name: 'tax',
      asks: [
        'download the tax form for my trades',
        'send me the tax statement for my trades',
        'Where do I get the tax form for my trades?',
        'I need the tax form for my trades this year.',
      ],
      what: 'get tax forms for you',
      instead: { tool: 'get_order_history', says: ['I can list your orders, if that helps.'] },
      words: ['tax'],
    },
    {
      name: 'margin-loan',
      asks: [
        'take out a loan against my stocks',
        'get me a loan on my portfolio',
        'Could I borrow against my portfolio?',
        'I want to borrow money against my stocks.',
      ],
      what: 'arrange a loan',
      words: ['loan', 'lend'],
    },
    {
      name: 'analyst',
      asks: [
        'look up the analyst ratings for <company>',
        'show me what analysts say about <company>',
        'What do analysts say about <company>?',
        'What are the analyst ratings for <company>?',
      ],
      entities: { company: 'company' },
      what: 'look up analyst ratings',
      instead: {
        tool: 'get_stock_info',
        says: [
          'I can tell you how the stock is doing today, though.',
          "What I can check is today's price and where it is heading.",
        ],
      },
      words: ['analyst', 'rating'],
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
              (toNumber(state.account_info.balance as never) + between(random.fork(`${more}`), 200, 9000)) / 1000,
            ) * 1000,
        })),
      says: [
        'your trading account has insufficient funds to withdraw <amount>',
        'there are not enough funds in your trading account to withdraw <amount>',
      ],
      undone: ['No money was withdrawn', 'Nothing was withdrawn', 'The withdrawal was not made'],
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
        'the market is closed, and withdrawals are only possible while it is open',
        'withdrawals are not allowed while the market is closed',
      ],
      undone: ['No money was withdrawn', 'Nothing was withdrawn', 'The withdrawal was not made'],
    },
    {
      tool: 'cancel_order',
      code: 'completed',
      reads: 'already completed',
      candidates: ({ state }) =>
        state.orders.flatMap(([order_id, order]) =>
          isObject(order) && order['status'] === 'Completed' ? [{ order_id }] : [],
        ),
      says: ['that order is already completed', 'the order is already completed and cannot be cancelled anymore'],
      undone: ['The order was not cancelled', 'Nothing was cancelled', 'No order was cancelled'],
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
      says: 'orders may not be for more than <limit:number> shares',
    },
    {
      name: 'side',
      tool: 'place_order',
      parameter: 'order_type',
      test: 'is',
      limits: ['Sell'],
      line: 'On this account no <limit:word> orders may be placed.',
      says: '<limit:word> orders may not be placed on this account',
    },
    {
      name: 'no-payments',
      tool: 'withdraw_funds',
      test: 'any',
      limits: [],
      line: 'Money must not be withdrawn from the trading account by chat.',
      says: 'money may not be withdrawn from the trading account by chat',
      permits: 'Money may be withdrawn from the trading account by chat.',
    },
    {
      name: 'deposit',
      tool: 'fund_account',
      parameter: 'amount',
      test: 'above',
      limits: [1000, 2000],
      line: 'Deposits of more than <limit:money> must not be made.',
      says: 'deposits may not be more than <limit:money>',
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
        'make that <amount:count-share> instead',
        'on second thought, make it <amount:count-share>',
        'sorry, I only want <amount:count-share>',
        'I changed my mind, <amount:count-share> instead',
      ],
    },
    {
      tool: 'add_to_watchlist',
      parameter: 'stock',
      undo: { tool: 'remove_stock_from_watchlist', arguments: { symbol: { same: 'stock' } } },
      asks: ['sorry, I meant <stock>', 'make that <stock> instead', 'on second thought, watch <stock> instead'],
    },
  ],
  conditionals,
}
