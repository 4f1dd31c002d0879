import type { Phrases } from '../../environment/index.js'

/** How investors speak of stocks and their watchlist. Every wording belongs to one tool only, so that it can be read back. */
export const marketPhrases = {
  get_symbol_by_name: {
    asks: [
      '(look up|find) the ticker (symbol |)<name> has',
      'find out under which ticker <name> trades',
      'get the stock symbol <name> goes by',
      'see which symbol belongs to <name> on the exchange',
      "What's the ticker of <name>?",
      'I need to know what ticker <name> uses.',
      "I keep forgetting <name>'s ticker.",
    ],
    answers: ['/symbol'],
    reports: [
      '<name> trades as </symbol>.',
      'The ticker of <name> is </symbol>.',
      "<name>'s symbol is </symbol>.",
      'It is </symbol>.',
    ],
  },
  get_stock_info: {
    asks: [
      '(check|look up) how <symbol> is doing( today|)',
      'find out what <symbol> costs (right now|at the moment)',
      'get the latest numbers for <symbol>',
      'see what a share of <symbol> goes for',
      'How is <symbol> doing( today|)?',
      "I'd like to know where <symbol> stands( today|).",
      'Before I decide anything I want the current figures of <symbol>.',
    ],
    answers: ['/price', '/percent_change'],
    reports: [
      'It trades at </price:money>, a change of </percent_change> percent today.',
      'The price is </price:money>; today it moved </percent_change> percent.',
      'A share costs </price:money> right now, </percent_change> percent against yesterday.',
      'It stands at </price:money> with a change of </percent_change> percent and </volume> million shares traded.',
    ],
  },
  get_available_stocks: {
    asks: [
      'list the stocks in the <sector> sector',
      'see which <sector> tickers (there are|are on offer)',
      'find out what can be bought in the <sector> sector',
      'go through the <sector> sector and list its tickers',
      'Which companies are listed under <sector>?',
      "I'd like an overview of the <sector> sector.",
      'My portfolio lacks <sector>, so I want to see what is available there.',
    ],
    answers: ['/stock_list'],
    reports: [
      'In the <sector> sector there are </stock_list:list>.',
      '<sector> has </stock_list:list>.',
      'The tickers are </stock_list:list>.',
      'Available: </stock_list:list>.',
    ],
  },
  filter_stocks_by_price: {
    asks: [
      'pick out of <stocks> whatever costs between <min_price> and <max_price>',
      'narrow <stocks> down to prices from <min_price> to <max_price>',
      'find those among <stocks> that trade between <min_price> and <max_price>',
      'sort out which of <stocks> are priced from <min_price> to <max_price>',
      'Which of <stocks> cost between <min_price> and <max_price> a share?',
      'From <stocks> I only want those between <min_price> and <max_price> a share.',
      'My budget per share is <min_price> to <max_price>, so let me see which of <stocks> fit.',
    ],
    answers: ['/filtered_stocks'],
    reports: [
      'In that range: </filtered_stocks:list>.',
      'These fit: </filtered_stocks:list>.',
      'Within the range I found </filtered_stocks:list>.',
      'The price range leaves </filtered_stocks:list>.',
    ],
  },
  notify_price_change: {
    asks: [
      'find out which of <stocks> moved by <threshold> percent or more',
      'check <stocks> for changes of at least <threshold> percent',
      'see whether any of <stocks> went up or down <threshold> percent or more',
      'flag every swing among <stocks> of <threshold> percent or more',
      'Did any of <stocks> move by at least <threshold> percent?',
      'I want to hear about it if any of <stocks> moved at least <threshold> percent.',
      'A move of <threshold> percent in any of <stocks> is worth knowing to me.',
    ],
    answers: ['/notification'],
    reports: [
      '</notification>',
      'The check says: </notification>',
      'Result: </notification>',
      'Today, </notification>',
    ],
  },
  get_watchlist: {
    asks: [
      'bring up my watchlist',
      "list what's on my watchlist",
      'read out the stocks I am watching',
      'see which tickers I keep an eye on',
      "What's on my watchlist at the moment?",
      "I'd like to see the stocks I'm watching.",
      'I forgot which stocks I keep an eye on.',
    ],
    answers: ['/watchlist'],
    reports: [
      'Your watchlist has </watchlist:list>.',
      'You are watching </watchlist:list>.',
      'On the watchlist: </watchlist:list>.',
      'These are on your watchlist: </watchlist:list>.',
    ],
  },
  add_to_watchlist: {
    asks: [
      'add <stock> to my watchlist',
      'put <stock> on my watchlist',
      'keep an eye on <stock> through my watchlist',
      'include <stock> in the stocks I watch',
      'I want <stock> on my watchlist.',
      "I'd like to follow <stock> from now on, so it belongs on the watchlist.",
      'My watchlist is missing <stock>.',
    ],
    reports: [
      'Your watchlist is now </watchlist:list>.',
      'Added: the watchlist has </watchlist:list>.',
      "It's on the watchlist, which now has </watchlist:list>.",
      'You are now watching </watchlist:list>.',
    ],
  },
  remove_stock_from_watchlist: {
    asks: [
      'take <symbol> off my watchlist',
      'remove <symbol> from my watchlist',
      'drop <symbol> from the stocks I watch',
      'strike <symbol> from the watchlist',
      "I don't want to follow <symbol> any longer, so it should leave the watchlist.",
      'My watchlist can do without <symbol>.',
      "There's no need to keep watching <symbol>.",
    ],
    reports: [
      'It is off your watchlist.',
      'Removed from the watchlist.',
      'Your watchlist no longer has it.',
      'Done: one stock fewer on the watchlist.',
    ],
  },
} satisfies Record<string, Phrases>
