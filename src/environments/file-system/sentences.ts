import { between, pick, type Rng } from '../../core/random.js'
import { list } from './contents/kind.js'
import { CLIENTS, GOODS, OBSERVATIONS, PEOPLE, TASKS, TOWNS, WORKDAYS } from './contents/words.js'

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
const DEADLINES =
  list(`before the visitors come, before the holidays, by the end of the week, first thing on Monday, before the next meeting, by Wednesday at noon,
  as soon as possible, after the long weekend, by the end of the month, early next week`)
const NOTICES =
  list(`This version is out of date, Please do not edit, Checked and complete, Waiting for approval, Superseded by the signed copy,
  Kept for the record only, Needs a second pair of eyes, Nothing left to pay, Moved to the shared calendar, Nothing to add for now`)

const MAKERS: readonly ((random: Rng) => string)[] = [
  (random) => sentence(`${pick(random, TASKS)} ${pick(random, DEADLINES)}`),
  (random) => `${pick(random, PEOPLE)} will ${pick(random, TASKS)} on ${pick(random, WORKDAYS)}.`,
  (random) => sentence(`ask ${pick(random, PEOPLE)} about ${pick(random, GOODS)} on ${pick(random, WORKDAYS)}`),
  (random) => `${pick(random, NOTICES)} (${pick(random, PEOPLE)}, ${pick(random, WORKDAYS)}).`,
  (random) => `Order ${between(random, 2, 60)} ${pick(random, GOODS)} ${pick(random, DEADLINES)}.`,
  (random) =>
    `Next meeting on ${pick(random, WORKDAYS)} at ${between(random, 8, 18)}:${pick(random, ['00', '15', '30', '45'])} in ${pick(random, TOWNS)}.`,
  (random) => sentence(`remember that ${pick(random, OBSERVATIONS)}`),
  (random) => `${pick(random, PEOPLE)} and ${pick(random, PEOPLE)} agreed: ${pick(random, TASKS)}.`,
]

/** One or two lines somebody might want in a file. */
export function sentenceFor(random: Rng): string {
  const first = pick(random, MAKERS)(random)
  return between(random, 1, 4) === 1 ? `${first} ${pick(random, MAKERS)(random)}` : first
}

export const NEW_FILE_STEMS =
  list(`addendum, agenda, appendix, briefing, cover_page, digest, errata, glossary, handout, journal, keywords, leaflet, memo, milestones,
  newsletter, outline, overview, press_release, questions, quick_guide, recap, scorecard, signup_sheet, speech, storyboard, synopsis, timeline, wording`)

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
