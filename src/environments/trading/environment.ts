import { defineEnvironment } from '../../environment/index.js'
import { conversation } from './conversation.js'
import { accountTools } from './account-tools.js'
import { briefings, conditions } from './briefings.js'
import { entities } from './entities.js'
import { marketTools } from './market-tools.js'
import { orderTools } from './order-tools.js'
import { scenario } from './scenario.js'
import { observe, type State, state, UNOBSERVED } from './state.js'

/** A brokerage account: BFCL's TradingBot (SEMANTICS.md section 10). */
export const trading = defineEnvironment<State>({
  name: 'trading',
  version: 1,
  source: 'built-in',
  summary: 'A brokerage account: stock prices, watchlist, orders, deposits and withdrawals.',
  benchmark: 'bfcl',
  state,
  unobserved: UNOBSERVED,
  observe,
  scenario,
  entities,
  conditions,
  lapses: {
    'signed-in': {
      state: { '/authenticated': false },
      refusal: 'User not authenticated',
      causes: ['the trading session has ended', 'the trading account has signed the user out'],
    },
  },
  briefings,
  conversation,
  tools: { ...marketTools, ...orderTools, ...accountTools },
})
