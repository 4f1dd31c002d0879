export { runAdvancedTool } from './advanced-tool.js'
export { type BlindRun } from './blind.js'
export { certificateOf, type Uncertified } from './certificate.js'
export type { ActingTurn, Semantics, TaskTurn } from './context.js'
export { type Challenge, difficultyOf } from './difficulty.js'
export {
  BLIND_TRIES,
  type BlindCount,
  type BlindTry,
  carriedOut,
  countBlind,
  countTries,
  isClear,
  unsaidIn,
} from './empirical.js'
export { verifyGrounding } from './grounding.js'
export { leaksOf, leaksOfHint, verifyLeak, verifyUntracedLeak } from './leak.js'
export { goldOf, listsOwed, reaches } from './gold.js'
export { SPARE_CALLS, validate } from './outcome.js'
export { contextOf, messageOf, type PairVerdict, verifyPreference } from './preference.js'
export { isSame, type OtherStep, type Slip, slipOf } from './rejected-step.js'
export { verifyRenaming } from './renaming.js'
export { hasErrors, type RowVerdict, verifyRow } from './row.js'
export { verifyFidelity } from './fidelity.js'
export { conversationText } from './reading.js'
export { saysValue, valuesSaidBefore } from './said.js'
export { verifySpeech } from './speech.js'
export { failsIn, withFacts } from './twin.js'
export { COMPETITORS, competitorsOf } from './families/index.js'
export { actingOf, proveTask } from './prove.js'
export { proveTurn, type TurnProof, wrongWaysThatPass } from './turn.js'
export { asksForUnsupported, toldTooMuch, wishesIn } from './unacted.js'
export { validateTask } from './unfinished.js'
export { unsaidTurn } from './unsaid-turn.js'
export { tells } from './told.js'
