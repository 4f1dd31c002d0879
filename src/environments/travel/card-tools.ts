import * as z from 'zod'
import { mapping } from '../../core/number.js'
import { defineTool, entity } from '../../environment/index.js'
import * as candidates from './candidates.js'
import { checkToken, field, refusal } from './failures.js'
import { phrases } from './phrases.js'
import { accessToken, amount, cardId } from './schemas.js'
import { cardEntries, cardOf, type State } from './state.js'

const tool = defineTool<State>()

/** The cards that pay for travel (`SEMANTICS.md` section 11). */
export const cardTools = {
  register_credit_card: tool({
    description: 'Put a payment card on file.',
    effect: 'draws',
    parameters: z.object({
      access_token: accessToken,
      card_number: entity('card-number', z.string()).describe('Number on the card.'),
      expiration_date: entity('card-expiry', z.string()).describe('Last month of validity, MM/YYYY.'),
      cardholder_name: entity('person', z.string()).describe('Full name on the card.'),
      card_verification_number: entity('security-code', z.number().int()).describe('Security code on the card.'),
    }),
    returns: z.object({ card_id: cardId }),
    requires: ['connected'],
    candidates: candidates.newCards,
    phrases: phrases.register_credit_card,
    run({ state, draft, args, random }) {
      if (state.token_expires_in === null) throw refusal('not-authenticated', 'Token not initialized')
      checkToken(state, args.access_token)
      const { card_number, expiration_date, cardholder_name, card_verification_number } = args
      if (cardOf(state, card_number)) throw refusal('exists', 'Card already registered')
      const id = String(random.integer(100_000_000_000, 999_999_999_999))
      const balance = random.integer(10_000, 99_999)
      const entry = { id, card: { card_number, expiration_date, cardholder_name, card_verification_number, balance } }
      const cards = draft().credit_card_list
      const taken = cards.findIndex((other) => other.id === id)
      if (taken < 0) cards.push(entry)
      else cards[taken] = entry
      return { card_id: id }
    },
  }),

  get_credit_card_balance: tool({
    description: 'Show how much money is left on a card on file.',
    effect: 'read',
    parameters: z.object({ access_token: accessToken, card_id: cardId.describe('Id of the card on file.') }),
    returns: z.object({ card_balance: amount }),
    requires: ['connected'],
    candidates: candidates.cards,
    phrases: phrases.get_credit_card_balance,
    run({ state, args: { access_token, card_id } }) {
      checkToken(state, access_token)
      const card = cardOf(state, card_id)
      if (!card) {
        const ids = state.credit_card_list.map(({ id }) => pythonText(id)).join(', ')
        throw refusal('not-found', `Card not registered. Here are a list of card_id's: [${ids}]`)
      }
      return { card_balance: field(card, 'balance') }
    },
  }),

  get_all_credit_cards: tool({
    description: 'List all cards on file by id, with number, holder, expiry and balance.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({
      credit_card_list: z.record(
        cardId,
        z.object({
          card_number: entity('card-number', z.string()),
          expiration_date: z.string(),
          cardholder_name: entity('person', z.string()),
          card_verification_number: z.number().int(),
          balance: amount,
        }),
      ),
    }),
    candidates: candidates.allCards,
    phrases: phrases.get_all_credit_cards,
    run: ({ state }) => ({ credit_card_list: mapping(cardEntries(state)) }),
  }),
}

/** A text as Python prints it inside a list (`SEMANTICS.md` section 1.3). */
function pythonText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote
}
