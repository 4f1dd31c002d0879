import type { Phrases } from '../../environment/index.js'

/** How investors speak of their brokerage account. Every wording belongs to one tool only, so that it can be read back. */
export const accountPhrases = {
  trading_login: {
    asks: [
      'sign in to the trading account <username> with the password <password>',
      'log in to the brokerage as <username>, password <password>',
      'open a trading session for <username> with <password>',
      'get into the brokerage account <username> using <password>',
      "I'm <username> at the brokerage and my password is <password>.",
      'My trading account is <username> and <password> gets you in.',
    ],
    reports: [
      'You are signed in to the trading account.',
      'The trading session is open.',
      'Signed in to the brokerage.',
      'Trading account: </status>.',
    ],
  },
  trading_get_login_status: {
    asks: [
      'check whether I am signed in to the trading account',
      'make sure my brokerage session is still open',
      'see if the trading account is logged in',
      'find out whether I need to sign in for trading',
      'Am I still signed in at the brokerage?',
      "I'm not sure whether my trading session is still running.",
    ],
    answers: ['/status'],
    reports: [
      'You are</status:not> signed in to the trading account.',
      'Your trading session is</status:not> open.',
      'The brokerage says you are</status:not> signed in.',
      'The trading account is</status:not> logged in.',
    ],
  },
  trading_logout: {
    asks: [
      'sign out of the trading account',
      'log out of the brokerage',
      'end my trading session',
      'close the brokerage session( for today|)',
      "I'm done trading, so the session should be closed.",
      'Nobody should be able to trade from here after me, so I want to be signed out.',
    ],
    reports: [
      'You are signed out of the trading account.',
      'The trading session is closed.',
      'Signed out of the brokerage.',
      'Trading account: </status>.',
    ],
  },
  get_account_info: {
    asks: [
      'check (the balance of my trading account|my brokerage balance)',
      'find out how much cash my trading account holds',
      'look up what I have available for trading',
      'see how much money sits in my brokerage account',
      'How much is in my trading account?',
      "I'd like to know what I can still spend on stocks.",
      'I need my brokerage cash figure.',
    ],
    answers: ['/balance'],
    reports: [
      'Your trading account holds </balance:money>.',
      'There is </balance:money> in your brokerage account.',
      'Cash available: </balance:money>.',
      'The balance of account </account_id> is </balance:money>.',
    ],
  },
  fund_account: {
    asks: [
      'deposit <amount> into my trading account',
      'top up my brokerage account by <amount>',
      'add <amount> to my trading balance',
      'move <amount> from my card into the brokerage account',
      'I want another <amount> in my trading account.',
      'My trading account should get a deposit of <amount>.',
      'I have <amount> to spare and it should go to my brokerage.',
    ],
    answers: ['/new_balance'],
    reports: [
      'Deposited; the balance is now </new_balance:money>.',
      'Your trading account now holds </new_balance:money>.',
      'The deposit went through: </new_balance:money>.',
      'Funded. New balance: </new_balance:money>.',
    ],
  },
  withdraw_funds: {
    asks: [
      'withdraw <amount> from my trading account',
      'take <amount> out of my brokerage account',
      'pay out <amount> from my trading balance',
      'get <amount> back from the brokerage to my card',
      'I need <amount> of my trading money paid out.',
      'A bill is due, so <amount> has to come out of the trading account.',
      "I'd like to have <amount> from my brokerage account back in cash.",
    ],
    answers: ['/new_balance'],
    reports: [
      'Paid out; the balance is now </new_balance:money>.',
      'Your trading account is left with </new_balance:money>.',
      'The withdrawal went through: </new_balance:money> remain.',
      'Withdrawn. New balance: </new_balance:money>.',
    ],
  },
  get_transaction_history: {
    asks: [
      'list the deposits and withdrawals of my trading account( since <start_date>| from <start_date> to <end_date>|)',
      'see what money went in and out of my brokerage account( from <start_date> on| between <start_date> and <end_date>|)',
      'go through the cash movements of my trading account( since <start_date>| from <start_date> until <end_date>|)',
      'pull up my brokerage payments( starting <start_date>| from <start_date> through <end_date>|)',
      'Which payments went through my trading account( since <start_date>| between <start_date> and <end_date>|)?',
      "I'd like to see my brokerage deposits and withdrawals( since <start_date>| from <start_date> to <end_date>|).",
      'My records are missing the trading account payments( after the start of <start_date>| from <start_date> to <end_date>|).',
    ],
    answers: ['/transaction_history/*/amount'],
    reports: [
      'The payments are </transaction_history/*/amount:money-list>.',
      'I found these amounts: </transaction_history/*/amount:money-list>.',
      'In order: </transaction_history/*/amount:money-list>.',
      'Deposits and withdrawals: </transaction_history/*/amount:money-list>.',
    ],
  },
  get_current_time: {
    asks: [
      'get the time at the exchange',
      'check what time it is on the trading floor',
      'look at the exchange clock',
      'find out how late it is at the exchange',
      'What time is it at the exchange?',
      "I'd like to know the exchange's time of day.",
    ],
    answers: ['/current_time'],
    reports: [
      'It is </current_time> at the exchange.',
      'The exchange clock says </current_time>.',
      'Exchange time: </current_time>.',
      'At the exchange it is </current_time>.',
    ],
  },
} satisfies Record<string, Phrases>
