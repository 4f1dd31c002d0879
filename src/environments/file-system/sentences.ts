import { between, pick, type Rng, sampleOf } from '../../core/random.js'
import { capitalised, list } from './contents/kind.js'
import { CLIENTS, GOODS, OBSERVATIONS, PEOPLE, TASKS, TOWNS, WORKDAYS } from './contents/words.js'

/** What a new file can be called after, and what somebody might write into it. */
const NEW_FILES: { readonly [stem: string]: readonly string[] } = {
  addendum: ['Addendum: the price holds until {day}.', 'Addendum to page {number}: {observation}.'],
  agenda: ['Agenda for {day}: budget, staff, {goods}.', 'Agenda: 1. News from {town}, 2. {Task}, 3. Dates.'],
  appendix: ['Appendix: figures from {town}, checked by {person}.', 'Appendix: list of the {number} {goods}.'],
  briefing: ['Briefing on {day} at {time}, {person} presents.', 'Briefing for {town}: {observation}.'],
  cover_page: ['Report by {person} and {person}, {town}.', 'Draft {number}, not yet approved by {person}.'],
  digest: ['This week: {observation}. Next week: {task}.', 'In short: {observation}.'],
  errata: ['Page {number}: the name is {person}, not {person}.', 'Page {number}: the visit is on {day}.'],
  glossary: ['SLA: service level agreement. FTE: full-time equivalent.', 'KPI: key figure. ETA: time of arrival.'],
  handout: ['Handout for {day}: please bring a pen.', 'Handout by {person}: three things to remember.'],
  journal: ['{day}: started at {time}, {observation}.', '{day}: went to {town} with {person}.'],
  keywords: ['{town}, {goods}, suppliers, prices', 'training, {town}, {goods}'],
  leaflet: ['Come and see us in {town} on {day} at {time}!', 'Free {goods} for the first {number} visitors.'],
  memo: ['To {person}: please {task} {deadline}.', 'To everyone: the office closes at {time} on {day}.'],
  milestones: [
    '{day}: {task}. Week {number}: hand over.',
    'Prototype in week {number}, review with {person} in {town}.',
  ],
  newsletter: ['Welcome to {person}, who joins us in {town} on {day}.', 'News from {town}: {observation}.'],
  outline: [
    '1. Background 2. Visit to {town} 3. Results 4. Next steps',
    'Intro by {person}, then results, then questions.',
  ],
  overview: ['{number} open items, {person} has the list.', '{town}: done. The rest follows {deadline}.'],
  press_release: ['We open in {town} on {day}.', '{person} takes over the office in {town}.'],
  questions: ['Who will {task}? When does {person} come?', 'Do we need more {goods}? What does {person} say?'],
  quick_guide: ['Step 1: log in. Step 2: choose {town}. Step 3: print.', 'Questions? Ask {person} or {person}.'],
  recap: ['{person} will {task} on {day}.', 'We agreed with {person} to {task} {deadline}.'],
  scorecard: ['{person} {number}, {person} {number}', '{town}: {number} points so far.'],
  signup_sheet: ['{person}, {person}, {person}', 'Please sign up by {day}: {person}, {person}'],
  speech: ['Dear guests, welcome to {town}!', 'Thank you, {person}, for {number} wonderful years.'],
  storyboard: ['Scene 1: {person} arrives in {town}.', 'Scene {number}: the {goods} are gone.'],
  synopsis: ['{person} moves to {town} and opens a shop.', 'Two friends, one van and {number} days to {town}.'],
  timeline: ['{day}: {task}. Two days later: visit to {town}.', 'Start in week {number}, done {deadline}.'],
  wording: ['Dear all, please {task} {deadline}.', 'We look forward to seeing you in {town}.'],
}

export const NEW_FILE_STEMS = Object.keys(NEW_FILES)

/** What somebody might write in place of notes of a kind, told by how these begin; `{first}` is their first line. */
const NOTES: readonly { readonly starts: RegExp; readonly texts: readonly string[] }[] = [
  {
    starts: /^\[[ x]\] /,
    texts: [
      'Only one thing left: {task} ({person}).',
      'All done except: {task} and {task}.',
      '{Task} {deadline}.',
      '{Task} on {day}, then {task} with {person}.',
      'Ask {person} to {task} {deadline}.',
    ],
  },
  {
    starts: /^Dear /,
    texts: [
      '{first} thank you for your letter. {person} will call you on {day}.',
      '{first} the {goods} will reach you on {day}.',
      '{first} we would like to invite you to {town} on {day} at {time}.',
      '{first} please ignore our last letter, {person} will send you a new one.',
    ],
  },
  {
    starts: /^Meeting /,
    texts: [
      '{first}: moved to {day} at {time}.',
      '{first}: no decisions, {person} will {task}.',
      '{first}: {person} and {person} agreed to {task} {deadline}.',
      'No minutes this time, the next meeting is on {day} at {time}.',
    ],
  },
  {
    starts: /^Notes taken /,
    texts: [
      '{first}. To be typed up by {day}.',
      'Exam on {day} at {time}, room {number}. Study with {person}.',
      '{first}. {person} has the better copy.',
      'Ask {person} about page {number} before {day}.',
    ],
  },
]

/** What goes into a file where neither its name nor what it holds tells what it is for. */
const PLACEHOLDERS = [
  'To be filled in by {person} {deadline}.',
  'Draft, {person} is still working on this.',
  '{person} has the current version.',
  'Nothing here yet, ask {person} on {day}.',
]

/** Is a file somebody's notes, which may be written anew? */
export function isNotes(content: string): boolean {
  return NOTES.some(({ starts }) => starts.test(content))
}

/** A line or two that somebody might want in a file of this name which holds this. */
export function textFor(random: Rng, name: string, content: string): string {
  const [first = ''] = content.split('\n')
  const notes = NOTES.find(({ starts }) => starts.test(content))
  const stem = NEW_FILE_STEMS.find((each) => wordsOf(name).startsWith(wordsOf(each)))
  return filled(random, pick(random, notes?.texts ?? NEW_FILES[stem ?? ''] ?? PLACEHOLDERS), first)
}

const wordsOf = (name: string): string => name.toLowerCase().replace(/[_-]/g, '')

function filled(random: Rng, template: string, first: string): string {
  const people = sampleOf(random.fork('people'), PEOPLE, 4)
  const tasks = sampleOf(random.fork('tasks'), TASKS, 2)
  const slots: { readonly [slot: string]: () => string } = {
    first: () => first,
    person: () => people.shift() ?? '',
    task: () => tasks.shift() ?? '',
    Task: () => capitalised(tasks.shift() ?? ''),
    town: () => pick(random, TOWNS),
    goods: () => pick(random, GOODS),
    day: () => pick(random, WORKDAYS),
    deadline: () => pick(random, DEADLINES),
    observation: () => pick(random, OBSERVATIONS),
    time: () => `${between(random, 8, 18)}:${pick(random, ['00', '15', '30', '45'])}`,
    number: () => String(between(random, 2, 30)),
  }
  return template.replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot]?.() ?? whole)
}

const DEADLINES =
  list(`before the visitors come, before the holidays, by the end of the week, first thing on Monday, before the next meeting, by Wednesday at noon,
  as soon as possible, after the long weekend, by the end of the month, early next week`)

export const NEW_FOLDER_STEMS =
  list(`assets, bundle, collection, correspondence, deliverables, dossier, exports, frozen, halfway, imports, inspection_pack, legacy, materials,
  milestone_two, originals, parked, phase_two, press_kit, printing, proofs, reference, returned, snapshots, staging_area, submissions, summaries, top_priority, uploads`)

export const NEW_QUALIFIERS = [
  ...CLIENTS,
  ...WORKDAYS.map((day) => day.toLowerCase()),
  ...TOWNS.map((town) => town.toLowerCase()),
]

export const COPY_WORDS = list('copy, backup, spare, duplicate, snapshot, safe, second, mirror')

export const RENAME_WORDS = list(
  'final, renamed, approved, corrected, current, obsolete, published, reviewed, signed, updated',
)
