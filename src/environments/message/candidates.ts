import type { JsonObject } from '../../core/json.js'
import { pick, sampleOf } from '../../core/random.js'
import type { CandidateContext } from '../../environment/index.js'
import { TOPICS } from '../../environment/pools.js'
import { letterOf } from './inbox.js'
import type { State } from './state.js'
import { textAbout } from './texts.js'

type Context = CandidateContext<State>

/** A message for everybody but the user. */
export function letters({ state: { user_map, account }, random }: Context): JsonObject[] {
  const topics = sampleOf(random.fork('topics'), TOPICS, 3)
  return user_map
    .filter(([, id]) => id !== account)
    .map(([, id]) => ({ receiver_id: id, message: textAbout(random.fork(id), topics) }))
}

/** Everybody the inbox holds a message for. */
export function receivers({ state: { user_map, inbox } }: Context): JsonObject[] {
  const written = new Set(inbox.map((entry) => letterOf(entry).receiver))
  return user_map.filter(([, id]) => written.has(id)).map(([, id]) => ({ receiver_id: id }))
}

export function whereMessagesAre({ state: { inbox } }: Context): JsonObject[] {
  return inbox.length > 0 ? [{}] : []
}

const PLAIN = new Set([
  'before',
  'please',
  'should',
  'would',
  'could',
  'there',
  'their',
  'which',
  'where',
  'about',
  'again',
  'still',
  'other',
  'going',
  'until',
  'someone',
  'around',
  'great',
  'today',
  'being',
  'instead',
  'takes',
  'waiting',
  'works',
  'happy',
  'opposite',
  'booked',
  'moved',
  'closed',
  'arrived',
  'urgent',
  'reserved',
  'delayed',
  'cover',
  'repaired',
  'yours',
  'looking',
  'front',
  'enough',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
])

/** What the messages that are there are about, or else telling words of them. */
export function keywords({ state: { inbox }, random }: Context): JsonObject[] {
  const texts = inbox.map((entry) => letterOf(entry).content).filter((content) => typeof content === 'string')
  const words = texts.flatMap((text, i) => {
    const subjects = TOPICS.map((topic) => topic.replace(/^the /, '')).filter((subject) => text.includes(subject))
    const telling = (text.match(/[A-Za-z]{5,}/g) ?? [])
      .map((word) => word.toLowerCase())
      .filter((word) => !PLAIN.has(word))
    const choices = subjects.length > 0 ? subjects : telling
    return choices.length > 0 ? [pick(random.fork(`text${i}`), choices)] : []
  })
  return [...new Set(words)].map((keyword) => ({ keyword }))
}

/** People the user knows who are not in the workspace yet. */
export function newContacts({ state: { user_map }, known }: Context): JsonObject[] {
  const taken = new Set(user_map.map(([name]) => name))
  const names = known.filter(({ entity, by }) => entity === 'person' && by.length === 0).map(({ value }) => value)
  return [...new Set(names)]
    .filter((name) => typeof name === 'string' && !taken.has(name))
    .map((user_name) => ({ user_name }))
}
