import { pick, type Rng } from '../../core/random.js'

/** How all names of a row are spelled. */
export interface NameStyle {
  readonly spelling: 'snake' | 'camel' | 'pascal' | 'kebab'
  /** Other words for the words of a name. */
  readonly synonyms: boolean
  /** The environment stands in front of a tool's name. */
  readonly labelled: boolean
  /** Tools are numbered instead of named: what they do stands in their descriptions alone. */
  readonly numbered: boolean
}

/** A style that differs from how built-in environments name things in at least one respect. */
export function drawStyle(random: Rng): NameStyle {
  const kind = pick(random.fork('kind'), ['spelling', 'synonyms', 'synonyms', 'labelled', 'numbered'] as const)
  return {
    spelling: pick(random.fork('spelling'), ['snake', 'camel', 'pascal', 'kebab'] as const),
    synonyms: kind === 'synonyms' || kind === 'labelled',
    labelled: kind === 'labelled',
    numbered: kind === 'numbered',
  }
}

/** Words of names, with others for the same; where there are several, a row keeps to one. */
const SYNONYMS: { readonly [word: string]: readonly string[] } = {
  get: ['fetch', 'retrieve', 'read', 'obtain'],
  list: ['enumerate', 'show'],
  find: ['locate', 'search'],
  search: ['find', 'query'],
  create: ['open', 'new', 'make'],
  remove: ['delete', 'drop'],
  delete: ['remove', 'erase'],
  cancel: ['abort', 'revoke'],
  book: ['reserve'],
  booking: ['reservation'],
  purchase: ['buy'],
  login: ['signin', 'authenticate'],
  logout: ['signout'],
  authenticate: ['login', 'connect'],
  send: ['deliver', 'transmit'],
  message: ['note', 'text'],
  view: ['show', 'display'],
  edit: ['update', 'modify'],
  close: ['finish', 'shut'],
  resolve: ['settle'],
  set: ['define', 'configure'],
  adjust: ['tune', 'regulate'],
  start: ['launch', 'turn_on'],
  lock: ['secure'],
  press: ['apply'],
  release: ['let_go'],
  display: ['show'],
  check: ['inspect'],
  estimate: ['calculate', 'predict'],
  compute: ['calculate', 'work_out'],
  convert: ['translate'],
  place: ['submit', 'issue'],
  fund: ['top_up', 'credit'],
  withdraw: ['pay_out', 'debit'],
  retrieve: ['fetch', 'download'],
  register: ['store', 'enrol'],
  verify: ['confirm', 'validate'],
  contact: ['reach', 'message'],
  post: ['publish', 'submit'],
  follow: ['subscribe_to'],
  unfollow: ['unsubscribe_from'],
  comment: ['reply'],
  notify: ['alert'],
  filter: ['select', 'narrow'],
  user: ['person', 'member'],
  ticket: ['case', 'issue'],
  card: ['payment_card'],
  cost: ['price', 'fare'],
  stock: ['share', 'security'],
  stocks: ['shares', 'securities'],
  symbol: ['ticker'],
  file: ['document'],
  dir: ['folder'],
  folder: ['directory'],
  city: ['town'],
  amount: ['quantity', 'sum'],
  status: ['state'],
  history: ['log', 'record'],
  info: ['details', 'data'],
  details: ['info', 'particulars'],
  parcel: ['package'],
  branch: ['office'],
  pickup: ['collection'],
  mean: ['average'],
  power: ['exponentiate'],
  multiply: ['times'],
  distance: ['range', 'length'],
  speed: ['velocity'],
  temperature: ['degrees'],
  content: ['body', 'text'],
  keyword: ['term', 'phrase'],
  travel: ['trip', 'journey'],
  insurance: ['cover'],
  invoice: ['bill', 'receipt'],
  budget: ['spending'],
  limit: ['cap', 'ceiling'],
}

/** The same words in a style; `choice` decides among synonyms, so that one word becomes the same word all through a row. */
export function restyle(name: string, { spelling, synonyms }: NameStyle, choice: Rng): string {
  const words = wordsOf(name).flatMap((word) => {
    const others = synonyms ? SYNONYMS[word] : undefined
    return others ? pick(choice.fork(word), others).split('_') : [word]
  })
  return spell(words, spelling)
}

/** Words written as one name. */
export function spell(words: readonly string[], spelling: NameStyle['spelling']): string {
  const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`
  if (spelling === 'snake') return words.join('_')
  if (spelling === 'kebab') return words.join('-')
  return words.map((word, i) => (i === 0 && spelling === 'camel' ? word : capital(word))).join('')
}

export function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .split(/[_-]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
}
