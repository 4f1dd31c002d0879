import type { EntityDefinition } from '../../environment/index.js'

/** How people name what travel is made of; ids, codes and tokens are for tools only. */
export const entities: { readonly [entity: string]: EntityDefinition } = {
  city: { noun: ['city', 'cities'], form: 'name' },
  airport: {
    noun: ['airport code', 'airport codes'],
    opaque: true,
    mentions: { 'location:equals': ['<value:name>'] },
    earlier: ['that airport', 'the same airport'],
  },
  card: {
    noun: ['card id', 'card ids'],
    opaque: true,
    mentions: {
      'card_number:ends-with': [
        'the card ending in <value:digits>',
        'the card that ends in <value:digits>',
        'the card ending with <value:digits>',
      ],
      'cardholder_name:equals': ["<value:name>'s card"],
    },
    earlier: ['that card', 'the same card'],
    listed: ['the <place> card on that list', 'the <place> of those cards'],
    extremes: {
      'balance:most': ['the card with the most money on it', 'the card with the highest balance'],
      'balance:least': ['the card with the least money on it', 'the card with the lowest balance'],
    },
  },
  booking: {
    noun: ['booking id', 'booking ids'],
    opaque: true,
    mentions: {
      'travel_date:equals': ['the flight on <value:date>', 'the booking for <value:date>', 'the trip on <value:date>'],
      'transaction_id:equals': [
        'the booking with transaction number <value:digits>',
        'the flight with transaction number <value:digits>',
      ],
    },
    earlier: ['that booking', 'that flight', 'that trip'],
    newest: ['that last booking', 'the new booking'],
    listed: ['the <place> booking on that list', 'the <place> of those bookings'],
    extremes: {
      'travel_date:least': ['the earliest of my flights', 'my earliest trip'],
      'travel_date:most': ['the latest of my flights', 'the last of my trips to come'],
      'travel_cost:most': ['the most expensive of my flights', 'my most expensive trip'],
      'travel_cost:least': ['the cheapest of my flights', 'my cheapest trip'],
    },
  },
  'access-token': { noun: ['access token', 'access tokens'], opaque: true },
  'client-id': { noun: ['client id', 'client ids'], opaque: true },
  'client-secret': { noun: ['client secret', 'client secrets'], opaque: true },
  'refresh-token': { noun: ['refresh token', 'refresh tokens'], opaque: true },
  'grant-type': { noun: ['grant type', 'grant types'], opaque: true },
  insurance: { noun: ['insurance id', 'insurance ids'], opaque: true, earlier: ['that insurance', 'the insurance'] },
  transaction: {
    noun: ['transaction number', 'transaction numbers'],
    opaque: true,
    earlier: ['that payment', 'that transaction'],
  },
  date: { noun: ['date', 'dates'], form: 'date', earlier: ['that day', 'the same day'] },
  'birth-date': { noun: ['date of birth', 'dates of birth'], form: 'date' },
  amount: {
    noun: ['amount', 'amounts'],
    form: 'money',
    earlier: ['that amount', 'the same amount'],
    broader: 'quantity',
    beside: { currency: 'USD' },
  },
  'first-name': { noun: ['first name', 'first names'], form: 'name' },
  'last-name': { noun: ['last name', 'last names'], form: 'name' },
  person: { noun: ['name', 'names'], form: 'name' },
  passport: { noun: ['passport number', 'passport numbers'], form: 'word' },
  'card-number': { noun: ['card number', 'card numbers'], form: 'digits' },
  'card-expiry': { noun: ['expiry date', 'expiry dates'], form: 'word' },
  'security-code': { noun: ['security code', 'security codes'], form: 'digits' },
  'travel-class': {
    noun: ['travel class', 'travel classes'],
    words: {
      economy: ['economy', 'economy class'],
      business: ['business class'],
      first: ['first class'],
    },
  },
  'insurance-type': {
    noun: ['kind of insurance', 'kinds of insurance'],
    words: {
      basic: ['basic'],
      comprehensive: ['comprehensive'],
      medical: ['medical'],
      cancellation: ['cancellation'],
      baggage: ['baggage'],
      accident: ['accident'],
      delay: ['delay'],
    },
  },
  currency: {
    noun: ['currency', 'currencies'],
    words: {
      USD: ['US dollars', 'USD'],
      RMB: ['Chinese yuan', 'yuan', 'RMB'],
      EUR: ['euros', 'EUR'],
      JPY: ['Japanese yen', 'yen', 'JPY'],
      GBP: ['British pounds', 'pounds', 'GBP'],
      CAD: ['Canadian dollars', 'CAD'],
      AUD: ['Australian dollars', 'AUD'],
      INR: ['Indian rupees', 'rupees', 'INR'],
      RUB: ['Russian roubles', 'roubles', 'RUB'],
      BRL: ['Brazilian reais', 'reais', 'BRL'],
      MXN: ['Mexican pesos', 'pesos', 'MXN'],
    },
  },
}
