import type { EntityDefinition } from '../../environment/index.js'

/** How investors name things: companies by name, stocks by ticker symbol where they know it, orders by number. */
export const entities: { readonly [entity: string]: EntityDefinition } = {
  company: { noun: ['company', 'companies'], form: 'name' },
  stock: {
    noun: ['ticker symbol', 'ticker symbols'],
    form: 'word',
    mentions: {
      'name:equals': ['<value:name> stock', '<value:title>', '<value:title>'],
      'order_id:equals': ['the stock in order <value:number>', 'the stock from order <value:number>'],
    },
    earlier: ['it', 'that stock'],
    listed: ['the <place> one', 'the <place> one on the list'],
  },
  'stock-list': {
    noun: ['list of stocks', 'lists of stocks'],
    form: 'word-list',
    mentions: { 'sector:equals': ['the <value:name> stocks'] },
    earlier: ['those', 'those stocks'],
  },
  sector: { noun: ['sector', 'sectors'], form: 'name' },
  order: {
    noun: ['order number', 'order numbers'],
    form: 'number',
    earlier: ['it', 'that order'],
    listed: ['the <place> one', 'the <place> order on the list'],
  },
  'order-side': { noun: ['side', 'sides'], words: { Buy: ['buy'], Sell: ['sell'] } },
  price: {
    noun: ['price', 'prices'],
    form: 'money',
    mentions: { 'symbol:equals': ['the current price of <value:word>', "<value:word>'s current price"] },
    implied: { symbol: ['its current price', 'the current price', 'the market price', 'the going price'] },
    earlier: ['that price'],
    newest: ['that last price'],
    fleeting: true,
    broader: 'quantity',
  },
  'price-limit': { noun: ['price limit', 'price limits'], form: 'money' },
  money: {
    noun: ['amount', 'amounts'],
    form: 'money',
    earlier: ['that amount', 'the same amount'],
    broader: 'quantity',
  },
  shares: { noun: ['number of shares', 'numbers of shares'], form: 'number', earlier: ['as many', 'just as many'] },
  percentage: { noun: ['percentage', 'percentages'], form: 'number' },
  date: { noun: ['day', 'days'], form: 'date' },
  'trading-account': { noun: ['account name', 'account names'], form: 'word' },
  'trading-password': { noun: ['password', 'passwords'], form: 'word' },
}
