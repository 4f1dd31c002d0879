import { bookingPhrases } from './booking-phrases.js'
import { lookupPhrases } from './lookup-phrases.js'
import type { Phrases } from '../../environment/index.js'

/** How travellers talk. Every wording belongs to one tool only, so that it can be read back. */
export const phrases = {
  ...lookupPhrases,
  ...bookingPhrases,

  authenticate_travel: {
    asks: [
      'connect my travel account',
      'reconnect my travel account',
      '(sign|log) me in to (my travel account|the travel service)',
      'log in to my travel account',
      'Get me back into my travel account.',
      'I need access to my travel account.',
    ],
    reports: [
      'Your travel account is connected.',
      "You're signed in to the travel service.",
      "You're signed in to your travel account now.",
      "I've connected your travel account.",
    ],
    asides: ['connected your travel account', 'signed you in to your travel account'],
    deeds: ['connect the travel account'],
  },

  travel_get_login_status: {
    asks: [
      '(check|tell me) if my travel account is (still |)connected',
      "check (if|whether) I'm (still |)signed in to the travel service",
      'Am I (still |)signed in to (my travel account|the travel service)?',
      'Is my travel account (still |)connected?',
    ],
    answers: ['/status'],
    reports: [
      'Your travel account is</status:not> connected.',
      'You are</status:not> signed in to the travel service.',
      'You are</status:not> signed in to your travel account.',
      '</status:yes>, you are</status:not> signed in to your travel account.',
    ],
  },

  verify_traveler_information: {
    asks: [
      'check if my traveler details are right: <first_name> <last_name>, born <date_of_birth>, passport <passport_number>',
      'verify my traveler details: <first_name> <last_name>, passport <passport_number>, born <date_of_birth>',
      'check my traveler information: <first_name> <last_name>, passport number <passport_number>, date of birth <date_of_birth>',
      'verify the traveler <first_name> <last_name>, born <date_of_birth>, passport <passport_number>',
      'make sure my traveler details are right: first name <first_name>, last name <last_name>, date of birth <date_of_birth>, passport <passport_number>',
      'verify my identity for travel: <first_name> <last_name>, born <date_of_birth>, passport number <passport_number>',
      'Am I cleared to travel as <first_name> <last_name>, born <date_of_birth>, passport <passport_number>?',
      'My name is <first_name> <last_name>, my passport is <passport_number> and I was born on <date_of_birth>, please verify my traveler details.',
    ],
    reasons: ["I don't want any trouble on the way.", 'Last time they stopped me at the gate.', 'I renewed my papers.'],
    answers: ['/verification_status'],
    reports: [
      'The traveler details of <first_name> <last_name> were</verification_status:not> verified.',
      '<first_name> <last_name> was</verification_status:not> verified as a traveler.',
      '<first_name> <last_name> with passport <passport_number> is</verification_status:not> verified.',
      'The details for passport <passport_number> were</verification_status:not> verified.',
    ],
    deeds: ['check the traveler details'],
  },

  set_budget_limit: {
    asks: [
      'set (my|the) travel budget (limit |)to <budget_limit>',
      'set my travel budget limit at <budget_limit>',
      'cap my travel budget at <budget_limit>',
      'limit my travel budget to <budget_limit>',
      'change (my|the) travel budget (limit |)to <budget_limit>',
      'I want to spend at most <budget_limit> on travel.',
      "I don't want to spend more than <budget_limit> on travel.",
    ],
    reasons: ['I have to watch my spending.', 'My boss wants to keep costs down.', 'Finance changed the rules.'],
    reports: [
      'Your travel budget limit is now </budget_limit:money>.',
      "I've set your travel budget limit to </budget_limit:money>.",
      'Your travel budget is limited to </budget_limit:money>.',
      'The most you can spend on travel is now </budget_limit:money>.',
    ],
    deeds: ['set the budget limit'],
  },

  register_credit_card: {
    asks: [
      'add my new card: number <card_number>, name <cardholder_name>, expires <expiration_date>, security code <card_verification_number>',
      'add the card <card_number> to my travel account: name <cardholder_name>, expiry <expiration_date>, CVV <card_verification_number>',
      'save a new card: <card_number>, <cardholder_name>, valid until <expiration_date>, CVV <card_verification_number>',
      'register my card <card_number> in the name of <cardholder_name>, expiring <expiration_date>, security code <card_verification_number>',
      'put a new card on file: <card_number>, name on the card <cardholder_name>, expiry <expiration_date>, code <card_verification_number>',
      'store a new credit card: number <card_number>, cardholder <cardholder_name>, expires <expiration_date>, security code <card_verification_number>',
      'I got a new card: number <card_number>, name <cardholder_name>, expires <expiration_date>, CVV <card_verification_number>, please add it.',
      'I want to add a card: <card_number>, <cardholder_name>, expires <expiration_date>, security code <card_verification_number>.',
    ],
    reasons: ['The bank sent me a new card.', 'I switched banks.', 'My old one runs out soon.'],
    reports: [
      "I've saved the card <card_number> for <cardholder_name>. Its card id is </card_id>.",
      'I added the card <card_number>, valid until <expiration_date>; its card id is </card_id>.',
      'Your card <card_number> is on file now, under the card id </card_id>.',
      'I put the card <card_number> of <cardholder_name> on file; the card id is </card_id>.',
    ],
    deeds: ['save the card'],
  },

  get_credit_card_balance: {
    asks: [
      'check the balance on <card_id>',
      'tell me how much is left on <card_id>',
      "What's the balance on <card_id>?",
      'How much (money |)is left on <card_id>?',
      'How much (money |)do I have (left |)on <card_id>?',
      'Balance on <card_id>?',
    ],
    answers: ['/card_balance'],
    reports: [
      'The balance on <card_id> is </card_balance:money>.',
      'There is </card_balance:money> left on <card_id>.',
      'You have </card_balance:money> on <card_id>.',
      '<card_id> has a balance of </card_balance:money>.',
    ],
    deeds: ['check the balance of <card_id>'],
  },

  get_all_credit_cards: {
    asks: [
      'list (all |)my saved cards',
      'Show me (all |)my cards on file.',
      'list the cards in my travel account',
      'Which cards do I have on file?',
      'What cards are saved in my travel account?',
      'Which cards can I pay for travel with?',
    ],
    reasons: ["I don't have my wallet on me.", "I can't remember which ones I saved."],
    answers: ['/credit_card_list/*/card_number'],
    reports: [
      'Cards on file: </credit_card_list/*:items>',
      'Your saved cards: </credit_card_list/*:items>',
      'In your travel account you have these cards: </credit_card_list/*:items>',
      'These cards are saved: </credit_card_list/*:items>',
    ],
    items: [
      '</card_number>, valid until </expiration_date>, balance </balance:money>',
      '</card_number> in the name of </cardholder_name>, valid until </expiration_date>',
    ],
    deeds: ['list the cards on file', 'go through the cards on file'],
  },
} satisfies Record<string, Phrases>
