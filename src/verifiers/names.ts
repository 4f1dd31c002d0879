import type { Discrepancy } from '../core/verdict.js'
import { untag } from '../core/number.js'
import type { Step } from '../core/trajectory.js'
import { lemmas, type Lexicon } from '../language/index.js'
import type { TaskTurn } from './context.js'
import { conversationText } from './reading.js'
import { holdsWhole } from './told.js'

/** E-mail addresses, and accounts as they are mentioned. */
const ADDRESSES = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])@\w+(?:[.-]\w+)*/g

/** Capitalised words within a sentence, and several of them anywhere: what people and places are called. */
const NAMES = /(?<=[a-z\d,;)] )[A-Z][a-z]+(?!\w)(?: [A-Z][a-z]+(?!\w))*|\b[A-Z][a-z]+(?: [A-Z][a-z]+(?!\w))+/g

/** Written with a capital although nobody is called so. */
const COMMON =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Celsius|Fahrenheit|English|Here|There|This|That|Just|Please|Thanks|Sorry)s?$/

/** An answer names nobody, no place and no address that neither the conversation nor the tools have shown. */
export function verifyNames({
  turn,
  start,
  lexicon,
  messages,
  query,
  steps,
}: Pick<TaskTurn, 'turn' | 'start' | 'lexicon' | 'messages' | 'query' | 'steps'>): Discrepancy[] {
  const answer = steps.at(-1)?.content ?? ''
  const addresses = answer.match(ADDRESSES) ?? []
  const names = answer.match(NAMES) ?? []
  if (addresses.length + names.length === 0) return []
  const shown = shownBy([...messages, { role: 'user', content: query.text }], steps)
  return inventedNames(addresses, names, shown, () => vocabularyOf(start.tools, lexicon, shown)).map(
    (text): Discrepancy => ({ kind: 'unsupported-claim', turn, where: 'answer', text }),
  )
}

function inventedNames(
  addresses: readonly string[],
  names: readonly string[],
  shown: string,
  vocabulary: () => ReadonlySet<string>,
): string[] {
  const unknown = addresses.filter((address) => !holdsWhole(shown, address.replace(/^@/, '').toLowerCase()))
  const rest = names
    .map((name) => name.split(' ').filter((word) => !COMMON.test(word)))
    .filter((words) => words.length > 0)
  const unseen = rest.filter((words) => !words.some((word) => holdsWhole(shown, word.toLowerCase())))
  if (unseen.length === 0) return unknown
  const known = vocabulary()
  return [
    ...unknown,
    ...unseen.filter((words) => !words.some((word) => isKnown(word, known))).map((words) => words.join(' ')),
  ]
}

/** Everything that was said and shown by the end of the turn, in small letters. */
function shownBy(messages: Parameters<typeof conversationText>[0], steps: readonly Step[]): string {
  const results = steps.flatMap((step) => step.results.map(({ value }) => JSON.stringify(untag(value))))
  return [conversationText(messages), ...results].join('\n').toLowerCase()
}

function isKnown(word: string, known: ReadonlySet<string>): boolean {
  return lemmas(word).every((lemma) => known.has(lemma))
}

/** Words of the tools, and words that people have for values that were shown ("Roubles" for RUB). */
function vocabularyOf(
  tools: TaskTurn['start']['tools'],
  { environments }: Lexicon,
  shown: string,
): ReadonlySet<string> {
  const described = tools.map(({ name, description, parameters, returns }) =>
    [name.replaceAll('_', ' '), description, JSON.stringify(parameters), JSON.stringify(returns ?? {})].join(' '),
  )
  const spoken = environments.flatMap(({ definition }) =>
    Object.values(definition.entities ?? {}).flatMap(({ words = {} }) =>
      Object.entries(words).flatMap(([value, said]) => (shown.includes(value.toLowerCase()) ? said : [])),
    ),
  )
  return new Set(lemmas([shown, ...described, ...spoken].join(' ')))
}
