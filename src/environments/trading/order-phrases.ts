import type { Phrases } from '../../environment/index.js'

/** How investors speak of orders. Every wording belongs to one tool only, so that it can be read back. */
export const orderPhrases = {
  get_order_history: {
    asks: [
      'list (all |)my past orders',
      'get the numbers of all my orders',
      'go through my order history',
      'find out which orders I have placed so far',
      'Which orders are on file for me?',
      "I'd like to see everything I ever ordered.",
      'I lost track of my orders and need their numbers.',
    ],
    answers: ['/history'],
    reports: [
      'Your orders are </history:list>.',
      'On file: orders </history:list>.',
      'These are your order numbers: </history:list>.',
      'So far you placed orders </history:list>.',
    ],
  },
  get_order_details: {
    asks: [
      '(check|look up) the details of the <order_id> order',
      'see what the <order_id> order was about',
      'get the status of the <order_id> order',
      'find out what became of the <order_id> order',
      'How far along is the <order_id> order?',
      "I'd like to know how the <order_id> order turned out.",
      "I can't remember what the <order_id> order was for.",
    ],
    answers: ['/status', '/symbol', '/amount', '/price'],
    reports: [
      'The order is </status>: </order_type> </amount> shares of </symbol> at </price:money>.',
      'Status </status>; it was for </amount> shares of </symbol> at </price:money>.',
      'It covers </amount> shares of </symbol> at </price:money> and is </status>.',
      '</order_type> order for </amount> </symbol> at </price:money>, currently </status>.',
    ],
  },
  cancel_order: {
    asks: [
      'cancel the <order_id> order',
      'call off the <order_id> order',
      'withdraw the <order_id> order before it goes through',
      'stop the <order_id> order from being carried out',
      'The <order_id> order should not go through any more.',
      "I've changed my mind and want the <order_id> order cancelled.",
      'Please see to it that the <order_id> order is off the books.',
      'have the <order_id> order taken back',
    ],
    answers: ['/status'],
    reports: [
      'The order is </status>.',
      'Done, its status is </status>.',
      'Order </order_id> is </status> now.',
      'That one is </status>.',
    ],
  },
  place_order: {
    asks: [
      'place a <order_type> order for <amount> shares of <symbol> at <price>',
      'put in a <order_type> order: <amount> shares of <symbol> at <price>',
      'enter a <order_type> order over <amount> shares of <symbol>, priced at <price>',
      '<order_type> a total of <amount> shares of <symbol> at <price>',
      'I want a <order_type> order in for <amount> shares of <symbol> at <price>.',
      "I'd like to <order_type> a block of <amount> shares of <symbol> at <price>.",
      'My plan is to <order_type> some <amount> shares of <symbol> and the limit is <price>.',
      'have a <order_type> order set up for <amount> shares of <symbol> at <price>',
    ],
    answers: ['/status'],
    reports: [
      'The </order_type> order for </amount> shares at </price:money> is </status>; its number is </order_id>.',
      'Order </order_id> is in and </status>: </amount> shares at </price:money>.',
      'Your </order_type> order </order_id> over </amount> shares is </status>.',
      'It is placed as order </order_id>, status </status>.',
    ],
  },
} satisfies Record<string, Phrases>
