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
      'What orders do I have on file?',
      'I need the numbers of all my orders.',
      'My orders, please.',
    ],
    reasons: ["I've lost track of what I ordered.", "I've placed quite a few lately."],
    answers: ['/history'],
    reports: [
      'Your orders: </history:list>.',
      'Orders on file: </history:list>.',
      'Your order numbers: </history:list>.',
      'Order numbers so far: </history:list>.',
    ],
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
  },
  cancel_order: {
    asks: [
      'cancel (order <order_id:number>|<order_id:back>)',
      'cancel (order <order_id:number>|<order_id:back>) for me',
      'cancel my order number <order_id:number>',
      'call off (order <order_id:number>|<order_id:back>)',
      'I want to cancel (order <order_id:number>|<order_id:back>).',
      "I don't want (order <order_id:number>|<order_id:back>) anymore, please cancel it.",
      'I changed my mind about (order <order_id:number>|<order_id:back>), please cancel it.',
      'Can I still cancel (order <order_id:number>|<order_id:back>)?',
      'stop (order <order_id:number>|<order_id:back>) before it goes through',
    ],
    reasons: [
      'I had second thoughts.',
      'I got cold feet.',
      "I'd rather wait for a better price.",
      'I need the money for something else.',
      'I ordered too much.',
    ],
    reports: [
      '(Order <order_id:number>|<order_id:back>) is cancelled.',
      'I cancelled (order <order_id:number>|<order_id:back>).',
      'Cancelled: order </order_id>.',
      'Order </order_id> is cancelled.',
    ],
  },
  place_order: {
    asks: [
      '<order_type> (<amount:count-share>|<amount:back> shares) of <symbol> at <price>',
      'place a <order_type> order for (<amount:count-share>|<amount:back> shares) of <symbol> at <price>',
      'put in a <order_type> order for (<amount:count-share>|<amount:back> shares) of <symbol> at <price>',
      'place an order to <order_type> (<amount:count-share>|<amount:back> shares) of <symbol> at <price>',
      'I want to <order_type> (<amount:count-share>|<amount:back> shares) of <symbol> at <price>.',
      "I'd like to <order_type> (<amount:count-share>|<amount:back> shares) of <symbol> at <price>.",
      'I want an order in to <order_type> (<amount:count-share>|<amount:back> shares) of <symbol> at <price>.',
      'Please <order_type> (<amount:count-share>|<amount:back> shares) of <symbol> for me at <price>.',
    ],
    answers: ['/status'],
    reports: [
      'Your order to <order_type> </amount:count-share> of <symbol> at </price:money> is in. It is order </order_id>, and its status is </status>.',
      'I placed a <order_type> order for </amount:count-share> of <symbol> at </price:money>: order </order_id>, status </status>.',
      'Placed the order to <order_type> </amount:count-share> of <symbol> at </price:money>. The order number is </order_id> and the status </status>.',
      'Order </order_id> is in, to <order_type> </amount:count-share> of <symbol> at </price:money>. Its status is </status>.',
    ],
  },
} satisfies Record<string, Phrases>
