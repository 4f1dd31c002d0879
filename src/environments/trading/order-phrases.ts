import type { Phrases } from '../../environment/index.js'

/** How investors speak of orders. Every wording belongs to one tool only, so that it can be read back. */
export const orderPhrases = {
  get_order_history: {
    asks: [
      'list (all |)my (past |)orders',
      'Show me (all |)my orders.',
      'Show me my order history.',
      'pull up my order history',
      'Which orders have I placed( so far|)?',
      'What orders do I have?',
      'My orders, please.',
    ],
    reasons: ["I've lost track of what I ordered."],
    answers: ['/history'],
    reports: [
      'Your orders are </history:list>.',
      'You have these orders on file: </history:list>.',
      'Your order numbers are </history:list>.',
      "So far you've placed orders </history:list>.",
    ],
    deeds: ['list the orders'],
  },
  get_order_details: {
    asks: [
      'check (order <order_id:number>|<order_id:back>)',
      'Show me the details of (order <order_id:number>|<order_id:back>).',
      'look up the details of (order <order_id:number>|<order_id:back>)',
      'check the status of (order <order_id:number>|<order_id:back>)',
      "What's the status of (order <order_id:number>|<order_id:back>)?",
      'What was (order <order_id:number>|<order_id:back>) for?',
      'Did (order <order_id:number>|<order_id:back>) go through?',
    ],
    answers: ['/status', '/symbol', '/amount', '/price'],
    reports: [
      '(Order <order_id:number>|<order_id:back>) is a </order_type:thing-order-side> order for </amount:count-share> of </symbol> at </price:money>; its status is </status>.',
      '(Order <order_id:number>|<order_id:back>) is </status>: a </order_type:thing-order-side> order for </amount:count-share> of </symbol> at </price:money>.',
      'The status of (order <order_id:number>|<order_id:back>) is </status>. It is a </order_type:thing-order-side> order for </amount:count-share> of </symbol> at </price:money>.',
      '(Order <order_id:number>|<order_id:back>) has the status </status> and is a </order_type:thing-order-side> order for </amount:count-share> of </symbol> at </price:money>.',
    ],
    deeds: ['check on order <order_id:number>', 'check on <order_id:back>'],
  },
  cancel_order: {
    asks: [
      'Is it too late to cancel (order <order_id:number>|<order_id:back>)? If not, cancel it.',
      'cancel (order <order_id:number>|<order_id:back>)',
      'cancel (order <order_id:number>|<order_id:back>) for me',
      'I want to cancel (order <order_id:number>|<order_id:back>).',
      "I don't want (order <order_id:number>|<order_id:back>) anymore, please cancel it.",
      'I changed my mind about (order <order_id:number>|<order_id:back>), please cancel it.',
    ],
    reasons: [
      'I had second thoughts.',
      'I got cold feet.',
      "I'd rather wait for a better price.",
      'I need the money for something else.',
      'I ordered too much.',
    ],
    reports: [
      "I've cancelled (order <order_id:number>|<order_id:back>).",
      '(Order <order_id:number>|<order_id:back>) is cancelled.',
      '(Order <order_id:number>|<order_id:back>) is off.',
      'Order </order_id> is cancelled.',
    ],
    deeds: ['cancel order <order_id:number>', 'cancel <order_id:back>'],
  },
  place_order: {
    asks: [
      '<order_type> (<amount:count-share>|<amount:back> shares) of <symbol> at <price>',
      'place a <order_type> order for (<amount:count-share>|<amount:back> shares) of <symbol> at <price>',
      'place an order to <order_type> (<amount:count-share>|<amount:back> shares) of <symbol> at <price>',
      'I want to <order_type> (<amount:count-share>|<amount:back> shares) of <symbol> at <price>.',
      "I'd like to <order_type> (<amount:count-share>|<amount:back> shares) of <symbol> at <price>.",
      'Please <order_type> (<amount:count-share>|<amount:back> shares) of <symbol> for me at <price>.',
    ],
    answers: ['/status'],
    reports: [
      "Your order to <order_type> </amount:count-share> of <symbol> at </price:money> is in. It's order </order_id>, and its status is </status>.",
      "I've placed a <order_type> order for </amount:count-share> of <symbol> at </price:money>. It's order </order_id>, and the status is </status>.",
      "I've put in your order to <order_type> </amount:count-share> of <symbol> at </price:money>: order </order_id>, with the status </status>.",
      'Order </order_id> is in, to <order_type> </amount:count-share> of <symbol> at </price:money>. The status is </status>.',
      "That's order </order_id>, to <order_type> </amount:count-share> of <symbol> at </price:money>, and its status is </status>.",
    ],
    besides: [
      {
        without: 'market-open',
        says: [
          'The market is closed right now, so it stays pending until it opens.',
          'As the market is closed at the moment, it has to wait until it opens again.',
          'The market is closed at the moment, so nothing happens before it opens.',
        ],
      },
    ],
    deeds: ['<order_type> <symbol>', 'place the order for <symbol>'],
  },
} satisfies Record<string, Phrases>
