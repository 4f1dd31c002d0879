import type { Json } from '../../core/json.js'
import { chance, pick, type Rng } from '../../core/random.js'
import { sentenceCase } from '../discourse.js'
import { joinList } from '../forms.js'
import type { Lexicon } from '../lexicon.js'
import { deed } from './deed.js'
import type { Choice, Finding, Intention, Why } from './intention.js'
import { baseOf, inWords, MANY, ofTheUser, withPurpose } from './words.js'

/** Values of a comparison that a thought names; of longer lists it names the two at the end. */
const COMPARED = 5

/** Before what was asked for is done: how the condition turned out, and which of several things was meant; what is plain needs no word. */
export function thinkGoal(
  lexicon: Lexicon,
  intention: Intention,
  { found, because }: Extract<Why, { kind: 'goal' }>,
  random: Rng,
): string | undefined {
  const goal = deed(lexicon, intention, random.fork('goal'))
  if (because !== undefined)
    return `${because}${pick(random, [
      `, so I go ahead and ${goal}.`,
      `, so it holds and I ${goal}.`,
      `. That is the case in which I should ${goal}, so I do.`,
      `. So I do the rest as well and ${goal}.`,
      `; the user wants me to ${goal} in that case.`,
    ])}`
  const chosen = found.flatMap((finding, i) => choose(finding, random.fork(`choice${i}`)) ?? [])
  if (chosen.length > 0) {
    const named = found.flatMap(({ choice, parameter }) => (choice ? [parameter] : []))
    const again = named.length === 1 ? Object.fromEntries(named.map((parameter) => [parameter, 'it'])) : {}
    const next = deed(lexicon, intention, random.fork('next'), again)
    return withPurpose(chosen.join(' '), complete(next, random.fork('complete')))
  }
  const now = found.filter(({ before }) => !before)
  return now.length > 1 && chance(random.fork('complete'), 1, 5) ? ready(goal, random) : undefined
}

/** That nothing is to be found out any more before a call. */
export function ready(goal: string, random: Rng): string {
  return pick(random, [
    `Between the message and the results so far, everything it takes to ${goal} is there.`,
    `Nothing else is missing to ${goal}: the message and the results so far give all of it.`,
    `I have all it takes to ${goal} now, from the message and from the results.`,
  ])
}

/** Nothing is missing any more. */
function complete(goal: string, random: Rng): string {
  return pick(random, [
    `Nothing else is missing to ${goal}.`,
    `With that I can ${goal}.`,
    `So I can ${goal} now.`,
    `That is all I needed to ${goal}.`,
    `Now I ${goal}.`,
    `That settles it, and I ${goal}.`,
  ])
}

function choose({ noun: [noun], value, before, choice }: Finding, random: Rng): string | undefined {
  const base = baseOf(noun)
  switch (choice?.by) {
    case undefined:
      return undefined
    case 'extreme':
      return compare(choice, `${base} ${String(value)}`, base, random)
    case 'description':
      return describe(choice, String(value), before, base, random)
    case 'newest':
      return pick(random, [
        `More than one ${base} came up; the newest is ${String(value)}, and that is the one meant.`,
        `The last ${base} that came up is ${String(value)}, so none of those before it.`,
        `The newest one is ${String(value)}, so that is the ${base} to take.`,
      ])
    case 'place':
      return place(choice.place, String(value), base, random)
  }
}

const PLACES = ['first', 'second', 'third', 'fourth']

function place(at: number, value: string, base: string, random: Rng): string {
  const which = PLACES[at - 1]
  return which === undefined
    ? pick(random, [`The list ends with ${value}, so that one is meant.`, `${value} stands last on that list.`])
    : pick(random, [
        `The ${which} ${base} on that list is ${value}.`,
        `Counting from the top, ${value} is the ${which}.`,
      ])
}

function compare(
  { extreme: { end, of }, own, values }: Extract<Choice, { by: 'extreme' }>,
  item: string,
  base: string,
  random: Rng,
): string {
  const label = of.replaceAll('_', ' ')
  const [most, least] = typeof own === 'number' ? ['highest', 'lowest'] : ['latest', 'earliest']
  const superlative = end === 'most' ? most : least
  const [top, next] = rankedBy(values, end).map(String)
  if (next === undefined) return `There is only one ${base}, so it is ${item}.`
  if (values.length > COMPARED)
    return pick(random, [
      `Of ${values.length > MANY ? 'all' : `the ${inWords(values.length)}`} there, ${top} is the ${superlative} ${label} and ${next} comes next: ${item}.`,
      `The ${superlative} ${label} among them is ${top}, then comes ${next}, so ${item} is meant.`,
    ])
  const all = joinList(values.map(String))
  return pick(random, [
    `By ${label} they come to ${all}; ${top} is the ${superlative}, which is ${item}.`,
    `Compared by ${label}: ${all}. The ${superlative}, ${top}, belongs to ${item}.`,
    `The list has ${all} as ${label}; ${top} is the ${superlative}, so ${item} it is.`,
  ])
}

function rankedBy(values: readonly Json[], end: 'most' | 'least'): Json[] {
  const isLess = (a: Json, b: Json): boolean => (typeof a === 'number' ? a < Number(b) : String(a) < String(b))
  return values.toSorted((a, b) => (isLess(a, b) === (end === 'least') ? -1 : 1))
}

function describe(
  { words, among, shown }: Extract<Choice, { by: 'description' }>,
  value: string,
  before: boolean,
  base: string,
  random: Rng,
): string | undefined {
  const thing = ofTheUser(words)
  if (before)
    return chance(random.fork('said'), 1, 2)
      ? pick(random, [
          `${sentenceCase(thing)} is ${value} on the earlier list, so no second look-up.`,
          `An earlier list has ${thing} as ${value}; looking it up again would add nothing.`,
          `I have seen ${thing} before: it is ${value}, and I need no new list.`,
          `${sentenceCase(thing)} came up already, as ${value}. I use that.`,
        ])
      : undefined
  if (among < 2 || !chance(random.fork('said'), 2, 3)) return undefined
  const count = among > MANY ? 'all' : `the ${inWords(among)}`
  return shown === undefined
    ? pick(random, [
        `Of ${count} on the list only ${value} is ${thing}.`,
        `${sentenceCase(thing)} is ${value}; the other ${among === 2 ? `${base} does` : 'entries do'} not fit.`,
        `The list has ${thing} as ${value}.`,
        `${value} is the one that fits ${thing}.`,
      ])
    : pick(random, [
        `"${shown}" must be ${thing}, and its number is ${value}.`,
        `Only one of ${count} fits ${thing}: ${value}, "${shown}".`,
        `${value} reads "${shown}", so that is ${thing}.`,
        `Among ${among > MANY ? 'all of them' : count}, "${shown}" is ${thing}: ${value}.`,
      ])
}
