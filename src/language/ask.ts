import type { JsonObject } from '../core/json.js'
import { pick, type Rng } from '../core/random.js'
import { type IncompleteWording, incompleteOf } from './conversation.js'
import type { Lexicon } from './lexicon.js'
import { describedBy } from './name-thing.js'
import { writeVariant } from './pattern.js'

/** The one question that asks for a parameter, with the choices there are. */
export function askFor(wording: IncompleteWording, options: readonly string[], random: Rng): string {
  const offering = wording.questions.filter(({ slots }) => slots.length > 0 === options.length > 0)
  const questions = offering.length > 0 ? offering : wording.questions.filter(({ slots }) => slots.length === 0)
  return writeVariant(pick(random, questions), random, () => choices(options)).text
}

/** "a or b", "a, b or c". */
function choices(options: readonly string[]): string {
  return options.length <= 1 ? options.join('') : `${options.slice(0, -1).join(', ')} or ${options.at(-1)}`
}

/** The words that a parameter may take by its documentation, where these are few: 'economy', 'business class'. */
export function documentedChoices(lexicon: Lexicon, tool: string, parameter: string): string[] {
  for (const environment of lexicon.environments) {
    const entity = environment.entities[tool]?.parameters[parameter]
    const words = entity === undefined ? undefined : lexicon.entity(entity)?.words
    if (!words) continue
    const known = Object.values(words).flatMap((said) => said.slice(0, 1))
    return known.length <= 5 ? known : []
  }
  return []
}

/** How a user would point at an item of this entity type by what a result shows of it; undefined where nothing does. */
export function describeItem(
  lexicon: Lexicon,
  tool: string,
  parameter: string,
  fields: JsonObject,
  random: Rng,
): string | undefined {
  return describedBy(lexicon.sayings(tool, { slot: parameter }), fields, random)
}

/** Does the text ask for this parameter, in one question that speaks of nothing else? */
export function asksFor(lexicon: Lexicon, tool: string, parameter: string, text: string): boolean {
  const wording = incompleteOf(lexicon, tool, parameter)
  if (!wording || (text.match(/\?/g) ?? []).length !== 1 || !text.trim().endsWith('?')) return false
  const heard = lemmas(text)
  return wording.questions.some(({ parts }) => {
    const words = lemmas(
      parts.flatMap((part) => (typeof part === 'string' ? [part] : 'slot' in part ? [] : part.slice(0, 1))).join(' '),
    )
    return words.some((word) => heard.includes(word))
  })
}

const EMPTY = new Set(
  'a an and any are at be by can do does for from go have how i in is it like many much of on or per shall should that the then there these this to use want was what when where which who will with would you your'.split(
    ' ',
  ),
)

/** Content words of a text, roughly stemmed. */
export function lemmas(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  return words
    .filter((word) => word.length > 2 && !EMPTY.has(word))
    .map((word) => word.replace(/ie[sd]$/, 'y').replace(/(?<=[a-z]{3})(s|ed|ing)$/, ''))
}
