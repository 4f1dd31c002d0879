import type { Phrases } from '../../environment/index.js'

/** How investors speak of stocks and their watchlist. Every wording belongs to one tool only, so that it can be read back. */
export const marketPhrases = {
  get_symbol_by_name: {
    asks: [
      '(look up|find|check) the ticker (symbol |)for <name>',
      'Give me the ticker (symbol |)for <name>.',
      'Tell me what ticker <name> trades under.',
      "What's the ticker (symbol |)(for|of) <name>?",
      'What ticker does <name> trade under?',
      'I need the ticker (symbol |)for <name>.',
    ],
    answers: ['/symbol'],
    reports: [
      '<name> trades under </symbol>.',
      'The ticker for <name> is </symbol>.',
      'The ticker symbol of <name> is </symbol>.',
      '</symbol> is the ticker for <name>.',
    ],
  },
  get_stock_info: {
    asks: [
      '(check|look up) the price of <symbol>( today|)',
      'check how <symbol> is doing( today|)',
      'get a quote for <symbol>',
      'Tell me what <symbol> is trading at.',
      'How is <symbol> doing( today|)?',
      "What's <symbol> trading at( right now|)?",
      "What's the price of <symbol>( right now|)?",
    ],
    answers: ['/price', '/percent_change'],
    reports: [
      '<symbol> is trading at </price:money>, </percent_change:change> percent today.',
      '<symbol> costs </price:money> a share right now and is </percent_change:change> percent today.',
      'A share of <symbol> costs </price:money>, </percent_change:change> percent today.',
      '<symbol> is </percent_change:change> percent today, at </price:money> a share.',
    ],
  },
  get_available_stocks: {
    asks: [
      'list (all |)the stocks in the <sector> sector',
      'Show me the tickers in the <sector> sector.',
      'look up the stocks in the <sector> sector',
      'Which stocks are in the <sector> sector?',
      'What stocks are there in the <sector> sector?',
      'What can I buy in the <sector> sector?',
      "I'd like to see the stocks in the <sector> sector.",
    ],
    answers: ['/stock_list'],
    reports: [
      'Stocks in the <sector> sector: </stock_list:list>.',
      'In the <sector> sector you can buy </stock_list:list>.',
      'The <sector> sector has </stock_list:list>.',
      'Listed under <sector>: </stock_list:list>.',
    ],
  },
  filter_stocks_by_price: {
    asks: [
      'show me which of <stocks> cost between <min_price> and <max_price>',
      'find the ones priced between <min_price> and <max_price> among <stocks>',
      'filter <stocks> by price, from <min_price> to <max_price>',
      'narrow <stocks> down to a price between <min_price> and <max_price>',
      'check which of <stocks> trade between <min_price> and <max_price>',
      'Which of <stocks> cost between <min_price> and <max_price> a share?',
      'Which of <stocks> are priced from <min_price> to <max_price>?',
      'I want to spend <min_price> to <max_price> a share, which of <stocks> fit that?',
    ],
    answers: ['/filtered_stocks'],
    reports: [
      'These are between <min_price> and <max_price>: </filtered_stocks:list>.',
      'Priced from <min_price> to <max_price>: </filtered_stocks:list>.',
      'In the range from <min_price> to <max_price> I found </filtered_stocks:list>.',
      'These cost from <min_price> to <max_price>: </filtered_stocks:list>.',
    ],
  },
  notify_price_change: {
    asks: [
      'check if any of <stocks> moved <threshold> percent or more( today|)',
      'check <stocks> for price changes of <threshold> percent or more',
      'let me know if any of <stocks> moved at least <threshold> percent today',
      'tell me which of <stocks> moved <threshold> percent or more today',
      'Did any of <stocks> move at least <threshold> percent today?',
      'Which of <stocks> moved <threshold> percent or more today?',
      'Have any of <stocks> gone up or down <threshold> percent or more?',
    ],
    answers: ['/notification'],
    reports: [
      'The check for moves of <threshold> percent or more says: </notification:quoted>.',
      'The price alert at <threshold> percent reads </notification:quoted>.',
      'At <threshold> percent or more, the price check reports </notification:quoted>.',
      'The alert for changes of <threshold> percent or more: </notification:quoted>.',
    ],
  },
  get_watchlist: {
    asks: [
      'Show me my (stock |)watchlist.',
      'pull up my watchlist',
      'list the stocks on my watchlist',
      'check what is on my watchlist',
      "What's on my watchlist( right now|)?",
      'Which stocks am I watching?',
      'Which stocks are on my watchlist?',
    ],
    answers: ['/watchlist'],
    reports: [
      'Your watchlist: </watchlist:list>.',
      'On your watchlist: </watchlist:list>.',
      'Your watchlist has </watchlist:list>.',
      "You're watching </watchlist:list>.",
    ],
  },
  add_to_watchlist: {
    asks: [
      'add <stock> to my watchlist',
      'put <stock> on my watchlist',
      'add <stock> to the stocks I watch',
      'start watching <stock> for me',
      'save <stock> to my watchlist',
      'I want <stock> on my watchlist.',
      "I'd like to add <stock> to my watchlist.",
      'Can I add <stock> to my watchlist?',
    ],
    reports: [
      'Added <stock>; your watchlist is now </watchlist:list>.',
      'I added <stock> to your watchlist, which now has </watchlist:list>.',
      'I put <stock> on your watchlist. It now has </watchlist:list>.',
      'With <stock> added, your watchlist is </watchlist:list>.',
    ],
  },
  remove_stock_from_watchlist: {
    asks: [
      'take <symbol> off my watchlist',
      'remove <symbol> from my watchlist',
      'delete <symbol> from my watchlist',
      'drop <symbol> from my watchlist',
      'stop watching <symbol> for me',
      "I don't want <symbol> on my watchlist anymore.",
      "I'd like to remove <symbol> from my watchlist.",
      'Can I take <symbol> off my watchlist?',
    ],
    reports: [
      'Removed <symbol> from your watchlist.',
      'I took <symbol> off your watchlist.',
      'I removed <symbol> from your watchlist.',
      'Your watchlist no longer has <symbol>.',
    ],
  },
} satisfies Record<string, Phrases>
