import { bookingPhrases } from './booking-phrases.js'
import { lookupPhrases } from './lookup-phrases.js'
import type { Phrases } from '../../environment/index.js'

/** How travellers talk. Every wording belongs to one tool only, so that it can be read back. */
export const phrases = {
  ...lookupPhrases,
  ...bookingPhrases,

  authenticate_travel: {
    asks: [
      '(connect|hook up) my travel account',
      '(sign|log) in to the travel service',
      'renew my access to the travel service',
      'get my travel account (up and running|working again)',
      'My travel account (has to|needs to) be connected first.',
      "I can't get into the travel service at the moment and need to be let in again.",
      'Without access to the travel service I (am stuck|cannot go on), so please see to that.',
    ],
    reports: [
      'Your travel account is connected.',
      'You are signed in to the travel service now.',
      'The travel service has let you in again.',
      'Access to the travel account is back.',
    ],
  },

  travel_get_login_status: {
    asks: [
      'check whether my travel account is (still |)connected',
      'see (if|whether) I am (still |)signed in to the travel service',
      'Am I (still |)signed in to the travel service?',
      'Is my travel account (still |)connected?',
      "I'd like to know whether my travel account is (still |)open.",
      'I have been away for a while and wonder whether the travel service still knows me.',
    ],
    answers: ['/status'],
    reports: [
      'Your travel account is</status:not> connected.',
      'You are</status:not> signed in to the travel service.',
      'The travel service says you are</status:not> signed in.',
      'The travel account is</status:not> open at the moment.',
    ],
  },

  verify_traveler_information: {
    asks: [
      'verify the traveller with the first name <first_name> and the last name <last_name>, passport <passport_number> and date of birth <date_of_birth>',
      'check my traveller details: first name <first_name>, last name <last_name>, passport number <passport_number> and birthday <date_of_birth>',
      '(make sure|confirm) that somebody called <first_name> with the surname <last_name> and passport <passport_number>, born on <date_of_birth>, may fly',
      'My first name is <first_name>, my surname is <last_name>, I hold passport <passport_number> and was born on <date_of_birth>; those details need verifying.',
      'I have to be cleared for travel as <first_name> of the family <last_name>, holding passport <passport_number> and born on <date_of_birth>.',
      'Before I fly, my identity must be checked: first name <first_name>, surname <last_name>, passport <passport_number> and born <date_of_birth>.',
      'have the traveller details checked for <first_name> with the family name <last_name>, passport number <passport_number>, date of birth <date_of_birth>',
    ],
    answers: ['/verification_status'],
    reports: [
      'The traveller details were</verification_status:not> accepted.',
      'The identity check was</verification_status:not> passed.',
      'After the check, that traveller is</verification_status:not> cleared to fly.',
      'Those traveller details were</verification_status:not> confirmed.',
    ],
  },

  set_budget_limit: {
    asks: [
      '(set|cap) (my|the) travel budget at <budget_limit>',
      'put a limit of <budget_limit> on my travel spending',
      'make <budget_limit> the most I can spend on travel',
      'have the travel budget limit (changed|adjusted) to <budget_limit>',
      'No more than <budget_limit> should go on travel from now on.',
      'My (manager|family) and I agreed on <budget_limit> as the limit for travel.',
      'I want to keep my travel spending within <budget_limit>.',
    ],
    reports: [
      'Your travel budget is now limited to </budget_limit:money>.',
      'The travel budget limit is set to </budget_limit:money>.',
      'From now on </budget_limit:money> is the limit for travel.',
      'Done, travel is capped at </budget_limit:money>.',
    ],
  },

  register_credit_card: {
    asks: [
      '(add|register|save) a new card with the number <card_number>, held by <cardholder_name>, valid until <expiration_date> and with security code <card_verification_number>',
      'put a card on file: number <card_number>, name <cardholder_name>, expiry <expiration_date> and security code <card_verification_number>',
      'store the card numbered <card_number> for <cardholder_name>, which expires <expiration_date> and has the code <card_verification_number>',
      'My bank sent me the card <card_number> in the name of <cardholder_name>, good until <expiration_date> with code <card_verification_number>, and I want to pay for travel with it.',
      'A further card should be available for my trips: <card_number>, issued to <cardholder_name>, running until <expiration_date> with security code <card_verification_number>.',
      'I need to be able to pay with my new card <card_number> on the name <cardholder_name>, expiring <expiration_date> with the code <card_verification_number>.',
    ],
    reports: [
      'The new card is on file under </card_id>.',
      'Your card has been saved as </card_id>.',
      'Registered: the card has the id </card_id>.',
      'You can now pay with the new card, which is filed as </card_id>.',
    ],
  },

  get_credit_card_balance: {
    asks: [
      'check the balance on <card_id>',
      '(look up|find out) how much money is left on <card_id>',
      'How much (do I have|is) left on <card_id>?',
      "What's the balance on <card_id>?",
      'I need to know what I can still spend with <card_id>.',
      "I've lost track of how much <card_id> still has on it.",
      'find out how far <card_id> will get me',
    ],
    answers: ['/card_balance'],
    reports: [
      'There is </card_balance:money> left on the card.',
      'The balance of the card is </card_balance:money>.',
      'The card still holds </card_balance:money>.',
      'You can still spend </card_balance:money> with it.',
    ],
  },

  get_all_credit_cards: {
    asks: [
      'list (all |)the cards I have on file',
      'go through (all |)my (registered|saved) cards',
      'Which cards can I pay for travel with?',
      'What cards do I have on file?',
      'I need an overview of my payment cards.',
      "I can't remember which cards are saved in my travel account.",
    ],
    answers: ['/credit_card_list/*/card_number'],
    reports: [
      'These card numbers are on file: </credit_card_list/*/card_number:list>.',
      'Your saved cards have the numbers </credit_card_list/*/card_number:list>.',
      'You can pay with the cards </credit_card_list/*/card_number:list>.',
      'On file are </credit_card_list/*/card_number:list>.',
    ],
  },
} satisfies Record<string, Phrases>
