import { WEEKDAYS } from '../../core/calendar.js'
import { pick, type Rng, sampleOf, shuffle } from '../../core/random.js'

const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

/** Hashtags that fit almost anything. */
export const GENERAL_TAGS =
  list(`#BehindTheScenes, #TeamWork, #SmallWins, #LocalPride, #Thanks, #WorkInProgress, #LessonsLearned, #NewStart, #CommunityFirst,
  #MadeByHand, #GoodNews, #FieldNotes, #BigPlans, #Curious, #KeepGoing, #StepByStep, #Neighbours, #ProudMoment, #GoodTimes, #DailyLife`)

/** The hashtag of a topic: `the spring catalogue` is `#SpringCatalogue`. */
export function tagOf(topic: string): string {
  const words = topic.replace(/^the /, '').split(/[\s-]+/)
  return `#${words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')}`
}

/** Topics of one kind, and what people say of such a thing and under it. `{topic}` has its article, `{name}` has none. */
interface Kind {
  readonly topics: readonly string[]
  readonly tweets: readonly string[]
  readonly comments: readonly string[]
}

const EVENTS: Kind = {
  topics:
    list(`the museum night, the charity run, the trade fair, the open day, the film festival, the street party, the book fair,
  the summer concert, the craft market, the chess tournament, the garden show, the science day`),
  tweets: [
    'Who else is coming to {topic} on {day}?',
    'A big thank you to everyone who helped with {topic}',
    'We are looking for volunteers for {topic}. Write to us!',
    "Can't believe how many people came to {topic} today",
    '{topic} moves to {day}, please spread the word',
    'Somebody left {item} at {topic}. Come and pick it up',
    'Early start today, {topic} will not organise itself',
    'Only {few} places left for {topic}, sign up before {day}',
    'We counted twice: {number} people signed up for {topic}',
    'If you missed {topic}, there will be photos on {day}',
    'The neighbours brought soup for everyone working at {topic}',
    'Honest question: how do you stay calm before {topic}?',
    'Long day, sore feet, happy heart: {topic} was worth it',
    'Countdown for {topic}: see you on {day}',
    'Lost my voice at {topic}, found {few} new friends',
    'The posters for {topic} are back from the printer',
    'A child asked the best question at {topic} today',
    'What should we do differently at {topic} next year?',
    'Next stop: {topic}. Wish us luck',
    'Hand-painted signs for {topic} are drying in the hallway',
    'The coffee machine broke down in the middle of {topic}, and somehow it was still fun',
    'Rain or shine, {topic} starts at noon on {day}',
  ],
  comments: [
    'I look forward to it every year',
    'My kids keep talking about it',
    'It gets better every year',
    'I always meet old friends there',
    'Thank you for putting so much work into it',
    'Best day of the year',
    'Please keep doing this',
    'Keep up the good work',
    'My neighbours love it too',
  ],
}

const PUBLICATIONS: Kind = {
  topics:
    list(`the newsletter, the spring catalogue, the annual report, the winter timetable, the photo book, the city guide, the cookbook,
  the history booklet`),
  tweets: [
    'First look at {topic}: it is coming together nicely',
    'Three weeks of work and {topic} is finally out',
    'Small teaser for {topic}, more on {day}',
    'Found a typo on page one of {topic}, of course right after printing',
    'The cover was the hardest part of {topic}',
    '{topic} comes out on {day} and I am proud of it',
    'Rain outside, hot coffee inside and {topic} to proofread',
    'I read {topic} from start to finish, well worth the time',
    'Free copies of {topic} at the front desk from {day}',
    'My favourite page of {topic} is the last one',
    'Already {number} people have asked for {topic}',
    'Two more photos and {topic} can go to the printer',
  ],
  comments: [
    'Where can I get a copy?',
    'Is there a digital version too?',
    'Congratulations to everyone who worked on it',
    'Can I order {few} copies?',
    'Who takes the photos for it?',
    'I would love to have it in large print',
    'Please send one to the library too',
  ],
}

const UNDERTAKINGS: Kind = {
  topics:
    list(`the office move, the website relaunch, the river study, the customer survey, the recruitment drive, the archive clean-up,
  the roof repair, the language course`),
  tweets: [
    'The team behind {topic} deserves a long weekend',
    'Behind the scenes of {topic}, with far too much cake',
    'Proud of what we learned from {topic} this year',
    'The best idea for {topic} came up over lunch, as always',
    'A quiet morning with a coffee and a long list for {topic}',
    'Lesson of the week from {topic}: measure twice, cut once',
    'We wrote down {number} ideas for {topic} and kept the silliest one',
    'Somewhere under these papers there must be a plan for {topic}',
    'Halfway through {topic} and still smiling',
    'Does anyone have good tips for {topic}?',
    'Day one of {topic}: so far, so good',
    'Once {topic} is done on {day}, I am taking a week off',
  ],
  comments: [
    'Where can I read more about this?',
    'We went through the same last year, it gets easier',
    'How many of you are working on it?',
    'I have {few} questions about it, can I call you?',
    'Good luck with it!',
    'Keep up the good work',
    'Ask me next week, I have done this before',
  ],
}

const THINGS: Kind = {
  topics:
    list(`the sewing machine, the typewriter, the wheelbarrow, the toolbox, the record player, the waffle iron, the piano,
  the bookcase, the projector, the weather station, the tandem, the ladder`),
  tweets: [
    'Took {topic} apart and put it back together. It works!',
    'Our old {name} found a new home, thanks for sharing',
    'Fresh paint, open windows and a new {name} in the corner',
    'Does anybody need a {name}? Ours is free to a good home',
    'Repaired {topic} with two screws and a lot of patience',
    'Looking for a used {name}, any hints?',
  ],
  comments: [
    'I have the same one at home',
    'Mine broke last year',
    'Please post a photo',
    'They do not make them like that any more',
    'My grandparents had one',
  ],
}

/** Comments that fit any post. */
const COMMENTS = [
  'Sharing this with my colleagues right now',
  'Thanks for letting us know',
  'Thanks for sharing',
  'This made me smile',
  'Best post of the week',
  'I was just thinking about this',
  'I have to tell my neighbours about this',
  'More of this, please',
  'I showed this to the whole office',
  'Keep us posted',
  'You always find the right words',
  'This reminds me of last year',
  'Love this',
  'Now I am curious',
  'My sister told me about this',
  'Let me know if you need a hand',
]

/** What people write under a post of their own. */
const REPLIES = [
  'Thank you all for the kind words',
  'More about this soon',
  'Write to me if you want to know more',
  'Pictures will follow',
  'Happy to answer questions',
  'Thanks to everyone who helped',
  'Glad so many of you like it',
  'I will keep you posted',
  'Feel free to share this',
  'Still true today',
  'More news next week',
  'Thanks for all the messages, I read every one',
]

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
  return filled(pick(random, kindOf(topic).tweets), random, topic)
}

/** Texts of a timeline, topics and wordings varied as far as they go. */
export function timelineTexts(
  random: Rng,
  topics: readonly string[],
  count: number,
): { readonly topic: string; readonly content: string }[] {
  const wordings = new Map(KINDS.map((kind, i) => [kind, shuffle(random.fork(`kind${i}`), kind.tweets)]))
  const said = new Map<Kind, number>()
  return Array.from({ length: count }, (_, i) => {
    const topic = topics[i % topics.length] ?? ''
    const kind = kindOf(topic)
    const before = said.get(kind) ?? 0
    said.set(kind, before + 1)
    const choices = wordings.get(kind) ?? kind.tweets
    const wording = choices[(before + Math.floor(before / kind.topics.length)) % choices.length] ?? ''
    return { topic, content: filled(wording, random.fork(`text${i}`), topic) }
  })
}

/** A comment on anything. */
export function commentText(random: Rng, post: { readonly isOwn: boolean }): string {
  return filled(pick(random, post.isOwn ? REPLIES : COMMENTS), random, '')
}

/** Different comments that a text can get. */
export function commentTexts(random: Rng, text: string, count: number): string[] {
  const fitting = KINDS.filter(({ topics }) => topics.some((topic) => text.includes(nameOf(topic))))
  const wordings = [...COMMENTS, ...fitting.flatMap(({ comments }) => comments)]
  return sampleOf(random, wordings, count).map((wording) => filled(wording, random, ''))
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
