import { between, pick, type Rng } from '../../core/random.js'
import { TOPICS } from '../../environment/pools.js'

/**
 * What colleagues write each other. `{topic}` is something they work on, the other slots times and places. Last sentences
 * end without a full stop, as in chats, so that a quotation of them reads well inside a sentence.
 */
const TEXTS: readonly string[] = [
  'The draft for {topic} is ready for your comments',
  'Could you send me the latest numbers for {topic}?',
  "I'm running late and will join the call on {topic} at {time}",
  'Please keep {day} free, we need to talk about {topic}',
  'The kick-off for {topic} moves to {day} at {time}',
  'Thanks for your help with {topic}, it made a real difference',
  'I left the folder for {topic} {place}',
  "Let's meet {place} at {time} and go through {topic}",
  'The supplier has confirmed everything for {topic}',
  'Do you have the contact details of the people behind {topic}?',
  "I can't make it on {day}. Could you stand in for me at the meeting on {topic}?",
  'Good news: {topic} got the green light this morning',
  'The printer is out of paper again, so the handouts for {topic} come on {day}',
  'Can we push our review of {topic} to {day}?',
  'I have booked the room {place} for {day} at {time}',
  'Please check the wording on page {number} before {day}',
  'The invoice for {topic} is still open. Could you approve it by {day}?',
  'I uploaded my notes on {topic} to the shared drive',
  'Happy birthday! Cake is waiting {place}',
  'The client liked {topic} and wants to see more by {day}',
  'We are {number} people for lunch, so I reserved a table at {time}',
  'The train is delayed, I should be in around {time}',
  'Your parcel arrived and is waiting {place}',
  'Who takes the minutes on {day}? I did it last time',
  'Could you cover my shift on {day}? I can take yours on another day',
  'The badge reader {place} is fixed',
  'I signed the forms for {topic}, they are on your desk',
  'The training on {day} is full, but I put you on the waiting list',
  'Budget for {topic} is approved, you can place the order',
  'We found a mistake in {topic} and are correcting it before {day}',
  'My laptop is being repaired until {day}, so I read mail only in the evening',
  'Please bring {number} copies of the agenda to the meeting on {topic}',
  'The visitors for {topic} arrive at {time} and would like a short tour',
  "I'm out of office until {day}. Ask the front desk if it is urgent",
  'The photos from {topic} turned out great, I will share them on {day}',
  'Parking {place} is closed on {day}',
  'Could you proofread two paragraphs about {topic} for me?',
  'The hotel for {topic} is booked, breakfast included',
  'We still need {number} volunteers for {topic}. Are you in?',
  'The test went through without errors, so {topic} can go live on {day}',
  'I moved the spare keys to the drawer {place}',
  'The caterer needs our final head count for {topic} by {day}',
  'Great job on the presentation today!',
  'The deadline for {topic} is now {day}, please plan for that',
  'Someone left a blue umbrella {place}. Is it yours?',
  'I talked to legal about {topic} and they see no problem',
  'The figures for {topic} look odd from row {number} on. Can you check?',
  'Coffee at {time}? I have a question about {topic}',
  'The workshop {place} starts at {time} sharp',
  'I need your travel receipts from {topic} before {day}',
]

const DAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'the 3rd',
  'the 8th',
  'the 12th',
  'the 15th',
  'the 21st',
  'the 27th',
]

const PLACES = [
  'in the lobby',
  'on the second floor',
  'in the kitchen',
  'at the front desk',
  'next to the archive',
  'in meeting room Oslo',
  'by the loading dock',
  'in the corner office',
  'near the main entrance',
  'in the training room',
  'on the roof terrace',
  'behind the reception',
]

/** A message as a colleague would write it, about one of the topics more often than about anything else. */
export function textAbout(random: Rng, topics: readonly string[]): string {
  const slots: { readonly [slot: string]: () => string } = {
    topic: () => pick(random, random.next(4) === 0 ? TOPICS : topics),
    day: () => pick(random, DAYS),
    place: () => pick(random, PLACES),
    time: () => `${between(random, 8, 17)}:${pick(random, ['00', '15', '30', '45'])}`,
    number: () => String(between(random, 3, 24)),
  }
  return pick(random, TEXTS).replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot]?.() ?? whole)
}
