import { WEEKDAYS } from '../../core/calendar.js'
import { pick, type Rng, sampleOf, shuffle } from '../../core/random.js'
import { list } from './list.js'
import { EVENTS, type Kind, type Post, PUBLICATIONS, THINGS, UNDERTAKINGS } from './posts.js'

/** Hashtags that fit almost anything. */
export const GENERAL_TAGS =
  list(`#BehindTheScenes, #TeamWork, #SmallWins, #LocalPride, #Thanks, #WorkInProgress, #LessonsLearned, #NewStart, #CommunityFirst,
  #MadeByHand, #GoodNews, #FieldNotes, #BigPlans, #Curious, #KeepGoing, #StepByStep, #Neighbours, #ProudMoment, #GoodTimes, #DailyLife`)

/** The hashtag of a topic: `the spring catalogue` is `#SpringCatalogue`. */
export function tagOf(topic: string): string {
  const words = topic.replace(/^the /, '').split(/[\s-]+/)
  return `#${words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')}`
}

const KINDS = [EVENTS, PUBLICATIONS, UNDERTAKINGS, THINGS]

/** What people post about. */
export const SUBJECTS: readonly string[] = KINDS.flatMap(({ topics }) => topics)

/** The topics of a text, without their articles. */
export function subjectsIn(text: string): string[] {
  return SUBJECTS.map(nameOf).filter((subject) => text.includes(subject))
}

const nameOf = (topic: string): string => topic.replace(/^the /, '')

const DAYS = [...WEEKDAYS, ...list('the 4th, the 9th, the 13th, the 18th, the 24th, the 28th')]

const ITEMS = list('an umbrella, a camera, a fountain pen, a green scarf, a lunch box, a bicycle helmet')

export function tweetText(random: Rng, topic: string): string {
  return filled(pick(random, kindOf(topic).posts).text, random, topic)
}

/** Texts of a timeline, topics and wordings varied as far as they go. */
export function timelineTexts(
  random: Rng,
  topics: readonly string[],
  count: number,
): { readonly topic: string; readonly content: string }[] {
  const wordings = new Map(KINDS.map((kind, i) => [kind, shuffle(random.fork(`kind${i}`), kind.posts)]))
  const said = new Map<Kind, number>()
  return Array.from({ length: count }, (_, i) => {
    const topic = topics[i % topics.length] ?? ''
    const kind = kindOf(topic)
    const before = said.get(kind) ?? 0
    said.set(kind, before + 1)
    const choices = wordings.get(kind) ?? kind.posts
    const wording = choices[(before + Math.floor(before / kind.topics.length)) % choices.length]?.text ?? ''
    return { topic, content: filled(wording, random.fork(`text${i}`), topic) }
  })
}

/** A comment that fits what a post says; under their own, people answer. */
export function commentText(random: Rng, { text, isOwn }: { readonly text: string; readonly isOwn: boolean }): string {
  const { comments, replies } = postOf(text)
  return pick(random, isOwn ? replies : comments)
}

/** Different comments that a text can get. */
export function commentTexts(random: Rng, text: string, count: number): string[] {
  return sampleOf(random, postOf(text).comments, count)
}

function postOf(text: string): Pick<Post, 'comments' | 'replies'> {
  return PATTERNS.find(({ pattern }) => pattern.test(text)) ?? ANY_POST
}

/** The posts, each with a pattern of what becomes of its text when it is filled in. */
const PATTERNS = KINDS.flatMap(({ posts }) =>
  posts.map((post) => {
    const parts = post.text.split(/\{\w+\}/).map((part) => part.replace(/[.?]/g, '\\$&'))
    return { ...post, pattern: new RegExp(`^${parts.join('.+')}$`) }
  }),
)

/** What fits under a text that is none of ours. */
const ANY_POST = {
  comments: ['Thanks for letting us know', 'Thanks for sharing', 'This made me smile', 'Love this'],
  replies: ['Happy to answer questions', 'Thanks for all the messages, I read every one', 'Feel free to share this'],
}

function kindOf(topic: string): Kind {
  return KINDS.find(({ topics }) => topics.includes(topic)) ?? UNDERTAKINGS
}

function filled(template: string, random: Rng, topic: string): string {
  const slots: { readonly [slot: string]: () => string } = {
    topic: () => topic,
    name: () => nameOf(topic),
    item: () => pick(random, ITEMS),
    day: () => pick(random, DAYS),
    number: () => String(20 + random.next(90)),
    few: () => String(2 + random.next(5)),
  }
  const text = template.replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot]?.() ?? whole)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
