import { pick, type Rng } from '../../core/random.js'
import { sentenceCase } from '../discourse.js'
import { joinList } from '../forms.js'
import type { Lexicon } from '../lexicon.js'
import { escape } from '../pattern.js'
import { gist } from './gist.js'
import { type Intention, reasonsOf, type Why } from './intention.js'
import { baseOf, inWords, ofTheUser, withArticle } from './words.js'

type Lookup = Extract<Why, { kind: 'lookup' }>

/** Before look-ups: what is missing for what, why these find it, and that they do not wait for one another. */
export function thinkLookup(lexicon: Lexicon, intentions: readonly Intention[], random: Rng): string | undefined {
  const lookups = reasonsOf(intentions, 'lookup')
  const [first, ...others] = lookups
  const tool = intentions[0]?.tool
  if (!first || tool === undefined) return undefined
  const goal = gist(lexicon, first.for)
  if (others.length === 0) return thinkOne(first, goal, gist(lexicon, tool), random)
  const kind = first.described?.kind
  return kind && lookups.every(({ noun, described }) => noun === first.noun && described?.kind?.[1] === kind[1])
    ? thinkNames(kind, first.noun, lookups.length, goal, random)
    : thinkSeveral(lookups, goal, random)
}

function thinkOne({ noun: [noun, nouns], described }: Lookup, goal: string, act: string, random: Rng): string {
  const missing = withArticle(noun)
  if (!described)
    return pick(random, [
      `It takes ${missing} to ${goal}, and there is none yet: first I ${act}.`,
      `Without ${missing} I can't ${goal}, so I ${act} before that.`,
      `No ${noun} so far, and I need one to ${goal}. First I ${act}.`,
    ])
  const thing = ofTheUser(described.words)
  const given = sentenceCase(thing)
  if (noun.startsWith('list of '))
    return pick(random, [
      `${given} are named as a group only, so I ${act} before I ${goal}.`,
      `The message speaks of ${thing} as a whole; to ${goal} I need them one by one, so I ${act}.`,
      `Which ones ${thing} are has not come up yet, so I ${act}; then I ${goal}.`,
    ])
  if (new RegExp(String.raw`\b${escape(noun)}\b`).test(described.words))
    return pick(random, [
      `${given} has to be read first; only then can I ${goal}.`,
      `Nobody has named the ${noun} itself. I ${act} to see it before I ${goal}.`,
      `To ${goal} I need to know ${thing}, and it has not come up: a look-up first.`,
    ])
  switch (described.way) {
    case 'unit':
      return pick(random, [
        `Another unit counts here than the one in ${thing}: I ${act} before I ${goal}.`,
        `To ${goal} I can't use ${thing} as it stands; first I ${act}.`,
        `${given} is the wrong unit for this, so I ${act} first and ${goal} with the result.`,
      ])
    case 'extreme':
      return pick(random, [
        `Which one is ${thing} shows only when all are side by side: first I ${act}.`,
        `${given}: that takes a comparison, so I ${act} before I ${goal}.`,
        `To tell which is ${thing} I have to see them all, so I ${act}.`,
      ])
    case 'list':
      return pick(random, [
        `I know ${thing} only by that description. To ${goal} I need its ${noun}, so I ${act} and pick it out.`,
        `To ${goal} I need the ${noun} of ${thing}, and a list has it: I ${act}.`,
        `There may be several ${baseOf(nouns)}, so before I ${goal} I ${act} to see which one is ${thing}.`,
        `${given} is a description, not ${missing}; I ${act} and look for the one that fits.`,
      ])
    case 'name':
      return pick(random, [
        ...(described.kind
          ? [
              `${given} is a name; to ${goal} I need the ${noun}, so I look that up first.`,
              `I can't ${goal} by name alone: the ${noun} of ${thing} has to be looked up before that.`,
            ]
          : []),
        `To ${goal} I need ${missing}, and for ${thing} there is none yet: one look-up.`,
        `So far nothing shows the ${noun} for ${thing}, and it comes first if I am to ${goal}.`,
        `The ${noun} for ${thing} is what is missing to ${goal}, so I get it first.`,
      ])
  }
}

function thinkNames(
  kind: readonly [string, string],
  [, nouns]: readonly [string, string],
  count: number,
  goal: string,
  random: Rng,
): string {
  const all = count === 2 ? 'Both' : `All ${inWords(count)}`
  const number = sentenceCase(inWords(count))
  return pick(random, [
    `${all} ${kind[1]} are names; to ${goal} I need ${nouns}. ${number} look-ups that do not depend on each other.`,
    `${number} ${kind[1]} and no ${nouns} yet. The look-ups are independent, so I make them in one step.`,
    `To ${goal} it takes ${nouns}, and the user gave names of ${kind[1]}: ${inWords(count)} independent look-ups.`,
    `Names of ${kind[1]} will not do to ${goal}. I look up the ${nouns} side by side, since none needs another.`,
    `${number} ${nouns} are missing to ${goal}, and no look-up has to wait for another.`,
  ])
}

function thinkSeveral(lookups: readonly Lookup[], goal: string, random: Rng): string {
  const nouns = [...new Map(lookups.map(({ noun }) => [noun[1], noun])).values()]
  const missing = joinList(
    nouns.map((noun) => {
      const count = lookups.filter((lookup) => lookup.noun[1] === noun[1]).length
      return count === 1 ? withArticle(noun[0]) : inWords(count, noun)
    }),
  )
  const compared = lookups.find(({ described }) => described?.way === 'extreme')
  const picked = lookups.find(({ described }) => described?.way === 'list')
  const number = inWords(lookups.length)
  const told = `${said(compared, 'Comparing will show', random)}${said(picked, 'The list will show', random)}`
  return `${pick(random, [
    `To ${goal} I still need ${missing}. None of these depends on another, so I get them together.`,
    `Still missing: ${missing}. These ${number} look-ups are independent of each other.`,
    `Before I can ${goal} it takes ${missing}; no look-up has to wait for another, so all in one step.`,
    `${sentenceCase(missing)} ${lookups.length > 1 ? 'are' : 'is'} still open. All can be found side by side.`,
  ])}${told}`
}

/** What a list will settle, now and then. */
function said(lookup: Lookup | undefined, how: string, random: Rng): string {
  const { described, noun } = lookup ?? {}
  return described && noun
    ? pick(random.fork(how), ['', ` ${how} which ${baseOf(noun[0])} is ${ofTheUser(described.words)}.`])
    : ''
}
