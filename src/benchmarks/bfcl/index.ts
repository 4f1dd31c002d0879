export { CATEGORIES, type Category, loadCases, type BfclCase } from './cases.js'
export { type Check, casesBeside, checkRecords } from './check.js'
export {
  type BfclVerdict,
  type CheckedResponse,
  checkResponse,
  type GroundTruth,
  type ModelResponse,
} from './checker.js'
export { type BenchmarkClass, type BenchmarkClasses, CLASS_NAMES, loadClasses } from './classes.js'
export { type Constants, constantsFor } from './constants.js'
export { type FunctionDocument, loadDocuments } from './documents.js'
export type { Execution } from './execution.js'
export { Executor } from './executor.js'
export { createStart, type Start } from './start.js'
export { type Evaluation, evaluateCases } from './evaluation.js'
export { type CheckerRecord, type GoldenRecord, readCheckerRecords, readGoldenRecords } from './golden.js'
export { prompting } from './prompting.js'
export { playCase } from './protocol.js'
export { type Replay, type ReplayDifference, replayRecords } from './replay.js'
export { type Scores, scoreTable, scoreTranscripts } from './score.js'
export { toolCalling } from './tool-calling.js'
export { type Transcript, TranscriptFolder } from './transcripts.js'
export type { Unsupported } from './unsupported.js'
