import { WEEKDAYS } from '../../core/calendar.js'
import { between, pick, type Rng } from '../../core/random.js'
import { DOCUMENTS, EVENTS, UNDERTAKINGS } from '../../environment/pools.js'

/**
 * What colleagues write each other. `{event}`, `{document}` and `{undertaking}` are what they work on, the other slots times and
 * places. Last sentences end without a full stop, as in chats, so that a quotation of them reads well inside a sentence.
 */
const TEXTS: readonly string[] = [
  'The draft of {document} is ready for your comments',
  'Could you send me the latest numbers for {undertaking}?',
  "I'm running late and will join the call about {undertaking} at {time}",
  'Please keep {day} free, we need to talk about {undertaking}',
  'The kick-off for {undertaking} moves to {day} at {time}',
  'Thanks for your help with {document}, it made a real difference',
  'I left the folder for {event} {room}',
  "Let's meet {spot} at {time} and go through {document}",
  'The catering for {event} is confirmed',
  'Do you have a phone number for the organisers of {event}?',
  "I can't make it on {day}. Could you stand in for me at {event}?",
  'Good news: {undertaking} got the green light this morning',
  'The printer is out of paper again, so the flyers for {event} come on {day}',
  'Can we push the next meeting about {undertaking} to {day}?',
  'I booked the room {room} for {day} at {time}',
  'Please check the wording on page {page} of {document} before {day}',
  'The invoice for {event} is still open. Could you approve it by {day}?',
  'I uploaded my notes on {undertaking} to the shared drive',
  'Happy birthday! There is cake for you {spot} at {time}',
  'The boss liked {document} and has only two small changes',
  'We are {number} people for lunch, so I reserved a table for {lunch}',
  'My train is delayed, I should be in around {time}',
  'Your parcel arrived, you can pick it up {spot}',
  'Who takes the minutes on {day}? I did it last time',
  'Could you cover my shift on {day}? I can take yours next week',
  'The badge reader {spot} works again',
  'I signed the forms for {undertaking}, they are on your desk',
  'The first aid course on {day} is full, but I put you on the waiting list',
  'The budget for {event} is approved, you can place the order',
  'There is a mistake on page {page} of {document}, I will fix it before {day}',
  'My laptop is being repaired until {day}, so please call me instead',
  'Please bring {number} copies of the programme to {event}',
  'Our guests for {event} arrive at {time}, could you pick them up?',
  "I'm out of office until {day}. Ask the front desk if it is urgent",
  'The photos from {event} turned out great, I will share them on {day}',
  'The staff car park is closed on {day}',
  'Could you proofread the last two pages of {document} for me?',
  'The van for {event} is booked, you can pick it up at {time}',
  'We still need {number} volunteers for {event}. Are you in?',
  'The new page for {event} is tested and can go live on {day}',
  'I moved the spare keys to the drawer {room}',
  'The caterer needs the final head count for {event} by {day}',
  'Great job on the presentation about {undertaking} today!',
  'The deadline for {document} is now {day}, please plan for that',
  'Someone left a blue umbrella {room}. Is it yours?',
  'I talked to legal about {undertaking} and they see no problem',
  'The figures for {undertaking} look odd from row {number} on. Can you check?',
  'Coffee at {time}? I have a question about {undertaking}',
  'The meeting about {undertaking} starts at {time} sharp',
  'I need your travel receipts from {event} before {day}',
]

const DAYS = [...WEEKDAYS.slice(0, 6), 'the 3rd', 'the 8th', 'the 12th', 'the 15th', 'the 21st', 'the 27th']

const ROOMS = [
  'on the second floor',
  'on the third floor',
  'next to the archive',
  'opposite the kitchen',
  'next to the library',
  'at the end of the corridor',
]

const SPOTS = ['in the lobby', 'in the kitchen', 'at the front desk', 'at the main entrance', 'at the reception']

/** A message as a colleague would write it, about one of the topics more often than about others of its kind. */
export function textAbout(random: Rng, topics: readonly string[]): string {
  const about = (kind: readonly string[]): string => {
    const own = topics.filter((topic) => kind.includes(topic))
    return pick(random, own.length === 0 || random.next(4) === 0 ? kind : own)
  }
  const slots: { readonly [slot: string]: () => string } = {
    event: () => about(EVENTS),
    document: () => about(DOCUMENTS),
    undertaking: () => about(UNDERTAKINGS),
    day: () => pick(random, DAYS),
    room: () => pick(random, ROOMS),
    spot: () => pick(random, SPOTS),
    time: () => `${between(random, 8, 17)}:${pick(random, ['00', '15', '30', '45'])}`,
    lunch: () => pick(random, ['12:00', '12:30', '12:45', '13:00']),
    page: () => String(between(random, 2, 6)),
    number: () => String(between(random, 3, 24)),
  }
  return pick(random, TEXTS).replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot]?.() ?? whole)
}
