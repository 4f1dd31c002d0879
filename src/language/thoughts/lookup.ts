import { type Json, sameJson } from '../../core/json.js'
import { pick, type Rng } from '../../core/random.js'
import { sentenceCase } from '../discourse.js'
import { joinList } from '../forms.js'
import type { Lexicon } from '../lexicon.js'
import { escape } from '../pattern.js'
import { deed } from './deed.js'
import { type Intention, reasonsOf, type Wanted, type Why } from './intention.js'
import { baseOf, inWords, ofTheUser, withArticle } from './words.js'

type Lookup = Extract<Why, { kind: 'lookup' }>

/** Before look-ups: what is missing for what, why these find it, and that they do not wait for one another. */
export function thinkLookup(lexicon: Lexicon, intentions: readonly Intention[], random: Rng): string | undefined {
  const lookups = reasonsOf(intentions, 'lookup')
  const [first, ...others] = lookups
  const [own] = intentions
  if (!first || !own) return undefined
  const worded = Object.fromEntries(
    lookups.flatMap(({ described }) => (described ? [[described.parameter, described.words]] : [])),
  )
  if (others.some((lookup) => !isSame(lookup.for, first.for))) return thinkApart(lexicon, lookups, worded, random)
  const goal = deed(lexicon, first.for, random.fork('goal'), worded)
  if (others.length === 0) return thinkOne(first, goal, deed(lexicon, own, random.fork('act')), random)
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
      `I have no ${noun} at hand. I ${act}, which gives me one, and then I ${goal}.`,
    ])
  const thing = ofTheUser(described.words)
  const given = sentenceCase(thing)
  if (noun.startsWith('list of '))
    return pick(random, [
      `${given} are named as a group only, so I ${act} before I ${goal}.`,
      `The message speaks of ${thing} as a whole, but I need them one by one. First I ${act}.`,
      `Which ones ${thing} are has not come up yet, so I ${act} and go on with those.`,
    ])
  if (new RegExp(String.raw`\b${escape(noun)}\b`).test(described.words))
    return pick(random, [
      `${given} has to be read first; only then can I ${goal}.`,
      `No figure was given, only "${thing}", so I look at the ${noun} before I ${goal}.`,
      `I have to know ${thing} to ${goal}, and it has not come up yet. A look-up first.`,
      `The ${noun} changes, so I read it now and ${goal} with what I get.`,
    ])
  switch (described.way) {
    case 'unit':
      return pick(random, [
        `Another unit counts here than the one in ${thing}: I ${act} before I ${goal}.`,
        `I can't ${goal} with ${thing} as it stands; first I ${act}.`,
        `${given} is the wrong unit for this, so I ${act} first and ${goal} with the result.`,
      ])
    case 'extreme':
      return pick(random, [
        `Which one is ${thing} shows only when all are side by side: first I ${act}.`,
        `${given}: that takes a comparison, so I ${act} before I go on.`,
        `To tell which is ${thing} I have to see them all, so I ${act}.`,
      ])
    case 'list':
      return thinkListed({ noun, nouns, thing, goal, act, isSaid: goal.includes(thing), items: baseOf(nouns) }, random)
    case 'name':
      return goal.includes(thing)
        ? thinkSaidName(noun, goal, described.kind !== undefined, random)
        : thinkName(noun, thing, goal, described.kind !== undefined, random)
  }
}

interface Listed {
  readonly noun: string
  readonly nouns: string
  readonly thing: string
  readonly goal: string
  readonly act: string
  /** Does the goal name the thing? */
  readonly isSaid: boolean
  readonly items: string
}

/** Before a list of which one thing is meant that was only described. */
function thinkListed({ noun, thing, goal, act, isSaid, items }: Listed, random: Rng): string {
  return pick(
    random,
    isSaid
      ? [
          `To ${goal} I need its ${noun}, and that was not given. I ${act} and take it from there.`,
          `Before I can ${goal} I have to find it: I ${act} and look for the one that fits.`,
          `The call to ${goal} wants ${withArticle(noun)}. I ${act} to see which one is meant.`,
          `I don't have the number of it yet. I ${act}, pick the right one and then ${goal}.`,
          `I want to ${goal}, and all I have is a description. So I ${act} first.`,
          `Several ${items} could be there, so I ${act} before I ${goal}; it must not be the wrong one.`,
          `First I ${act}; whatever matches the user's words is the one, and I ${goal}.`,
        ]
      : [
          `${sentenceCase(thing)} is a description, not ${withArticle(noun)}, so I ${act} and look for the one that fits.`,
          `To ${goal} I need the ${noun} of ${thing}, and a list will show it: I ${act}.`,
          `There may be several ${items}. I ${act} to see which one is ${thing}, and then I ${goal}.`,
          `Which one is ${thing}? I ${act} before I ${goal}, so that it is not the wrong one.`,
          `I know ${thing} by these words only; I ${act} to get its ${noun}.`,
        ],
  )
}

/** Before the look-up of what is known by its name, which the goal says. */
function thinkSaidName(noun: string, goal: string, isName: boolean, random: Rng): string {
  return pick(random, [
    ...(isName
      ? [
          `All I have is the name, and it takes ${withArticle(noun)} to ${goal}. That comes first.`,
          `Before I can ${goal}, the name has to become ${withArticle(noun)}: one look-up.`,
          `I can't ${goal} by name alone, so I look up the ${noun} before I do anything else.`,
          `A name is not enough here: to ${goal} I need the ${noun}, which one look-up gives me.`,
          `The name was given, the ${noun} was not. I find it out first and then ${goal}.`,
        ]
      : []),
    `One thing is missing to ${goal}: the ${noun}, which a look-up will give me.`,
    `I have not seen the ${noun} yet that it takes to ${goal}, so I get it first.`,
    `To ${goal} I need ${withArticle(noun)}, and none has come up so far, so that is my first call.`,
    `First the ${noun}, since nothing so far shows it, and then I ${goal}.`,
  ])
}

/** Before the look-up of what is known by its name, which the goal does not say. */
function thinkName(noun: string, thing: string, goal: string, isName: boolean, random: Rng): string {
  return pick(random, [
    ...(isName
      ? [
          `I only know ${thing} by name, and it takes the ${noun} to ${goal}. That comes first.`,
          `I can't ${goal} by name alone: first the ${noun} of ${thing}, with one look-up.`,
          `${sentenceCase(thing)} is only a name so far. I look up the ${noun} and then ${goal}.`,
        ]
      : []),
    `I want to ${goal}, but the ${noun} of ${thing} has not come up yet, so I look that up first.`,
    `The ${noun} for ${thing} is still missing; once I have it, I can ${goal}.`,
    `Before I ${goal} I find out the ${noun} for ${thing}, which nothing has shown so far.`,
  ])
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
  return pick(
    random,
    [
      `${all} ${kind[1]} are given by name, and it takes ${nouns} to ${goal}. ${number} look-ups, neither waits for the other.`,
      `${number} ${kind[1]} and no ${nouns} yet. The look-ups are independent, so I make them in one step.`,
      `I have names of ${kind[1]} but need ${nouns} to ${goal}: ${inWords(count)} independent look-ups.`,
      `Names of ${kind[1]} will not do to ${goal}. I look up the ${nouns} side by side, since none needs another.`,
      `Before I can ${goal} I need ${inWords(count)} ${nouns}; they can be looked up at the same time.`,
      `Which ${nouns} go with these ${kind[1]}? I ask for ${count === 2 ? 'both' : 'all of them'} at once, then I ${goal}.`,
      `The ${nouns} come first. I get them together, as one does not depend on the other, and then ${goal}.`,
    ].map((text) => (count === 2 ? text : text.replace('neither waits for the other', 'none waits for another'))),
  )
}

/** Look-ups for several calls, each with what it is for. */
function thinkApart(
  lexicon: Lexicon,
  lookups: readonly Lookup[],
  worded: Parameters<typeof deed>[3],
  random: Rng,
): string {
  const goals = lookups
    .map(({ for: goal }) => goal)
    .filter((goal, i, all) => i === all.findIndex((one) => isSame(one, goal)))
  const needs = goals.map((goal, i) => ({
    goal: deed(lexicon, goal, random.fork(`goal${i}`), worded),
    missing: missingFrom(lookups.filter((lookup) => isSame(lookup.for, goal))),
  }))
  const needed = joinList(needs.map(({ goal, missing }, i) => `to ${goal}${i === 0 ? ' I need' : ''} ${missing}`))
  const missing = joinList(needs.map((need) => `${need.missing} to ${need.goal}`))
  return pick(random, [
    `${sentenceCase(needed)}. None of these look-ups depends on another, so I make them together.`,
    `Still missing: ${missing}. The look-ups do not wait for one another, so all in one step.`,
  ])
}

function isSame(a: Wanted, b: Wanted): boolean {
  return a.tool === b.tool && sameJson(a.arguments as unknown as Json, b.arguments as unknown as Json)
}

/** "two airport codes and a card id" */
function missingFrom(lookups: readonly Lookup[]): string {
  const nouns = [...new Map(lookups.map(({ noun }) => [noun[1], noun])).values()]
  return joinList(
    nouns.map((noun) => {
      const count = lookups.filter((lookup) => lookup.noun[1] === noun[1]).length
      return count === 1 ? withArticle(noun[0]) : inWords(count, noun)
    }),
  )
}

function thinkSeveral(lookups: readonly Lookup[], goal: string, random: Rng): string {
  const missing = missingFrom(lookups)
  const compared = lookups.find(({ described }) => described?.way === 'extreme')
  const picked = lookups.find(({ described }) => described?.way === 'list')
  const number = inWords(lookups.length)
  const told = `${said(compared, 'Comparing will show', random)}${said(picked, 'The list will show', random)}`
  return `${pick(random, [
    `To ${goal} I still need ${missing}. None of these depends on another, so I get them together.`,
    `I can't ${goal} without ${missing}. These ${number} look-ups are independent of each other.`,
    `Before I can ${goal} it takes ${missing}; no look-up has to wait for another, so all in one step.`,
    `${sentenceCase(missing)} are still open if I am to ${goal}. All can be found side by side.`,
    `What I lack to ${goal}: ${missing}. I ask for all of it at once.`,
  ])}${told}`
}

/** What a list will settle, now and then. */
function said(lookup: Lookup | undefined, how: string, random: Rng): string {
  const { described, noun } = lookup ?? {}
  return described && noun
    ? pick(random.fork(how), ['', ` ${how} which ${baseOf(noun[0])} is ${ofTheUser(described.words)}.`])
    : ''
}
