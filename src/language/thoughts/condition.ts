import { pick, type Rng } from '../../core/random.js'
import { sentenceCase } from '../discourse.js'
import type { Lexicon } from '../lexicon.js'
import { verbPhrase } from '../verb-phrase.js'
import { deed } from './deed.js'
import type { Intention, Why } from './intention.js'
import { ofTheUser } from './words.js'

/** Before something that another call depends on: whether it is known not to hold, or not known. */
export function thinkCondition(
  lexicon: Lexicon,
  intention: Intention,
  { condition, lacking, for: wanted, towards }: Extract<Why, { kind: 'condition' }>,
  random: Rng,
): string {
  const act = actOf(lexicon, intention, random)
  const goal = deed(lexicon, wanted, random.fork('goal'))
  const name = condition.slice(condition.indexOf(':') + 1)
  if (/sign|log|connect/.test(name)) return thinkSession(act, goal, lacking, random)
  const far = towards && deed(lexicon, towards, random.fork('far'))
  return `${far === undefined ? '' : thinkAhead(far, goal, random.fork('ahead'))}${thinkState(name, act, goal, lacking, random)}`
}

/** What the wish takes before what comes first: "To set the cruise control I have to start the engine. " */
function thinkAhead(far: string, goal: string, random: Rng): string {
  return `${pick(random, [
    `To ${far} I have to ${goal} first.`,
    `I can only ${far} after I ${goal}.`,
    `Before I ${far} I have to ${goal}.`,
  ])} `
}

/** What a call does that makes a condition hold. */
export function actOf(lexicon: Lexicon, intention: Intention, random: Rng): string {
  const own = deed(lexicon, intention, random.fork('act'))
  return / or /.test(own) ? ofTheUser(verbPhrase(lexicon, intention, random)) : own
}

function thinkSession(act: string, goal: string, lacking: boolean, random: Rng): string {
  return lacking
    ? pick(random, [
        `Nobody is signed in, and I can't ${goal} without that: first I ${act}.`,
        `To ${goal} somebody has to be signed in, and nobody is. So I ${act} first.`,
        `There is no open session, so I ${act} before I ${goal}.`,
        `Only with a login can I ${goal}, and nobody is signed in: I ${act} first.`,
        `Nobody is signed in, as I was told, so before I ${goal} I ${act} with what I was given.`,
        `Nobody is signed in yet, but I have the account and can do that: I ${act}, then I ${goal}.`,
        `I can ${goal} once a session is open. I ${act} now, as there is none.`,
      ])
    : pick(random, [
        `Nothing shows an open session, and without one I can't ${goal}: first I ${act}.`,
        `To ${goal} somebody has to be signed in. I see no login so far, so I ${act} first.`,
        `No login in this conversation yet. I ${act}, then I ${goal}.`,
        `Is anybody signed in? Nothing says so, and I want to ${goal}, so I ${act} first.`,
      ])
}

/** A state by the name of its condition: "doors-locked" is that the doors are locked. */
function thinkState(name: string, act: string, goal: string, lacking: boolean, random: Rng): string {
  const [things = '', ...rest] = name.split('-')
  const state = rest.join(' ')
  const several = things.endsWith('s')
  const subject = `the ${things}`
  const [are, have] = several ? ['are', 'have'] : ['is', 'has']
  return lacking
    ? pick(random, [
        `${sentenceCase(subject)} ${are} not ${several ? 'all ' : ''}${state}, and I can't ${goal} like that: first I ${act}.`,
        `To ${goal} ${subject} ${have} to be ${state}, which ${several ? 'they are' : 'it is'} not yet, so I ${act}.`,
        `Before I ${goal} I ${act}, because ${subject} ${are} not ${several ? 'all ' : ''}${state} yet.`,
      ])
    : pick(random, [
        `To ${goal} ${subject} ${have} to be ${state}, so I ${act} first to be sure.`,
        `I can't be sure that ${subject} ${are} ${state}, and I can't ${goal} otherwise: first I ${act}.`,
        `Before I ${goal}, ${subject} ${have} to be ${state}. It does no harm if ${several ? 'they are' : 'it is'} already, so I ${act}.`,
      ])
}
