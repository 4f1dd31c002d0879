export { readBriefing, ruleDefinition, type Told, writeBriefing } from './briefing.js'
export { REGISTERS, type Voice } from './discourse.js'
export { formNamed } from './forms.js'
export { type Ask, type Lexicon, lexiconOf } from './lexicon.js'
export { addNoise, levelOf } from './noise/noise.js'
export { dated, onTheDayAfter } from './noise/relative-dates.js'
export { read, type Reading } from './read.js'
export { locate, saidIn, unsaid } from './locate.js'
export { realise, type Situation, type Wording } from './realise.js'
export { isPronoun, refer, sayable } from './refer.js'
export type { Beside } from '../environment/index.js'
export { joinReports, report, tellBeside, tied } from './report.js'
export type { Names } from './result-words.js'
export { leafInWords } from './leaf-words.js'
export { holdsName, nameThing } from './name-thing.js'
export { actsOf, type Arrival, type OnTheWay, tellArrival, withAsides } from './aside.js'
export type { Choice, Described, Finding, Intention, Wanted } from './thoughts/intention.js'
export { think } from './thoughts/think.js'
export { deed } from './thoughts/deed.js'
export { gist } from './thoughts/gist.js'
export { todayOf } from './today.js'
export { looksFailed, parseResult, visibleOf } from './visible.js'
export { asksFor, askFor, describeItem, documentedChoices, lemmas } from './ask.js'
export { conditionalFor, considerMet, considerUnmet, reportMet, reportUnmet } from './conditional.js'
export {
  considerAsking,
  considerDates,
  considerDeclining,
  considerRecalling,
  considerRetrying,
} from './thoughts/consider.js'
export { considerMending, considerResuming } from './thoughts/mending.js'
export {
  type Conversations,
  conversationsOf,
  incompleteOf,
  type IncompleteWording,
  UNSUPPORTED,
  unsupportedNamed,
  type UnsupportedWording,
  writeRetry,
} from './conversation.js'
export {
  declineByRule,
  ruleInWords,
  declineMissing,
  declineUnsupported,
  limitFor,
  missingStep,
  reportLimit,
  reportRefusal,
  unsupportedPurpose,
} from './decline.js'
export { answerRecall, type Recallable, recallables, writeRecall } from './recall.js'
