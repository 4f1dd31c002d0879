import { pick, type Rng, shuffle } from '../../core/random.js'

const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

/** Hashtags that fit almost anything. */
export const GENERAL_TAGS =
  list(`#MondayMood, #BehindTheScenes, #TeamWork, #SmallWins, #OpenDoors, #LocalPride, #Thanks, #WorkInProgress, #ComingSoon,
  #LessonsLearned, #SaveTheDate, #NewStart, #CommunityFirst, #MadeByHand, #FridayFeeling, #GoodNews, #HelpWanted, #FieldNotes, #OnTheRoad, #BigPlans,
  #EarlyBird, #Curious, #KeepGoing, #StepByStep, #SpringMood, #AutumnDays, #Neighbours, #SharedTable, #WeekendPlans, #ProudMoment`)

/** The hashtag of a topic: `the spring catalogue` is `#SpringCatalogue`. */
export function tagOf(topic: string): string {
  const words = topic.replace(/^the /, '').split(/[\s-]+/)
  return `#${words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')}`
}

/** What people post. `{topic}` is something they work on. */
const TWEETS = [
  'First look at {topic}: it is coming together nicely',
  'Three weeks of work and {topic} is finally public',
  'Who else is excited about {topic}? We open the doors on {day}',
  'A big thank you to everyone who helped with {topic}',
  'Rain outside, hot coffee inside, and {topic} on the table',
  'We are looking for volunteers for {topic}. Write to us!',
  "Can't believe how many people came for {topic} today",
  'Small teaser for {topic}, more on {day}',
  'Lesson of the week from {topic}: measure twice, cut once',
  'The team behind {topic} deserves a long weekend',
  'Our {thing} broke down in the middle of {topic}, and somehow it was still fun',
  'Behind the scenes of {topic}, with far too much cake',
  '{topic} moves to {day}, please spread the word',
  'Somebody left a {thing} at {topic}. Come and pick it up',
  'Early start today, {topic} will not organise itself',
  'Proud of what we learned from {topic} this year',
  'Hand-painted signs for {topic} are drying in the hallway',
  'New {thing}, new energy: on to {topic}',
  'What should we do differently at {topic} next time?',
  'The best idea for {topic} came up over lunch, as always',
  'Tickets for {topic} are going fast, do not wait until {day}',
  'We counted twice: {number} people signed up for {topic}',
  'Took the {thing} apart and put it together again. It works!',
  'A quiet morning with a {thing} and a long list for {topic}',
  'If you missed {topic}, there will be photos on {day}',
  'The neighbours brought soup for everyone working on {topic}',
  'Honest question: how do you stay calm before {topic}?',
  '{number} boxes packed, {topic} can begin',
  'Today I learned more from {topic} than from any course',
  'The window display for {topic} is up, come by and have a look',
  'Our old {thing} found a new home, thanks for sharing',
  'Long day, sore feet, happy heart: {topic} was worth it',
  'Countdown for {topic}: see you on {day}',
  'We wrote down {number} ideas for {topic} and kept the silliest one',
  'Somewhere under these papers there must be a plan for {topic}',
  'Lost my voice at {topic}, found {number} new friends',
  'The posters for {topic} are back from the printer',
  'A child asked the best question at {topic} today',
  'Fresh paint, open windows and a {thing} in the corner',
  'Next stop: {topic}. Wish us luck',
]

/** Things that posts are about beside their topics. */
export const THINGS =
  list(`ladder, kettle, projector, bicycle, sewing machine, umbrella, typewriter, wheelbarrow, camera, toolbox, lamp, piano, trolley, tent,
  microphone, bookcase, ice cream maker, record player, fountain pen, weather station`)

const DAYS = list(
  'Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday, the 4th, the 9th, the 13th, the 18th, the 24th, the 28th',
)

const COMMENTS = [
  'Count me in for {day}!',
  'This made my morning, thank you',
  'Where can I read more about this?',
  'Congratulations to the whole team',
  'I was there and it was even better than it looks',
  'Could you share the recipe for success?',
  'My neighbours will love this',
  'See you on {day}, I am bringing friends',
  'So well deserved after all that work',
  'Please do this every year',
  'We had the same trouble with our {thing}',
  'Looking forward to part two',
  'What a lovely idea, we may copy it',
  'Is there still room for {number} more people?',
  'I can lend you a {thing} if that helps',
  'Great turnout, great mood, great people',
  'Safe travels and enjoy every moment',
  'The photo with the {thing} is my favourite',
  'Will there be a recording for those who are away on {day}?',
  'Sharing this with my colleagues right now',
  'Finally some good news on this page',
  'Who took the picture? It is wonderful',
  'I have {number} questions, but first of all: bravo',
  'Let us know when the next date is fixed',
  'You forgot to mention how good the cake was',
  'Keep up the good work',
]

export function tweetText(random: Rng, topic: string): string {
  return filled(pick(random, TWEETS), random, topic)
}

/** Texts of a timeline, topics and wordings varied as far as they go. */
export function timelineTexts(
  random: Rng,
  topics: readonly string[],
  count: number,
): { readonly topic: string; readonly content: string }[] {
  const wordings = shuffle(random.fork('wordings'), TWEETS)
  return Array.from({ length: count }, (_, i) => {
    const topic = topics[(i + Math.floor(i / wordings.length)) % topics.length] ?? ''
    return { topic, content: filled(wordings[i % wordings.length] ?? '', random.fork(`text${i}`), topic) }
  })
}

export function commentText(random: Rng): string {
  return filled(pick(random, COMMENTS), random, '')
}

function filled(template: string, random: Rng, topic: string): string {
  const slots: { readonly [slot: string]: () => string } = {
    topic: () => topic,
    thing: () => pick(random, THINGS),
    day: () => pick(random, DAYS),
    number: () => String(3 + random.next(90)),
  }
  const text = template.replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot]?.() ?? whole)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
